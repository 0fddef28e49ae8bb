"""What a source is: its kind, and its name."""

import pytest

from credibility.model import SourceKind
from tests.attribution.marked import claims


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ida Falk", SourceKind.PERSON),
        ("The mayor, Ida Falk,", SourceKind.PERSON),
        ("Professor Ida Falk of Oster College", SourceKind.PERSON),
        ("The Turkish daily Kust", SourceKind.OUTLET),
        ("The newspaper", SourceKind.OUTLET),
        ("The Ministry of Harbours", SourceKind.GOVERNMENT),
        ("Police", SourceKind.GOVERNMENT),
        ("The ferry company", SourceKind.ORGANISATION),
        ("The OFCU", SourceKind.ORGANISATION),
        ("A report by the river board", SourceKind.DOCUMENT),
        ("Bill Hartwell", SourceKind.PERSON),
        ("Bill Hartwell, who builds bridges,", SourceKind.PERSON),
        ("The bill", SourceKind.DOCUMENT),
        ("A new poll", SourceKind.POLL),
        ("Fifty percent of voters", SourceKind.POLL),
        ("A senior official", SourceKind.ANONYMOUS_OFFICIAL),
        ("Officials in two capitals", SourceKind.ANONYMOUS_OFFICIAL),
        ("People familiar with the talks", SourceKind.ANONYMOUS),
        ("Two witnesses", SourceKind.ANONYMOUS),
        ("Media reports", SourceKind.HEARSAY),
        ("The Library of Congress", SourceKind.GOVERNMENT),
        ("The Library of Oster", SourceKind.ORGANISATION),
        ("Roth & Lund", SourceKind.ORGANISATION),
        ("One reader of this page", SourceKind.ANONYMOUS),
        ("A former engineer", SourceKind.ANONYMOUS),
        ("Engineers", SourceKind.ANONYMOUS),
        ("Rogers", SourceKind.PERSON),
        ("A judge", SourceKind.ANONYMOUS),
        ("The judge", SourceKind.PERSON),
        ("A Skerry executive", SourceKind.ANONYMOUS),
        ("A 34-year-old nurse", SourceKind.ANONYMOUS),
        ("A neighbour, Ida Falk,", SourceKind.PERSON),
        ("Austria", SourceKind.GOVERNMENT),
        ("More countries", SourceKind.GOVERNMENT),
        ("Ida Falk Productions", SourceKind.ORGANISATION),
        ("Harbour Watch International", SourceKind.ORGANISATION),
        ("TideImpact", SourceKind.ORGANISATION),
        ("McFarland", SourceKind.PERSON),
        ("China's harbour chiefs", SourceKind.ANONYMOUS),
        ("The Prime Minister", SourceKind.PERSON),
        ("PM", SourceKind.PERSON),
        ("Oster MP Ida Falk", SourceKind.PERSON),
        ("An Oster MP", SourceKind.ANONYMOUS),
        ("Campaign disclosures", SourceKind.DOCUMENT),
        ("About 3 in 10 sailors", SourceKind.POLL),
    ],
)
def test_the_kind_of_a_source(source: str, kind: SourceKind) -> None:
    (claim,) = claims(f"{source} said that the ferry was empty.")
    assert claim.source.kind is kind


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Library of Congress", "Library of Congress"),
        ("The University of the Highlands", "University of the Highlands"),
        ("Editor & Baker", "Editor & Baker"),
        ("Weekly Harbour News", "Weekly Harbour News"),
        ("The website of the Harbour Gazette", "Harbour Gazette"),
        ("Police Chief Ann Lee", "Ann Lee"),
        ("Officials", ""),
        ("The website of the Sailor’s Daily", "Sailor’s Daily"),
        ("A letter to an aunt, written in January 1837,", ""),
        ("Ida Falk of the Harbour Union", "Ida Falk"),
        ("The Prime Minister", ""),
        ("The Department of Tides and Harbour Services", "Department of Tides and Harbour Services"),
        ("Labour MP Ida Falk", "Ida Falk"),
        ("The host, Skerry Resources Council board member Ida Falk,", "Ida Falk"),
    ],
)
def test_the_name_of_a_source(source: str, name: str) -> None:
    (claim,) = claims(f"{source} said that the ferry was empty.")
    assert claim.source.name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Oster Wind grew fast. Oster Wind said that the ferry was empty.", SourceKind.ORGANISATION),
        ("Oster Wind spokeswoman Ida Falk left. Oster Wind said that the ferry was empty.", SourceKind.ORGANISATION),
        ("The Oster Authority said that the ferry was empty.", SourceKind.GOVERNMENT),
        ("North Dakota said that the ferry was empty.", SourceKind.GOVERNMENT),
        ("The Oster coast guard said that the ferry was empty.", SourceKind.GOVERNMENT),
        ("Harbour Mayor Bill Falk said that the ferry was empty.", SourceKind.PERSON),
    ],
)
def test_a_name_is_what_the_article_makes_it(text: str, kind: SourceKind) -> None:
    assert claims(text)[-1].source.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kordavian army left. Kordavia said that the ferry was empty.", SourceKind.GOVERNMENT),
        ("The ferry left. Kordavia said that the ferry was empty.", SourceKind.PERSON),
        ("A spokesman for the ministry of bridges said that the ferry was empty.", SourceKind.GOVERNMENT),
        ("A spokeswoman for Oster Rail said that the ferry was empty.", SourceKind.PERSON),
        ("A spokesman said that the ferry was empty.", SourceKind.ANONYMOUS_OFFICIAL),
        ("Representatives for Austria said that the ferry was empty.", SourceKind.GOVERNMENT),
        ("A 37-year-old said that the ferry was empty.", SourceKind.ANONYMOUS),
        ("The 37-year-old said that the ferry was empty.", SourceKind.PERSON),
        ("A second said that the ferry was empty.", SourceKind.ANONYMOUS),
        ("A schoolboy said that the ferry was empty.", SourceKind.ANONYMOUS),
    ],
)
def test_states_spokespeople_and_strangers(text: str, kind: SourceKind) -> None:
    assert claims(text)[-1].source.kind is kind
