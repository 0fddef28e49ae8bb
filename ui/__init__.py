"""The window: Qt widgets that show a sealed reading. Imports itself, Qt and `credibility.model`, nothing else."""
