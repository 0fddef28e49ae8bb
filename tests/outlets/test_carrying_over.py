"""How long an outlet goes on carrying what its source says, and what ends it."""

from tests.outlets.tables import outlets_of


def test_the_same_source_keeps_its_outlet_until_it_speaks_elsewhere() -> None:
    assert outlets_of(
        "{claim=anonymous|It is safe}, an official told {addressee|Newsweek}. "
        "{claim=anonymous|It is old}, {resumes=1|the same official} added. "
        "{claim=anonymous|It is new}, {resumes=2|the official} {cue|said} at a news conference. "
        "{claim=anonymous|It is red}, {resumes=3|he} {cue|said}."
    ) == ["newsweek.com addressee", "newsweek.com carried-over", "-", "-"]


def test_what_the_source_wrote_on_a_platform_is_not_carried_by_the_outlet_it_spoke_to_before() -> None:
    assert outlets_of(
        "{claim=person|It is safe}, Lee told {addressee|Newsweek}. {claim=person|It is old}, {resumes=1|Lee} {link=https://x.com/lee/status/1|wrote}."
    ) == ["newsweek.com addressee", "-"]


def test_it_ends_at_a_fresh_occasion_and_at_a_link_on_the_later_cue() -> None:
    first = "{claim=anonymous|It is safe}, an official told {addressee|Newsweek}. "
    for later in (
        "{claim=anonymous|It is old}, at a rally in Oster {resumes=1|the same official} {cue|said}.",
        "{claim=anonymous|It is old}, {resumes=1|the same official} {cue|said} in a statement to the Oster Club.",
        "{claim=anonymous|It is old}, {resumes=1|the same official} {cue|said} in remarks at the pier.",
        "{claim=anonymous|It is old}, {resumes=1|the same official} {cue-link=https://pier.example/a|told} the Oster Club.",
    ):
        assert outlets_of(first + later) == ["newsweek.com addressee", "-"], later
    goes_on = "{claim=anonymous|It is old}, {resumes=1|the same official} {cue|said} of {link=https://pier.example/a|the pier}."
    assert outlets_of(first + goes_on) == ["newsweek.com addressee", "newsweek.com carried-over"]


def test_a_new_source_ends_it() -> None:
    assert outlets_of(
        "{claim=anonymous|It is safe}, an official told {addressee|Newsweek}. {claim=person|It is old}, {source|other officials} said."
    ) == [
        "newsweek.com addressee",
        "-",
    ]


def test_what_is_told_to_somebody_else_is_not_carried_over() -> None:
    text = (
        "{claim=person:Ida Falk|It is safe}, Ida Falk told {addressee|Reuters}. "
        "{claim=person:Ida Falk|It is red}, {resumes=1|she} told {addressee|HEARER}."
    )
    assert outlets_of(text.replace("HEARER", "parliament")) == ["reuters.com addressee", "-"]
    assert outlets_of(text.replace("HEARER", "the interviewer")) == ["reuters.com addressee", "reuters.com carried-over"]


def test_another_occasion_ends_the_carrying_over_for_what_follows_too() -> None:
    marked = (
        "{claim=person:Ida Falk|It is safe}, Ida Falk told {addressee|Reuters}. "
        "OPENING {claim=person:Ida Falk|it was red}, {resumes=1|she} {cue|said}. "
        "{claim=person:Ida Falk|It was old}, {resumes=2|she} {cue|said}."
    )
    assert outlets_of(marked.replace("OPENING", "In March")) == ["reuters.com addressee", "-", "-"]
    assert outlets_of(marked.replace("OPENING", "Indeed")) == [
        "reuters.com addressee",
        "reuters.com carried-over",
        "reuters.com carried-over",
    ]


def test_the_same_name_goes_on_where_nobody_else_spoke_in_between() -> None:
    first, again = (
        "{claim=person:Ida Falk|It is safe}, Ida Falk told {addressee|Reuters}. ",
        "{claim=person:Ida Falk|It is red}, Falk said.",
    )
    assert outlets_of(first + again)[-1] == "reuters.com carried-over"
    assert outlets_of(first + "\nIt rained.\nIt snowed.\n" + again)[-1] == "-"
    assert outlets_of(first + "{claim=person:Udo Birk|It is blue}, Udo Birk said. " + again)[-1] == "-"


def test_an_occasion_opens_behind_a_quoted_sentence_too() -> None:
    first = "{claim=person:Ida Falk|“It is safe,”} Ida Falk told {addressee|Reuters}. “It is so old.” "
    marked = first + "Just before the fair {claim=person:Ida Falk|it was red}, {resumes=1|she} {cue|said}."
    assert outlets_of(marked) == ["reuters.com addressee", "-"]


def test_the_same_interview_goes_on() -> None:
    first = "{claim=person:Ida Falk|“It is safe,”} Ida Falk told {addressee|Reuters}. "
    for opening, how in (("In the same interview", "reuters.com carried-over"), ("In interviews", "-"), ("At the rally", "-")):
        assert outlets_of(first + f"{opening} {{claim=person:Ida Falk|it was red}}, {{resumes=1|she}} {{cue|said}}.")[-1] == how
