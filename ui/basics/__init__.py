"""Small parts that every window uses: makers of widgets, a flowing layout, links, drops."""
