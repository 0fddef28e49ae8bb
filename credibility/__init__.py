"""The Qt-free core: plain Python, typed, tested without a display."""
