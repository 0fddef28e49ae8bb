"""The reader's preferences, one row each."""

from credibility.floor.language import said
from credibility.model.settings.kinds import Option, Section, Setting, SettingKind

_LOOK, _CLAIMS, _PAPER, _PRIVACY = Section.LOOK, Section.CLAIMS, Section.PAPER, Section.PRIVACY
_FLAG, _CHOICE, _NUMBER = SettingKind.FLAG, SettingKind.CHOICE, SettingKind.NUMBER

SETTINGS = (
    Setting(
        "language",
        _CHOICE,
        "system",
        _LOOK,
        said("Language"),
        said("Of the program's words, from its next start"),
        options=(Option("system", said("As the desktop")), Option("en", "English"), Option("tr", "Türkçe")),
    ),
    Setting(
        "theme",
        _CHOICE,
        "system",
        _LOOK,
        said("Theme"),
        said("Colours of window and page"),
        options=(
            Option("light", said("Light")),
            Option("sepia", said("Sepia")),
            Option("dark", said("Dark")),
            Option("contrast", said("High contrast")),
            Option("system", said("As the desktop")),
        ),
    ),
    Setting("font_family", SettingKind.TYPEFACE, "", _LOOK, said("Typeface"), said("In which the article is set")),
    Setting("font_size", _NUMBER, 13, _LOOK, said("Size"), said("Of the article's letters"), low=6, high=60, unit=said("points")),
    Setting(
        "measure",
        _NUMBER,
        68,
        _LOOK,
        said("Line width"),
        said("60 to 75 characters in a line are read most easily"),
        low=30,
        high=140,
        unit=said("characters"),
        options=(Option(60, said("Narrow")), Option(68, said("Comfortable")), Option(75, said("Wide"))),
    ),
    Setting(
        "leading",
        _NUMBER,
        150,
        _LOOK,
        said("Line spacing"),
        said("From one line to the next, by the size of the letters"),
        low=100,
        high=250,
        unit="%",
        options=(Option(135, said("Tight")), Option(150, said("Comfortable")), Option(175, said("Loose"))),
    ),
    Setting(
        "threshold",
        _CHOICE,
        0.7,
        _CLAIMS,
        said("How sure a claim must be"),
        said("A claim that the tagger is less sure of is left out"),
        low=0.3,
        high=0.95,
        options=(
            Option(0.3, said("Anything that could be a claim")),
            Option(0.5, said("Prefer too many to too few")),
            Option(0.7, said("Balanced")),
            Option(0.85, said("Prefer too few to too many")),
            Option(0.95, said("Only near-certain claims")),
        ),
    ),
    Setting("attitudes", _FLAG, False, _CLAIMS, said("Wishes, plans and beliefs too"), said("As claims of the second class")),
    Setting(
        "paper_ground",
        _CHOICE,
        "original",
        _PAPER,
        said("Articles from a PDF"),
        said("Which pages are exported and printed"),
        options=(Option("original", said("A copy of its own pages")), Option("typeset", said("Typeset again"))),
    ),
    Setting(
        "paper_sheet",
        _CHOICE,
        "a4",
        _PAPER,
        said("Sheet"),
        said("Size of typeset pages"),
        options=(Option("a4", "A4"), Option("us-letter", "US Letter")),
    ),
    Setting("paper_larger", _FLAG, False, _PAPER, said("Larger type"), said("On typeset pages")),
    Setting("paper_grey", _FLAG, False, _PAPER, said("Shades of grey"), said("For printers without colour")),
    Setting(
        "remember",
        _FLAG,
        True,
        _PRIVACY,
        said("Remember what I read"),
        said("When this is off, articles you open leave no trace in the library, the recent files or the table"),
    ),
    Setting(
        "keys",
        SettingKind.KEYS,
        {},
        Section.KEYBOARD,
        said("Keyboard shortcuts"),
        said("Those that differ from what ships with the program"),
    ),
    Setting("session", SettingKind.STATE, {}),
    Setting("window", SettingKind.STATE, ""),
    Setting("last_folder", SettingKind.STATE, ""),
)
SETTING = {setting.key: setting for setting in SETTINGS}
"""The settings by key."""
