"""Attributions as drift compares them: who says it, by what words, in which sentence, and of what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.claim import Attribution
from reader.text.commonwords import COMMON_WORDS
from reader.text.names import same_person
from reader.text.shingles import fold_word, split_words
from reader.text.spans import Span, hull
from reader.tracing.drift.changes import Side
from reader.tracing.identity import outlet_key
from reader.tracing.reuse.alignment import content_stems, stem
from reader.tracing.reuse.spelling import is_respelt, plain_letters

_PRONOUNS = frozenset(
    (
        *("he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "his", "her", "their", "one"),
        *("another", "those", "these", "both", "some", "several", "others"),
    )
)
_HEAD_END = re.compile(r",|\s(?:of|for|from|at|in|with|by|who|which|that)\s")
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’']*")
_NATION = re.compile(r"(?:ian|ans?|ish|ese|ch|i)(?:[’']s)?$")
_NOT = re.compile(r"\b(?:did|does|do|has|have|had) (?:not|never)\b|\b(?:did|does|do|has|have|had)n[’']t\b|\bnever\b")
_LONGEST = 200
"""Characters of source and cue together; what is longer has the content in between."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution with its sentence."""

    attribution: Attribution
    sentence: int
    span: Span
    """Source and cue, as far as they stand together."""
    source: Span | None
    stems: frozenset[str]
    """Stems of the source's words; empty for a pronoun or no source."""
    head: str
    """The folded word that names the source: «staff» of «Norland's General Staff», the last name of a person."""
    words: tuple[str, ...]
    """Folded words of the source."""
    names: frozenset[str]
    """Capitalised words of the source, without those of nations («Ukrainian»), accents off."""
    matter: frozenset[str]
    """Stems of what is attributed."""
    is_outlet: bool
    """Credited by name: it is never the common noun that its last word is."""
    is_denied: bool
    """It is said that it was not said («the company did not tell the valley»)."""

    @property
    def content(self) -> Sequence[Span]:
        """What is attributed."""
        return self.attribution.content

    def is_same(self, other: "Said") -> bool:
        """Tell whether two sources may be one, or the other is a pronoun."""
        pronoun = other.source is not None and not other.stems
        if pronoun or self.words == other.words or self.names & other.names:
            return True
        if stem(self.head) == stem(other.head) and not self.is_outlet:
            return True
        if self.is_one_speaker(other):
            return True
        return any(is_respelt(one, two) for one in self.names for two in other.names)

    def is_one_speaker(self, other: "Said") -> bool:
        """Tell whether the analysis found one person behind both."""
        mine, theirs = self.attribution.speaker, other.attribution.speaker
        return bool(mine and theirs and same_person(mine, theirs))


def read_said(side: Side, sentences: Sequence[Span]) -> list[Said]:
    """Return the attributions of one side that stand in its sentences."""
    found = []
    outlets = credited_outlets(side)
    for attribution in side.document.analysis.attributions:
        parts = [*(attribution.source or ()), *attribution.cue]
        if not parts:
            continue
        whole = hull(parts)
        index = next((i for i, s in enumerate(sentences) if s.start <= whole.start < s.end), None)
        if index is None:
            continue
        source = hull(attribution.source) if attribution.source else None
        words = source.of(side.text) if source else ""
        stems = content_stems(words) if words and not set(split_words(words)) <= _PRONOUNS else frozenset()
        first = source is not None and source.start == sentences[index].start
        head, names = (_head(words), _names(words, first=first)) if stems else ("", frozenset[str]())
        found.append(
            Said(
                attribution,
                index,
                whole if whole.length < _LONGEST else parts[0],
                source,
                stems,
                head,
                tuple(split_words(words)),
                names,
                content_stems(" ".join(span.of(side.text) for span in attribution.content)),
                bool(names) and (outlet_key(words) in outlets or _is_credit(side, source, names)),
                bool(_NOT.search(whole.of(side.text))),
            )
        )
    return found


def _is_credit(side: Side, source: Span | None, names: frozenset[str]) -> bool:
    """Tell whether all names of a source are those of an outlet that is credited there («the newspaper Dawn»)."""
    return source is not None and any(
        credit.where == "text" and credit.span.overlaps(source) and names <= _names(credit.outlet)
        for credit in side.document.credits
    )


def credited_outlets(side: Side) -> set[str]:
    """Return the keys of the outlets that a side credits."""
    return {outlet_key(credit.outlet) for credit in side.document.credits}


def is_mentioned(said: Said, text: str, sentence: Span) -> bool:
    """Tell whether a sentence of the other text names a source by its head or by one of its names."""
    words = sentence.of(text)
    if said.names:
        if said.is_outlet:
            return bool(said.names & _names(words))
        return bool(said.names & {plain_letters(w) for w in split_words(words)})
    return stem(said.head) in content_stems(words)


def _head(source: str) -> str:
    words = split_words(_HEAD_END.split(source, maxsplit=1)[0]) or split_words(source)
    return words[-1] if words else ""


def _names(words: str, *, first: bool = False) -> frozenset[str]:
    """Return the capitalised words; one that alone begins its sentence may be any noun («Regulators said»)."""
    capitals = [m.group() for m in _CAPITAL.finditer(words)]
    if first and len(capitals) == 1 and words.startswith(capitals[0]) and capitals[0].endswith("s"):
        return frozenset()
    folded = frozenset(plain_letters(fold_word(w)) for w in capitals if not _NATION.search(w))
    return folded - COMMON_WORDS
