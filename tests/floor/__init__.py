"""The floor under the wings."""
