"""How long tests wait for what must happen: a limit that turns a hang into a failure, and no measure of speed.

A starved machine may take fifty times as long as a quiet one, so no test has a shorter one.
"""

SECONDS = 180
MILLISECONDS = 1000 * SECONDS
