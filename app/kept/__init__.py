"""What is remembered from one day to the next: the library, the settings, what older versions kept."""
