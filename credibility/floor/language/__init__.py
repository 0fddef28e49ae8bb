"""What the program says, in the reader's language.

English is the key: `credibility/` and `app/` say what they have to say in English with `said`, which remembers what it was made from; the
window and the command line put it into the reader's language where they show it, with `shown`, and say their own words with `tr`.
JSON and files for other programs keep the English. The translations are in `resources/languages`.
"""

from credibility.floor.language.numbers import ENGLISH, Signs
from credibility.floor.language.recognising import recognised
from credibility.floor.language.saying import Said, joined, plain, said, said_as, said_first, said_of
from credibility.floor.language.speaking import capital, count_as, current, in_figures, shown, small, speak, tr, tr_as, tr_of

__all__ = [
    "ENGLISH",
    "Said",
    "Signs",
    "capital",
    "count_as",
    "current",
    "in_figures",
    "joined",
    "plain",
    "recognised",
    "said",
    "said_as",
    "said_first",
    "said_of",
    "shown",
    "small",
    "speak",
    "tr",
    "tr_as",
    "tr_of",
]
