"""The reading that an exported PDF holds, beside what this machine makes of the same article."""

from credibility.annotations.record import changes_here
from credibility.model import ExportedReading, Reading
from ui.words import counted


def carried_lines(carried: ExportedReading, reading: Reading) -> tuple[str, ...]:
    """What the file holds, what the table here would change, and how its corrections are taken over."""
    changes = changes_here(carried, reading.claims)
    claims = counted(len(carried.claims), "claim")
    lines = [f"This PDF holds the reading that {carried.program} exported on {carried.exported[:10]}, with {claims}."]
    lines.append(f"Your table says otherwise of {len(changes)} of them." if changes else "Your table says the same of them.")
    if carried.corrections:
        told = counted(len(carried.corrections), "correction")
        lines.append(f"It also holds {told}; importing corrections from this file adds them to yours.")
    if carried.notes:
        lines.append(f"It also holds {counted(len(carried.notes), 'note')}, which you can add to yours.")
    return tuple(lines)
