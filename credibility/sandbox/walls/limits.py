"""Resource limits enforced by the system: memory, bytes written, core dumps."""

import sys

from credibility.floor.language import said


def limit_resources(memory: int) -> tuple[str, ...]:
    """Cap the address space and forbid writing to files, where the system can (not on Windows); returns what is in force, in words."""
    if sys.platform == "win32":
        return ()
    import resource  # noqa: PLC0415 - not on Windows

    kept = []
    for kind, limit, words in (
        (resource.RLIMIT_CORE, 0, ""),
        (resource.RLIMIT_FSIZE, 0, said("no bytes written to files")),
        (resource.RLIMIT_AS, memory, said("at most {size:,.0f} MB of memory", size=memory / 1e6)),
    ):
        hard = resource.getrlimit(kind)[1]
        try:
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        except (OSError, ValueError):  # macOS defines the memory limit but refuses to set it
            continue
        if words:
            kept.append(words)
    return tuple(kept)
