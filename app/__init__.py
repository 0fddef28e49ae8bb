"""The wiring: command line, window entry and workspace; the only folder that sees both sides."""
