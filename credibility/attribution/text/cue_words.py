"""Words around a cue that the constructions ask about, each a row of cues.toml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueWords:
    """Words in lower case; the row of its name says in cues.toml what each is for."""

    plain_modals: frozenset[str]
    nots: frozenset[str]
    rather_nouns: frozenset[str]
    verb_joints: frozenset[str]
    before_day: frozenset[str]
    clause_openers: frozenset[str]
    behind_cues: frozenset[str]
    conceding: frozenset[str]
    citing: frozenset[str]
    cited_ends: frozenset[str]
    asked_only: frozenset[str]
    inserted: frozenset[str]
    clause_joints: frozenset[str]
    fronted_clauses: frozenset[str]
    either_pronouns: frozenset[str]
    content_openers: frozenset[str]
    nothing_new: frozenset[str]
    supposed: frozenset[str]
    object_ends: frozenset[str]
    it_is: frozenset[str]
    noun_ties: frozenset[str]
    noun_makers: frozenset[str]
    noun_questions: frozenset[str]
    noun_topics: frozenset[str]
