"""The library: all routines, to be found, looked at, and begun one by one or in a row."""
