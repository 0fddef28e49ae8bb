"""The reader's preferences, one row each."""

from credibility.model.settings.kinds import Option, Section, Setting, SettingKind

_LOOK, _CLAIMS, _PAPER, _PRIVACY = Section.LOOK, Section.CLAIMS, Section.PAPER, Section.PRIVACY
_FLAG, _CHOICE, _NUMBER = SettingKind.FLAG, SettingKind.CHOICE, SettingKind.NUMBER

SETTINGS = (
    Setting(
        "theme",
        _CHOICE,
        "system",
        _LOOK,
        "Theme",
        "Colours of window and page",
        options=(
            Option("light", "Light"),
            Option("sepia", "Sepia"),
            Option("dark", "Dark"),
            Option("contrast", "High contrast"),
            Option("system", "As the desktop"),
        ),
    ),
    Setting("font_family", SettingKind.TYPEFACE, "", _LOOK, "Typeface", "In which the article is set"),
    Setting("font_size", _NUMBER, 13, _LOOK, "Size", "Of the article's letters", low=6, high=60, unit="points"),
    Setting(
        "measure",
        _NUMBER,
        68,
        _LOOK,
        "Line width",
        "60 to 75 characters in a line are read most easily",
        low=30,
        high=140,
        unit="characters",
        options=(Option(60, "Narrow"), Option(68, "Comfortable"), Option(75, "Wide")),
    ),
    Setting(
        "leading",
        _NUMBER,
        150,
        _LOOK,
        "Line spacing",
        "From one line to the next, by the size of the letters",
        low=100,
        high=250,
        unit="%",
        options=(Option(135, "Tight"), Option(150, "Comfortable"), Option(175, "Loose")),
    ),
    Setting(
        "threshold",
        _CHOICE,
        0.7,
        _CLAIMS,
        "How sure a claim must be",
        "A claim that the tagger is less sure of is left out",
        low=0.3,
        high=0.95,
        options=(
            Option(0.3, "Anything that could be a claim"),
            Option(0.5, "Prefer too many to too few"),
            Option(0.7, "Balanced"),
            Option(0.85, "Prefer too few to too many"),
            Option(0.95, "Only near-certain claims"),
        ),
    ),
    Setting("attitudes", _FLAG, False, _CLAIMS, "Wishes, plans and beliefs too", "As claims of the second class"),
    Setting(
        "paper_ground",
        _CHOICE,
        "original",
        _PAPER,
        "Articles from a PDF",
        "Which pages are exported and printed",
        options=(Option("original", "A copy of its own pages"), Option("typeset", "Typeset again")),
    ),
    Setting(
        "paper_sheet",
        _CHOICE,
        "a4",
        _PAPER,
        "Sheet",
        "Size of typeset pages",
        options=(Option("a4", "A4"), Option("us-letter", "US Letter")),
    ),
    Setting("paper_larger", _FLAG, False, _PAPER, "Larger type", "On typeset pages"),
    Setting("paper_grey", _FLAG, False, _PAPER, "Shades of grey", "For printers without colour"),
    Setting(
        "remember",
        _FLAG,
        True,
        _PRIVACY,
        "Remember what I read",
        "When this is off, articles you open leave no trace in the library, the recent files or the table",
    ),
    Setting("keys", SettingKind.KEYS, {}, Section.KEYBOARD, "Keyboard shortcuts", "Those that differ from what ships with the program"),
    Setting("session", SettingKind.STATE, {}),
    Setting("window", SettingKind.STATE, ""),
    Setting("last_folder", SettingKind.STATE, ""),
)
SETTING = {setting.key: setting for setting in SETTINGS}
"""The settings by key."""
