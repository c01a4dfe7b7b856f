"""Between the layers: each desk does one kind of work for the app, with what it knows of screen, store and sound."""
