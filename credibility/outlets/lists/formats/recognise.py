"""Which of the known lists a file is, told by its content."""

from collections.abc import Callable
from dataclasses import dataclass

from credibility.floor.language import said
from credibility.model import Rater
from credibility.model.lists import ReadList
from credibility.outlets.lists.formats import adfontes, citeunseen, iffy, mbfc, newsguard, opensources, own, pack, pc1, rsp, rsp_shapes


@dataclass(frozen=True, slots=True)
class ListFormat:
    """A known list: its rater, how its text is told, how it is read."""

    title: str
    is_one: Callable[[str], bool]
    read: Callable[[str], ReadList]
    rater: Rater | None = None


FORMATS = (
    ListFormat(said("SourceTint ratings pack"), pack.is_pack, pack.read_pack),
    ListFormat(said("SourceTint ratings (CSV)"), own.is_own_csv, own.read_own_csv, own.RATER),
    ListFormat(said("SourceTint ratings (JSON)"), own.is_own_json, own.read_own_json, own.RATER),
    ListFormat("Lin et al. 2023 (PC1)", pc1.is_pc1, pc1.read_pc1, pc1.RATER),
    ListFormat("Media Bias/Fact Check", mbfc.is_mbfc, mbfc.read_mbfc, mbfc.RATER),
    ListFormat("Iffy index", iffy.is_iffy, iffy.read_iffy, iffy.RATER),
    ListFormat("CRED-1 (Iffy codes)", iffy.is_cred1, iffy.read_cred1, iffy.RATER),
    ListFormat("OpenSources", opensources.is_opensources, opensources.read_opensources, opensources.RATER),
    ListFormat("Cite Unseen", citeunseen.is_citeunseen, citeunseen.read_citeunseen, citeunseen.RATER),
    ListFormat("Wikipedia, perennial sources", rsp.is_rsp, rsp.read_rsp, rsp.RATER),
    ListFormat(said("Wikipedia, perennial sources (JSON)"), rsp_shapes.is_rsp_json, rsp_shapes.read_rsp_json, rsp.RATER),
    ListFormat(said("Wikipedia, perennial sources (copied table)"), rsp_shapes.is_rsp_table, rsp_shapes.read_rsp_table, rsp.RATER),
    ListFormat("NewsGuard metadata", newsguard.is_newsguard, newsguard.read_newsguard, newsguard.RATER),
    ListFormat("Ad Fontes Media", adfontes.is_adfontes, adfontes.read_adfontes, adfontes.RATER),
    ListFormat(said("Media Bias/Fact Check (copy of its pages)"), mbfc.is_scrape, mbfc.read_scrape, mbfc.RATER),
)


def recognise(text: str) -> ListFormat | None:
    """The known list a text is; None for any other, which needs a column mapping."""
    return next((known for known in FORMATS if known.is_one(text)), None)
