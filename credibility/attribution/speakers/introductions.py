"""Title and justification of each speaker: from the claim's own words, from whom it resumes, from where the person is introduced."""

from collections.abc import Sequence
from dataclasses import replace

from credibility.attribution.drafts import Draft
from credibility.attribution.speakers.credentials import anonymity_told, is_relative, justification_of, title_of_unnamed
from credibility.attribution.speakers.memory import Memory, Speaker
from credibility.model import Span


def knowing_alike(drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers, where a person of whom a relative clause tells how they can know ("who worked in the mine") knows it in every claim."""
    told: dict[str, tuple[Span, ...]] = {}
    for draft, speaker in zip(drafts, speakers, strict=True):
        if speaker.figure and speaker.justification and is_relative(draft.grammar, draft.finding.source, speaker.justification):
            told.setdefault(speaker.figure.name, speaker.justification)
    return tuple(
        replace(one, justification=told.get(one.figure.name, ())) if one.figure and not one.justification else one for one in speakers
    )


def with_credentials(draft: Draft, speaker: Speaker, memory: Memory) -> Speaker:
    """The speaker with title and justification: a figure's title is that of its fullest introduction, a resumed one's is taken on."""
    g, source = draft.grammar, draft.finding.source
    if source is None:
        return speaker
    described = speaker.description
    resumed = memory.speakers[speaker.resumes] if speaker.resumes is not None and (described.pronoun or described.definite) else None
    title = speaker.figure.title if speaker.figure else ()
    if not title and not speaker.name and not described.plural and not described.pronoun:
        title = title_of_unnamed(g, source)
    if not title and resumed is not None and speaker.name == resumed.name:
        title = resumed.title
    told = justification_of(g, source, draft.finding.cue, draft.finding.content) or _anonymity_beside(draft, speaker, memory)
    return replace(speaker, title=title, justification=told)


def _anonymity_beside(draft: Draft, speaker: Speaker, memory: Memory) -> tuple[Span, ...]:
    """Why an unnamed source is not named, where a sentence of its own beside the claim says it; the next paragraph may."""
    if not speaker.kind.is_anonymous or draft.finding.uncued:
        return ()
    g = draft.grammar
    own, number = g.sentence_of(draft.finding.cue[0]), memory.numbers[id(g)]
    near = [(g, run) for run in g.passage.sentences[max(0, own - 1) : own + 3]]
    if number + 1 < len(memory.grammars):
        following = memory.grammars[number + 1]
        near += [(following, run) for run in following.passage.sentences[:1]]
    return next((told for one, run in near if (told := anonymity_told(one, run))), ())
