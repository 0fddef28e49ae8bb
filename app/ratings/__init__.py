"""The user's table as window and command line use it: edits, undo, raters, lists."""
