"""The worksheet on one claim."""
