"""«According to S», «per S», «in the words of S»: the source follows, the content stands before, behind or around."""

from reader.analysis.bodies import head_noun
from reader.analysis.clauses.contents import LONGEST, clause_end
from reader.analysis.clauses.contents_before import content_before
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.draft import Draft
from reader.analysis.phrases import REACH, is_finite, is_reporting
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words


def read_in_words(passage: Passage, start: int, end: int, index: int) -> Draft | None:
    """Return the attribution by «in her words» or «in the words of S»; ``index`` is that of «words»."""
    low = passage.low
    first = next((i for i in range(index - 1, max(start, index - REACH) - 1, -1) if low[i] == "in"), None)
    if first is None or first + 1 >= index or index + 2 >= end:
        return None
    if index - first == 2 and low[first + 1] == "the" and low[index + 1] == "of":
        source = subject_after(passage, index + 1, end, fronted=True)
        cue, behind = [(first, index + 2)], source[1] if source is not None else end
    else:
        owned = low[first + 1] in words("possessives") or low[index - 1].endswith(("'s", "s'"))
        source = (first + 1, index) if owned and all(map(passage.is_word, range(first + 1, index))) else None
        cue, behind = [(first, first + 1), (index, index + 1)], index + 1
    if source is None:
        return None
    amid = first > start and low[first - 1] == ","
    if behind + 1 < end and low[behind] in {",", ":"} and (not amid or passage.quote_of[behind + 1] >= 0):
        return Draft("in-words", cue, source, [(behind + 1, clause_end(passage, behind + 1, end))], index)
    before = content_before(passage, start, first) if amid else []
    if before and any(is_reporting(passage, i) for i in range(*before[0]) if passage.quote_of[i] < 0):
        before = [quote for quote in passage.quotations if quote[1] == before[0][1]]
    if before and behind + 1 < end and low[behind] == ",":
        before.append((behind + 1, clause_end(passage, behind + 1, end)))
    return Draft("in-words", cue, source, before, index) if before else None


def read_according_to(passage: Passage, start: int, end: int, index: int) -> Draft | None:
    """Return the attribution by «according to» at ``index`` in the unit ``start`` to ``end``."""
    per = passage.low[index] == "per"
    if index + 2 >= end or (not per and passage.low[index + 1] != "to"):
        return None
    counted = per and passage.low[index + 1] in words("figures")
    if per and not (
        counted or passage.low[index + 1] in words("articles possessives") or passage.is_capital(index + 1)
    ):
        return None
    last = index if per else index + 1
    fronted = not any(passage.is_word(i) for i in range(start, index) if passage.low[i] not in {"and", "but"})
    around = index > start and passage.low[index - 1] == ","
    source = subject_after(passage, last, end, fronted=fronted or around)
    if source is None or (not passage.is_capital(source[1] - 1) and head_noun(passage, source) in words("patterns")):
        return None
    if counted and words("tellers private_groups").isdisjoint(passage.low[slice(*source)]):
        return None  # «a litre per two households»
    cue = [(index, last + 1)]
    if fronted:
        begin = source[1]
        while begin < end and not passage.is_word(begin) and passage.quote_of[begin] < 0:
            begin += 1
        if begin < end and passage.low[begin] in _RELAYING:  # «According to Reuters, citing the port, C»
            begin = next((i + 1 for i in range(begin, min(end, begin + REACH)) if passage.low[i] == ","), end)
        if begin >= end:
            return None
        stop = clause_end(passage, begin, end)
        return Draft("according-to-first", cue, source, [(begin, stop)], index)
    opened = _parenthesis(passage, start, index)
    if opened is not None:
        closing = next((i for i in range(*source) if passage.low[i] == ")"), source[1])
        comma = index - 1 if around else index
        return (
            Draft("according-to-last", cue, (source[0], closing), [(opened, comma)], index) if comma > opened else None
        )
    before = passage.low[index - 1]
    start = max(start, index - 2 * LONGEST)
    start = next((i + 1 for i in range(index - 3, start, -1) if passage.low[i] == ";"), start)
    content = content_before(passage, start, index) or [(start, index if before != "," else index - 1)]
    if around and source[1] < end and passage.low[source[1]] == "," and end - source[1] > 3:
        behind = (source[1] + 1, clause_end(passage, source[1] + 1, end))
        if _is_apposition(passage, *behind):
            source = (source[0], behind[1])
        else:
            content = [behind] if passage.low[index - 2] == "which" else [*content, behind]
    return Draft("according-to-last", cue, source, content, index)


_RELAYING = frozenset({"citing", "quoting"})


def _parenthesis(passage: Passage, start: int, index: int) -> int | None:
    """Return the first token of the parenthesis in which a token stands, None if it stands in none."""
    for at in range(index - 1, max(start, index - REACH) - 1, -1):
        if passage.low[at] in {"(", ")"}:
            return at + 1 if passage.low[at] == "(" else None
    return None


def _is_apposition(passage: Passage, start: int, end: int) -> bool:
    """Tell whether words behind a source explain it: «a firm», «the group that watches the harbour»."""
    if passage.low[start] not in {"a", "an", "the"}:
        return False
    for at in range(start + 1, end):
        if passage.low[at] in {"that", "which", "who", ","}:
            return True
        if is_finite(passage, at):
            return False
    return True
