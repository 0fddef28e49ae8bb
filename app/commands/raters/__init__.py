"""Commands on raters: their order and profiles, and raters of the user's own."""
