"""The guarded process: it opens, reads and searches files for claims where a hostile one cannot harm the window.

`launch` starts it, `worker` is the program's interface to it, and `child` runs inside it. The two exchange `messages`.
"""
