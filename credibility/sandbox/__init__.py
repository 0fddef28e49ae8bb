"""The guarded process: a hostile file is opened, read and searched for claims where it can do no harm to the window.

`launch` starts it, `worker` is its face in the program, `child` its inside. The two sides exchange the glossary's values as `messages`.
"""
