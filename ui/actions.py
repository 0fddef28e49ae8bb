"""Everything a person can do from menu, toolbar or keyboard: one row each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: the name code knows it by, its text and keys, what it does in a sentence, the menu it stands in.

    `needs_article` actions are off until an article is open, `needs_claim` ones until a claim is chosen; `where` says in what files alone
    it can be done, `submenu` under which entry of its menu it stands. Rows are in the order of the menus.
    """

    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    tip: str = ""
    menu: str = ""
    checkable: bool = False
    needs_article: bool = False
    needs_claim: bool = False
    where: str = ""
    submenu: str = ""


ACTIONS = (
    ActionSpec("open_article", "&Open…", ("Ctrl+O",), "Open a saved article", "&File"),
    ActionSpec(
        "paste_article",
        "Open text from the cl&ipboard…",
        ("Ctrl+Shift+V",),
        "Open copied text as an article; asks for address and date",
        "&File",
    ),
    ActionSpec("library", "&Library…", ("Ctrl+Shift+L",), "Everything you opened, searched by words and filters", "&File"),
    ActionSpec("new_tab", "New &tab", ("Ctrl+T",), "Open another article beside those that are open", "&File"),
    ActionSpec("close_tab", "&Close tab", ("Ctrl+W",), "Close the article in front", "&File"),
    ActionSpec(
        "export_pdf", "&Export…", ("Ctrl+E",), "Write the annotated PDF, or the claims in another format", "&File", needs_article=True
    ),
    ActionSpec(
        "export_shown",
        "Export only what is &shown…",
        ("Ctrl+Shift+E",),
        "Write the PDF, or another format, with the claims of the filter alone",
        "&File",
    ),
    ActionSpec(
        "export_corrections",
        "E&xport corrections…",
        (),
        "Write what you corrected in all articles into a file, for another machine",
        "&File",
        submenu="&Corrections of all articles",
    ),
    ActionSpec(
        "import_corrections",
        "&Import corrections…",
        (),
        "Add the corrections of a file to yours; none of yours is overwritten",
        "&File",
        submenu="&Corrections of all articles",
    ),
    ActionSpec(
        "import_notes",
        "Import &notes…",
        (),
        "Add the notes in an exported file to yours on this article; none of yours is overwritten",
        "&File",
        needs_article=True,
    ),
    ActionSpec("print", "&Print…", ("Ctrl+P",), "Print the pages that the PDF has", "&File", needs_article=True),
    ActionSpec("print_preview", "Print pre&view…", ("Ctrl+Shift+P",), "See the pages before they are printed", "&File", needs_article=True),
    ActionSpec("quit", "&Quit", ("Ctrl+Q",), "Close the window", "&File"),
    ActionSpec("undo", "&Undo", ("Ctrl+Z",), "Undo the last edit of ratings or claims", "&Edit"),
    ActionSpec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Redo the edit undone last", "&Edit"),
    ActionSpec("copy", "&Copy", ("Ctrl+C",), "Copy the selected text", "&Edit", needs_article=True),
    ActionSpec(
        "copy_with_source",
        "Copy &with source",
        ("Ctrl+Shift+C",),
        "Copy the selected text, or the claim, with where it stands",
        "&Edit",
        needs_article=True,
    ),
    ActionSpec(
        "note",
        "&Note…",
        ("Ctrl+N",),
        "Write a note on the selected words, the claim, or the sentence at the cursor",
        "&Edit",
        needs_article=True,
    ),
    ActionSpec("notes", "All no&tes…", ("Ctrl+Alt+N",), "The notes of all articles, searched by words", "&Edit"),
    ActionSpec("find", "&Find in text…", ("Ctrl+F",), "Find words in the article", "&Edit", needs_article=True),
    ActionSpec("find_next", "Find &next", ("F3", "Ctrl+G"), "Go to the next match", "&Edit", needs_article=True),
    ActionSpec("find_previous", "Find &previous", ("Shift+F3", "Ctrl+Shift+G"), "Go to the previous match", "&Edit", needs_article=True),
    ActionSpec(
        "extent",
        "This is the &article…",
        ("Ctrl+Shift+A",),
        "Say which parts of the saved page are the article",
        "&Edit",
        needs_article=True,
    ),
    ActionSpec("settings", "&Settings…", ("Ctrl+,",), "All settings in one place, with the keyboard shortcuts", "&Edit"),
    ActionSpec("panel", "Claims &panel", ("F9",), "Show or hide legend, claims and details", "&View", checkable=True),
    ActionSpec(
        "pages",
        "Original &pages",
        ("F7",),
        "The pages of the PDF with the claims on them",
        "&View",
        checkable=True,
        needs_article=True,
        where=" in a PDF",
    ),
    ActionSpec("zoom_in", "Zoom &in", ("Ctrl++", "Ctrl+="), "Larger text", "&View"),
    ActionSpec("zoom_out", "Zoom &out", ("Ctrl+-",), "Smaller text", "&View"),
    ActionSpec("zoom_reset", "&Normal size", ("Ctrl+0",), "Original text size", "&View"),
    ActionSpec("typography", "&Type and theme…", ("Ctrl+Shift+T",), "Theme, typeface, size, and width and spacing of the lines", "&View"),
    ActionSpec("next_link", "Next &link", ("Ctrl+J",), "Go to the next link in the text", "&View", needs_article=True),
    ActionSpec("previous_link", "Previous lin&k", ("Ctrl+Shift+J",), "Go to the link before", "&View", needs_article=True),
    ActionSpec("next_note", "Ne&xt note", ("Ctrl+Shift+F8",), "Go to the next note of the article", "&View", needs_article=True),
    ActionSpec("next_pane", "Next pa&ne", ("F6",), "Go to the next pane: page, claims, details", "&View", needs_article=True),
    ActionSpec("previous_pane", "Previous p&ane", ("Shift+F6",), "Go to the pane before", "&View", needs_article=True),
    ActionSpec("previous_part", "Pre&vious page or chapter", ("Ctrl+PgUp",), "The article before this one in the file", "&View"),
    ActionSpec("next_part", "Ne&xt page or chapter", ("Ctrl+PgDown",), "The article after this one in the file", "&View"),
    ActionSpec("choose_part", "&Choose page or chapter…", ("Ctrl+L",), "The list of all articles in the file", "&View"),
    ActionSpec("next_tab", "Next tab", ("Ctrl+Tab",), "The next open article", "&View"),
    ActionSpec("previous_tab", "Previous tab", ("Ctrl+Shift+Tab", "Ctrl+Backtab"), "The open article before", "&View"),
    ActionSpec("beside", "Side by &side", ("Ctrl+B",), "Another article beside this one; again: this one alone", "&View", checkable=True),
    ActionSpec("other_side", "&Other side", ("Ctrl+F6",), "Make the article on the other side the active one", "&View"),
    ActionSpec(
        "same_outlet", "Same outlet on the o&ther side", ("F4",), "Go to the claim of the other article through the same outlet", "&View"
    ),
    ActionSpec("scroll_together", "Scroll both to&gether", ("Ctrl+Alt+B",), "Both articles keep one pace", "&View", checkable=True),
    ActionSpec(
        "chart",
        "Sources as a pi&cture…",
        ("Ctrl+Shift+B",),
        "A chart of outlets and kinds of source, to be saved",
        "&View",
        needs_article=True,
    ),
    ActionSpec("who_cites", "&Who cites whom…", (), "Publishers and the outlets they cite, in all articles of your library", "&View"),
    ActionSpec("next_claim", "&Next claim", ("F8",), "Go to the next claim in the text", "&Claims", needs_article=True),
    ActionSpec("previous_claim", "&Previous claim", ("Shift+F8",), "Go to the claim before", "&Claims", needs_article=True),
    ActionSpec(
        "next_unsourced",
        "Next passage &without a source",
        ("Ctrl+F8",),
        "Go to the next stretch of the text in which nobody is named as a source",
        "&Claims",
        needs_article=True,
    ),
    ActionSpec(
        "only_outlet",
        "Only this out&let",
        ("Ctrl+Shift+F",),
        "Show only what this outlet carried, or this kind of source said; another outlet adds to it",
        "&Claims",
        needs_claim=True,
    ),
    ActionSpec(
        "only_anonymous",
        "Only &anonymous sources",
        ("Ctrl+Shift+N",),
        "Show only what nobody who is named has said, whichever outlet carried it",
        "&Claims",
        checkable=True,
        needs_article=True,
    ),
    ActionSpec(
        "only_noted",
        "Only claims with a no&te",
        (),
        "Show only the claims that you wrote a note on",
        "&Claims",
        checkable=True,
        needs_article=True,
    ),
    ActionSpec("all_claims", "Show a&ll claims", (), "Leave no claim out (Esc)", "&Claims"),
    ActionSpec(
        "by_outlet",
        "List claims by &outlet",
        (),
        "List the claims of one outlet together, or in the order of the text",
        "&Claims",
        checkable=True,
    ),
    ActionSpec(
        "new_claim",
        "&Mark as a claim…",
        ("Ctrl+H",),
        "Add a claim that was missed: the selected words, or the sentence at the cursor",
        "&Claims",
        needs_article=True,
    ),
    *(
        ActionSpec(name, text, (keys,), f"Move an edge of the claim: {words}", "&Claims", submenu="&Edges of the claim")
        for name, text, keys, words in (
            ("edge_end_out", "End: a word &more", "Shift+Right", "its end takes one more word in"),
            ("edge_end_in", "End: a word &less", "Shift+Left", "its end leaves one word out"),
            ("edge_start_out", "&Beginning: a word more", "Ctrl+Shift+Left", "its beginning takes one more word in"),
            ("edge_start_in", "Beginnin&g: a word less", "Ctrl+Shift+Right", "its beginning leaves one word out"),
            ("edge_end_out_character", "End: a character more", "Alt+Shift+Right", "its end takes one more character in"),
            ("edge_end_in_character", "End: a character less", "Alt+Shift+Left", "its end leaves one character out"),
            ("edge_start_out_character", "Beginning: a character more", "Ctrl+Alt+Shift+Left", "its beginning takes one more character in"),
            ("edge_start_in_character", "Beginning: a character less", "Ctrl+Alt+Shift+Right", "its beginning leaves one character out"),
        )
    ),
    ActionSpec(
        "split_claim",
        "S&plit the claim",
        ("Ctrl+D",),
        "Make two claims of one, at the cursor or around the selected words",
        "&Claims",
        needs_claim=True,
    ),
    ActionSpec("join_claims", "&Join with the next claim", ("Ctrl+M",), "Make one claim of this and the next", "&Claims", needs_claim=True),
    ActionSpec("not_a_claim", "Not a &claim", ("Ctrl+Backspace",), "Remove this claim from the page", "&Claims", needs_claim=True),
    ActionSpec("edit_rating", "Edit &rating…", ("Ctrl+Return",), "Rate the outlet that carried this claim", "&Claims", needs_claim=True),
    ActionSpec("other_outlet", "&Other outlet…", ("Ctrl+Shift+O",), "Say which outlet carried this claim", "&Claims", needs_claim=True),
    ActionSpec("other_source", "Other so&urce…", ("Ctrl+Shift+U",), "Say who said this", "&Claims", needs_claim=True),
    ActionSpec(
        "not_said",
        "This was not &said",
        ("Ctrl+Shift+Backspace",),
        "Say that who is named did not say this; it then takes no colour",
        "&Claims",
        checkable=True,
        needs_claim=True,
    ),
    ActionSpec(
        "worksheet",
        "&Worksheet on the claim…",
        ("Ctrl+Shift+W",),
        "Who is behind this, what is the evidence, what do others say: filled in by hand, kept and exported",
        "&Claims",
        needs_claim=True,
    ),
    ActionSpec("unrated", "&Unrated outlets…", (), "The outlets this article cites that nobody has rated", "&Claims", needs_article=True),
    ActionSpec("ratings", "&Ratings…", ("Ctrl+R",), "The table of outlets and their ratings", "&Claims"),
    ActionSpec(
        "attitudes",
        "&Wishes, plans and beliefs too",
        (),
        "Show what a source wants, plans or believes as claims of the second class",
        "&Claims",
        checkable=True,
    ),
    ActionSpec("palette", "&Commands…", ("Ctrl+K",), "Every command by its name", "&Help"),
    ActionSpec("keys", "&Keyboard", ("F1",), "The keys of all commands", "&Help"),
    ActionSpec("help", "&Help", ("Shift+F1",), "What SourceTint does and how, in a window of its own", "&Help"),
)
GROUPS = frozenset(
    {
        "export_pdf",
        "print",
        "quit",
        "copy",
        "note",
        "find",
        "extent",
        "settings",
        "zoom_in",
        "next_link",
        "previous_part",
        "next_tab",
        "beside",
        "chart",
        "only_outlet",
        "new_claim",
        "edit_rating",
        "unrated",
        "attitudes",
    }
)
"""The actions that stand below a line in their menu: a group begins with each of them."""
MENUS = ("&File", "&Edit", "&View", "&Claims", "&Help")
TOOLBAR = {
    "open_article": "Open",
    "export_pdf": "Export",
    "": "",
    "previous_claim": "Back",
    "next_claim": "Next claim",
    "|": "",
    "pages": "Pages",
    "find": "Find",
    "typography": "Type",
    "ratings": "Ratings",
    "panel": "Claims",
}
"""Names in the toolbar's order with the words under which they stand there: "" is a separator, "|" pushes what follows to the right."""
