"""Work off the GUI thread: opening, exporting, and the one crossing between threads."""
