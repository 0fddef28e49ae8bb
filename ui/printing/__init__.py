"""The article on paper: its pages seen before, and printed."""
