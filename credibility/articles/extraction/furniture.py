"""Lines of the page's own within an article's text: appeals to subscribe or to follow, labels with nothing below, notes after the end."""

import re

from credibility.articles.detours.walls import is_request
from credibility.articles.extraction.roles import is_author_note, is_provenance, is_source_line
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.verdicts import Selection
from credibility.articles.text.pointers import is_label
from credibility.articles.text.prose import ends_sentence
from credibility.model import BlockKind

_APPEAL = re.compile(
    "|".join(
        (
            r"\bsign(?:ing)? up (?:to|for|here)\b|\bsubscribe (?:to|now|here|today)\b",
            r"\bplease subscribe\b|\bour (?:\w+ )?newsletter\b",
            r"\bfollow us on\b|\bwe want to hear (?:what you|from you)|\b(?:submit|send) (?:a|your) letters?\b",
            r"\bbecome a (?:member|subscriber)\b",
            r"\balready a subscriber\b|\b(?:download|get) (?:our|the) app\b",
            r"\bjoin our (?:telegram|whatsapp)|\bto view the full story\b",
            r"\bcancel any ?time\b|^be sociable\b",
            r"\b(?:zum|unser\w*|kostenlos\w*) \w*newsletter\b|\bbesuchen sie unser\w* (?:\w+-)?shop\b",
            r"\bzeigen sie ihre wertschätzung\b|\bjetzt (?:am|an jedem|im) \w*kiosk\b|\bjederzeit kündbar\b",
            r"\bnewsletter (?:abonnieren|anmelden)\b|\bin (?:deinen posteingang|ihr postfach)\b",
            r"\bjetzt (?:registrieren|anmelden|abonnieren|mitglied)\b|\bwerden sie mitglied\b|\bfolgen? (?:sie )?uns (?:auf|bei)\b",
            r"\babonniere(?:n sie)? (?:uns|jetzt|den|die)\b|\bhier klicken und\b",
            r"\bper e-?mail .{0,60}informiert werden\b|\bnicht eingeloggt\b",
            r"\b(?:abonnez|inscrivez|connectez)-vous\b|\bsuivez-nous\b",
            r"\bcréez votre compte\b|^pour (?:lire la suite|accéder en illimité)\b",
            r"\brésiliable à tout moment\b|\bcancela cuando quieras\b",
            r"\bsuscríb\w+|\bsíguenos\b|\bpuede escribirnos\b|\bregístrate\b",
            r"\bcanal de (?:telegram|whatsapp|youtube)\b|\bhazte (?:soci|miembr)\w+",
            r"\biscriviti (?:alla|al|ora)\b|\babbonati (?:a|ora)\b|\bseguici su\b",
            r"\binscreva-se\b|\bassine (?:a|o|já|agora)\b|\bsiga-nos\b",
            r"\bmeld (?:je|u) aan\b|\babonneer (?:je|u)\b|\bvolg ons\b",
            r"\bzapisz się\b|\bzapraszamy .{0,20}subskrypcji\b|\bobserwuj nas\b",
            r"\bprenumerera på\b|\bfölj oss\b|\bfølg oss\b|\bfølg os\b",
        )
    ),
    re.I,
)
_CONTENTS = re.compile(
    r"^(?:inhaltsverzeichnis|inhaltsübersicht|(?:table of )?contents|sommaire|table des matières|índice|indice|inhoudsopgave)\W*$", re.I
)
_QUOTED = re.compile('["“„«»”]|\\b(?:said|says|told|sagte|dit|dijo)\\b')
_ADDRESS = re.compile(r"(?:^|\s)(?:https?://|www\.)\S+$|^[^©]+\s[\w-]{3,}\.[a-z]{2,3}$", re.I)
_BRACKETED = re.compile(r"^[(\[].*[)\]]$")
_DAY = re.compile(r"\d[./]\d{2,4}\W*$")
_TELLING = 4
_LONGEST_APPEAL, _LONGEST_NOTE = 45, 12
_TOLD, _MOST_NOTES = 6, 4
_LINES = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def drop_appeals(selection: Selection) -> None:
    """Drop short lines that ask the reader to subscribe, to sign in or to follow; not what somebody is quoted with.

    A request that hides the rest of the text stays until the text is known to be cut off.
    """
    for place in selection.places():
        segment = selection.segments[place]
        if segment.row is None and 0 < len(segment.tokens) <= _LONGEST_APPEAL and not segment.quoted:
            words = segment.words
            selection.kept[place] = not _APPEAL.search(words) or bool(_QUOTED.search(words)) or is_request(words)


def drop_lone_labels(selection: Selection) -> None:
    """Drop a label of other articles ("Read also") below which none is kept, and one of contents that are not listed."""
    places = [place for place in selection.places() if selection.segments[place].tokens]
    for place, below in zip(places, [*places[1:], None], strict=True):
        segment, following = selection.segments[place], None if below is None else selection.segments[below]
        if is_label(segment.words):
            selection.kept[place] = following is not None and following.pointer
        elif _CONTENTS.match(segment.words):
            selection.kept[place] = following is not None and following.kind is BlockKind.LIST_ITEM


def drop_afterwords(selection: Selection) -> None:
    """Drop short lines that are no sentences below the last one ("Last change", "More on this", a line of rights).

    Not what says where the article comes from or who wrote it, and nothing from a page whose text ends in a list or a table.
    """
    places = [place for place in selection.places() if selection.segments[place].tokens]
    last = next((number for number in range(len(places) - 1, -1, -1) if _is_told(selection.segments[places[number]])), None)
    below = places[last + 1 :] if last is not None else []
    if len(below) <= _MOST_NOTES and all(selection.segments[place].kind in (*_LINES, BlockKind.CAPTION) for place in below):
        selection.drop(place for place in below if _is_note(selection, selection.segments[place]))


def _is_told(segment: Segment) -> bool:
    return segment.kind is not BlockKind.CAPTION and len(segment.tokens) > _TOLD and ends_sentence(segment.words)


def _is_note(selection: Selection, segment: Segment) -> bool:
    if segment.kind not in _LINES or len(segment.tokens) > _LONGEST_NOTE or segment.pointer:
        return False
    if ends_sentence(segment.words) and not _DAY.search(segment.words):
        return False
    if (
        _BRACKETED.match(segment.words)
        or _ADDRESS.search(segment.words)
        or (segment.kind is BlockKind.HEADING and len(segment.tokens) >= _TELLING)
    ):
        return False
    signed = any(token in selection.hints.authors for token in segment.tokens)
    return not (signed or is_provenance(segment) or is_source_line(segment) or is_author_note(segment, selection.hints))
