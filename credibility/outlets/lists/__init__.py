"""Readers of rating lists as people have them: text in, entries out; every row is accounted for."""
