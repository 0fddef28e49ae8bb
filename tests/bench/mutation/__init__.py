"""Whether the tests notice small changes of the code, made one at a time in a copy of the tree."""
