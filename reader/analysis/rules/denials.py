"""Denials: «S denied that C: "D"» is two claims, for S holds C to be untrue and says D."""

from reader.analysis.draft import Draft
from reader.analysis.phrases import REACH
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs, words


def colon_behind_denial(passage: Passage, verb: int, start: int, limit: int) -> int | None:
    """Return the colon before a quotation behind a verb of denial, looked for from ``start`` on; None for others."""
    if not _denies(passage, verb):
        return None
    for at in range(start, min(limit, start + REACH) - 1):
        if passage.low[at] == ":" and passage.quote_of[at] < 0 <= passage.quote_of[at + 1]:
            return at
    return None


def _denies(passage: Passage, verb: int) -> bool:
    cue = cue_verbs().get(passage.low[verb])
    return cue is not None and cue.lemma in words("denials")


def read_said_beside(passage: Passage, denial: Draft) -> Draft | None:
    """Return the claim of the quotation behind the colon of a denial, with the same source and cue."""
    if not denial.rule.startswith(("said-before", "shared")) or denial.rule == "said-before-quotation":
        return None
    if not _denies(passage, denial.verb):
        return None  # the usual case, told without looking at the contents
    last = max((end for _, end in denial.content), default=denial.verb)
    limit = passage.sentences[passage.sentence_of[denial.verb]][1]
    colon = colon_behind_denial(passage, denial.verb, last, limit)
    if colon is None:
        return None
    quotation = passage.quotations[passage.quote_of[colon + 1]]
    return Draft("said-before-quotation", list(denial.cue), denial.source, [quotation], denial.verb)
