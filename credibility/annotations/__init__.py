"""The reading as annotations: selectors, JSON, PDF."""
