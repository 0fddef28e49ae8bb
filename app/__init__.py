"""The wiring: command line, window and workspace. The only folder that imports both `ui` and `credibility`."""
