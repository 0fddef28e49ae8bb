"""The lists that are known by their content, one module each."""
