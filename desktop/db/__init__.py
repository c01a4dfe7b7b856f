"""The memory: SQLite behind one repository. Rows and connections stay in here; domain objects go in and out."""
