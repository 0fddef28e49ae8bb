"""Worksheets for classes as files."""
