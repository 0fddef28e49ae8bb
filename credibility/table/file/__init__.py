"""The table's file, looked after: opened, checked, backed up, restored."""
