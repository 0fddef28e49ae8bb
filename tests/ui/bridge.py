"""The lines of the article about the bridge, and its claims by number."""

from credibility.model import (
    BlockKind,
    Denier,
    Polarity,
    Role,
    SourceKind,
)

# Lines: kind, then text. [n content] marks content of claim n; {source} and <cue> are only told by position in the table below.
LINES = (
    (
        "p",
        "For three winters the old swing bridge at Marrow Quay had been closed “for repairs”, and nobody in town could say what "
        "was being repaired.",
    ),
    (
        "p",
        "[1 The bridge’s main bearing cracked in 2019 and was never replaced], according to the Harbour Gazette, which had seen "
        "the surveyor’s letter.",
    ),
    (
        "p",
        "Two days later Tide News Agency reported that [2 the council had set aside 2.4 million for a new one], and The Kestrel "
        "wrote that [3 the money had gone to a car park instead].",
    ),
    ("h2", "What the council says"),
    (
        "p",
        "“[4 There is no danger to anyone who uses the quay],” said Ada Lindqvist, the council’s engineer. [5 The Department of "
        "Ports confirmed that it had approved the closure.]",
    ),
    (
        "p",
        "A report by the Institute of Old Machines found that [6 nine in ten swing bridges of that age need a new bearing]. In a "
        "poll, [7 61 % of residents said they would rather have a ferry].",
    ),
    ("q", "“[8 We were told to sign and not to ask],” a former clerk told Dockside Daily, on condition of anonymity."),
    ("q", "The clerk has since left the town."),
    ("h2", "What the others say"),
    (
        "p",
        "The Klaxon claimed that [9 the bridge is to be sold for scrap to a foreign buyer], while The Lantern, a paper two towns "
        "over, said [10 the buyer is a museum]. The Daily Gull announced that [11 the bridge has been elected mayor].",
    ),
    (
        "p",
        "On Pier, a user who calls himself Bolt posted that [12 the bearing is in his garden 🔩]. A local paper had written that "
        "[13 the garden does not exist].",
    ),
    (
        "p",
        "[14 People familiar with the matter said the decision was made long ago.] “[15 It was never about the bridge]” is all "
        "that was heard at the door. The Ferry Company insisted that [16 a crossing would cost less than a coffee]. Dockside Daily "
        "never wrote that [18 the crank was made of cork].",
    ),
    ("li", "The bearing weighs four tonnes."),
    ("li", "The quay is open to walkers, and *the toll-keeper’s cottage* to visitors."),
    ("img", "\ufffc"),
    ("cap", "Marrow Quay in a drawing of 1874."),
    ("tr1", "Year\tCrossings\tClosed days"),
    ("tr0", "2017\t41,200\t3"),
    ("tr0", "2018\t39,870\t11"),
    ("tr0", "2019\t12,004\t214"),
    ("p", "From “The bridge that would not turn”, by Nell Farrow, first published in the Harbour Gazette:"),
    (
        "q",
        "It took four men to turn it and one to say that it could not be done. By the time the last ship passed there were "
        "neither ships nor men, and [17 the harbour master recalled that the gears had been greased with butter], the clerk’s "
        "books say.",
    ),
    ("q", "Nobody has found the books since; nobody, it must be said, has looked."),
    ("rule", "* * *"),
    ("pre", "bearing: 4000 kg"),
    ("pre", "status:  missing"),
    ("p", "What is certain is that the bridge does not turn, and that the tide, as ever, does."),
)


KINDS = {
    "p": (BlockKind.PARAGRAPH, 0),
    "h2": (BlockKind.HEADING, 2),
    "q": (BlockKind.QUOTATION, 1),
    "li": (BlockKind.LIST_ITEM, 1),
    "img": (BlockKind.IMAGE, 0),
    "cap": (BlockKind.CAPTION, 0),
    "tr1": (BlockKind.TABLE_ROW, 1),
    "tr0": (BlockKind.TABLE_ROW, 0),
    "rule": (BlockKind.RULE, 0),
    "pre": (BlockKind.PREFORMATTED, 0),
}


# Claim number: outlet slug or None, role, source kind, source's words, cue's words, chain.
CLAIMS = {
    1: (
        "gazette.example",
        Role.HIGH,
        SourceKind.DOCUMENT,
        "the surveyor’s letter",
        "according to",
        ("the Harbour Gazette", "the surveyor’s letter"),
    ),
    2: ("tide.example", Role.RELIABLE, SourceKind.OUTLET, "Tide News Agency", "reported", ("Tide News Agency",)),
    3: ("kestrel.example", Role.MIXED, SourceKind.OUTLET, "The Kestrel", "wrote", ("The Kestrel",)),
    4: (None, Role.PERSON, SourceKind.PERSON, "Ada Lindqvist", "said", ("Ada Lindqvist",)),
    5: (None, Role.GOVERNMENT, SourceKind.GOVERNMENT, "The Department of Ports", "confirmed", ("The Department of Ports",)),
    6: (None, Role.DOCUMENT, SourceKind.DOCUMENT, "A report", "found", ("A report by the Institute of Old Machines",)),
    7: (None, Role.POLL, SourceKind.POLL, "a poll", "said", ("a poll",)),
    8: ("dockside.example", Role.LOW, SourceKind.ANONYMOUS_OFFICIAL, "a former clerk", "told", ("Dockside Daily", "a former clerk")),
    9: ("klaxon.example", Role.VERY_LOW, SourceKind.OUTLET, "The Klaxon", "claimed", ("The Klaxon",)),
    10: ("lantern.example", Role.UNRATED, SourceKind.OUTLET, "The Lantern", "said", ("The Lantern",)),
    11: ("gull.example", Role.SATIRE, SourceKind.OUTLET, "The Daily Gull", "announced", ("The Daily Gull",)),
    12: ("pier.example", Role.PLATFORM, SourceKind.PERSON, "Bolt", "posted", ("Pier", "Bolt")),
    13: (None, Role.UNKNOWN_OUTLET, SourceKind.OUTLET, "A local paper", "written", ("a local paper",)),
    14: (None, Role.ANONYMOUS, SourceKind.ANONYMOUS, "People familiar with the matter", "said", ("people familiar with the matter",)),
    15: (None, Role.NO_SOURCE, SourceKind.NONE, "", "heard", ()),
    16: (None, Role.ORGANISATION, SourceKind.ORGANISATION, "The Ferry Company", "insisted", ("The Ferry Company",)),
    18: ("dockside.example", Role.LOW, SourceKind.OUTLET, "Dockside Daily", "never wrote", ("Dockside Daily",)),
    17: ("gazette.example", Role.HIGH, SourceKind.PERSON, "the harbour master", "recalled", ("the Harbour Gazette", "the harbour master")),
}


NOT_ASSERTED = {18: (Polarity.DENIED, Denier.NARRATOR)}
