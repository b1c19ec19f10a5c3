"""Attributions, claims and officials: who said what, in which words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.text.spans import Span

if TYPE_CHECKING:  # the analysis is loaded without them: 3 ms of its 50
    from datetime import datetime

    from reader.model.entry import EntryId


class Kind(StrEnum):
    """How the content of an attribution is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody (source) says (cue) something (content); the terms of PARC 3 and PolNeAR."""

    content: tuple[Span, ...]
    """What is attributed and nothing else, without a leading "that"; two spans for «"X," he said, "Y"»."""
    cue: tuple[Span, ...] = ()
    """The words that attribute («said», «according to»); empty where a quotation runs on in a next paragraph."""
    source: tuple[Span, ...] | None = None
    """The whole noun phrase; None where no source is named («reportedly»)."""
    kind: Kind = Kind.INDIRECT
    parent: int | None = None
    """Index of the attribution in whose content this one lies («The Post reported that officials said X»)."""
    speaker: str | None = None
    """Full name or collective that the source stands for, resolved over the article; None: it cannot be told."""
    rule: str = ""
    """Why it was marked: identifier of the rule (``said-before-content``), put in plain words by the screen."""


@dataclass(frozen=True, slots=True)
class Official:
    """A person whom the text gives an office or an organisation."""

    name: Span
    """The fullest mention."""
    full_name: str
    office: Span | None = None
    """«head of communications», as the text words it; None where not stated."""
    organisation: Span | None = None
    """«Ukraine's Joint Forces Group»; None where not stated."""
    mentions: tuple[Span, ...] = ()
    """All other mentions by name («Trehubov»), in reading order."""
    country: Span | None = None
    """Country of the office or organisation, as the text words it («Ukraine», «French»); None where not stated."""

    @property
    def told(self) -> tuple[Span, ...]:
        """What the text says of the person: office, organisation, and the country unless one of them holds it."""
        parts = tuple(part for part in (self.office, self.organisation) if part is not None)
        apart = self.country is not None and not any(self.country.overlaps(part) for part in parts)
        return (*parts, self.country) if self.country is not None and apart else parts


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the analysis found in one article; every span counts in ``Article.text``."""

    attributions: tuple[Attribution, ...] = ()
    """In the order of their first span; a parent stands before its children."""
    officials: tuple[Official, ...] = ()
    collectives: tuple[Span, ...] = ()
    """Bodies that speak or act as officials («Ukraine's General Staff», «police»), each at its first mention."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as the library keeps it: attributed content with its place, for lists over many articles."""

    entry_id: "EntryId"
    index: int
    """Index in ``Analysis.attributions`` of the entry."""
    speaker: str
    content: str
    """The words of the content (spans joined with an ellipsis)."""
    cue: str
    kind: Kind
    outlet: str
    headline: str
    dated_at: "datetime"


@dataclass(frozen=True, slots=True)
class OfficialRecord:
    """One person or collective over the whole library."""

    full_name: str
    office: str = ""
    """The wording that is shown (see ``reader.store.office_wordings``); empty where never stated."""
    organisation: str = ""
    claims: int = 0
    articles: int = 0
    last_seen_at: "datetime | None" = None
    other_offices: tuple[str, ...] = ()
    """What other articles say instead, with the organisation, the latest first: one of them may be wrong."""
    country: str = ""
    """Of the office, in the latest wording that names one; empty where none does."""
