"""The outlets the reader knows by name: their aliases, domains and programmes, loaded from ``outlets.tsv``.

An entry is never needed for an outlet to be credited (``tracing.credits.outlet_names`` knows the forms); it gives one
name to «AP» and «The Associated Press», and an outlet to «"State of the Union"». A user's own table and the outlets of
the library's feeds are added at run time (``more_outlets``).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from reader.model.chain import Outlet

_FIELDS = 6
_FLAGS = frozenset("aw")
_TOKEN = re.compile(r"[^\W_]+(?:\.[^\W_]+)*", re.UNICODE)
_ARTICLES = frozenset({"the"})


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return one word as it is compared: without case, accents and dots («U.S.» is «us»)."""
    plain = word.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        # the breve of й and the dots of ї are letters, not accents
        if any("a" <= c <= "z" for c in decomposed):
            plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.replace(".", "")


def name_key(name: str) -> str:
    """Return one key for the spellings of one name: folded words without article, spaces and punctuation."""
    words = [fold(m.group()) for m in _TOKEN.finditer(name)]
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return "".join(words)


class Entry(NamedTuple):
    """One name under which the lexicon knows an outlet."""

    words: tuple[str, ...]
    """Folded words of the name, in order."""
    written: str
    """The name as the lexicon writes it."""
    outlet: Outlet
    wordlike: bool
    """The name is also a word (or a common title), so that it needs words of crediting around it."""
    programme: bool = False
    """The name is that of a broadcast or column of the outlet."""


class OutletLexicon:
    """A set of known outlets, indexed by the first word of every name, by name, by programme and by domain."""

    def __init__(self, entries: Sequence[Entry] = (), outlets: Sequence[Outlet] = ()) -> None:
        self.entries = tuple(entries)
        self.outlets = tuple(outlets)
        first: dict[str, list[Entry]] = {}
        self._names: dict[str, Entry] = {}
        self._programmes: dict[str, Entry] = {}
        for entry in self.entries:
            (self._programmes if entry.programme else self._names).setdefault(name_key(entry.written), entry)
            if not entry.programme or len(entry.words) > 1:
                first.setdefault(entry.words[0], []).append(entry)
        self._first = {word: tuple(sorted(some, key=lambda e: -len(e.words))) for word, some in first.items()}
        self.first_words = frozenset(self._first)
        """Folded first words of all names."""
        self.small_names = frozenset(
            e.words[0] for e in self.entries if e.written[0].islower() or e.written[0].isdigit()
        )
        """First words of names that are written with a small letter or a figure («dpa», «20 Minuten»)."""
        self._domains = {d.casefold(): o for o in reversed(self.outlets) for d in o.domains}

    def starting(self, word: str) -> tuple[Entry, ...]:
        """Return the names that begin with this folded word, the longest first."""
        return self._first.get(word, ())

    def entry(self, name: str) -> Entry | None:
        """Return the entry of a name in any spelling («the AP», «Agence France-Presse»)."""
        return self._names.get(name_key(name))

    def find(self, name: str) -> Outlet | None:
        """Return the outlet of a name or of a domain in any spelling."""
        entry = self.entry(name)
        if entry is not None:
            return entry.outlet
        return self.by_host(name) if "." in name and " " not in name else None

    def is_wordlike(self, name: str) -> bool:
        """Tell whether a name is also a word, or that of several outlets."""
        entry = self.entry(name)
        return entry is not None and entry.wordlike

    def programme(self, title: str) -> Outlet | None:
        """Return the outlet that broadcasts or prints this programme."""
        entry = self._programmes.get(name_key(title))
        return entry.outlet if entry else None

    def by_host(self, host: str) -> Outlet | None:
        """Return the outlet of a host name (or of the domain above it: ``edition.cnn.com``)."""
        labels = host.casefold().removeprefix("www.").split(".")
        for start in range(max(1, len(labels) - 1)):
            if found := self._domains.get(".".join(labels[start:])):
                return found
        return None

    def extended(self, rows: "Iterable[Row]", *, over: bool = False) -> "OutletLexicon":
        """Return a lexicon that also knows the outlets of ``rows``.

        Names and domains that the lexicon has already keep their outlet; with ``over`` the new ones take them.
        """
        added = [row for row in rows if over or self._is_new(row.outlet)]
        entries = tuple(e for row in added for e in _entries(row.outlet, row.wordlike))
        outlets = tuple(row.outlet for row in added)
        if over:
            return OutletLexicon(entries + self.entries, outlets + self.outlets)
        return OutletLexicon(self.entries + entries, self.outlets + outlets)

    def _is_new(self, outlet: Outlet) -> bool:
        return self.entry(outlet.name) is None and not any(self.by_host(domain) for domain in outlet.domains)


def _entries(outlet: Outlet, wordlike: frozenset[str]) -> Iterable[Entry]:
    """Yield the entries of one outlet; ``wordlike`` are those of its names that are also words."""
    for written in (outlet.name, *outlet.aliases):
        plain = written.split(" (")[0]
        if words := _words(plain):
            yield Entry(words, plain, outlet, written in wordlike)
    for written in outlet.programmes:
        if words := _words(written):
            yield Entry(words, written, outlet, wordlike=True, programme=True)


def _words(written: str) -> tuple[str, ...]:
    return tuple(fold(m.group()) for m in _TOKEN.finditer(written))


class Row(NamedTuple):
    """One outlet of a table, with those of its names that are also words."""

    outlet: Outlet
    wordlike: frozenset[str]


def parse_outlets(text: str, *, name: str = "outlets") -> tuple[Row, ...]:
    """Return the outlets of a table in the form of ``outlets.tsv``.

    Raises:
        ValueError: one clear line, if a line is no outlet (see ``read_outlets``).
    """
    found, problems = read_outlets(text, name=name)
    if problems:
        raise ValueError(problems[0])
    return found


def read_outlets(text: str, *, name: str = "outlets") -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Return the outlets of a table, and one clear line for each line of it that is none.

    Empty lines and lines that begin with ``#`` are passed over; trailing columns may be missing, but not all: a line
    without a tab is one whose columns were parted by something else.
    """
    found: list[Row] = []
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            found.append(_row(line))
        except ValueError as error:
            problems.append(f"{name}, line {number}: {error}")
    return tuple(found), tuple(problems)


def _row(line: str) -> Row:
    """Return the outlet of one line.

    Raises:
        ValueError: it has no name, no tab, too many columns or an unknown flag.
    """
    columns = line.split("\t")
    if len(columns) > _FIELDS or not columns[0].strip():
        raise ValueError(f"expected a name and up to {_FIELDS - 1} columns after it")
    if len(columns) == 1:
        raise ValueError("expected a name and columns after it, parted by tabs: there is no tab")
    columns += [""] * (_FIELDS - len(columns))
    title, aliases, domains, programmes, flags, owner = (c.strip() for c in columns)
    if not name_key(title):
        raise ValueError(f"{title[:80]!r} is no name")
    if not set(flags) <= _FLAGS:
        raise ValueError(f"{flags[:80]!r} is no flag (a, w or aw)")
    marked = _split(aliases)
    plain = tuple(alias.removesuffix("~") for alias in marked)
    names = [n for n in (title, *plain) if len(_words(n)) <= _WORDLIKE] if "w" in flags else []
    wordlike = frozenset((*names, *(alias[:-1] for alias in marked if alias.endswith("~"))))
    return Row(Outlet(title, plain, _split(domains), _split(programmes), "a" in flags, owner), wordlike)


_WORDLIKE = 2
"""Words of a name up to which a word-like outlet's name is so («The Sun», but not «The Sun on Sunday»)."""


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def make_lexicon(rows: Sequence[Row]) -> OutletLexicon:
    """Return the lexicon of a table."""
    return OutletLexicon([e for row in rows for e in _entries(row.outlet, row.wordlike)], [row.outlet for row in rows])


@cache
def known_outlets() -> OutletLexicon:
    """Return the lexicon that comes with the program (read once)."""
    table = files("reader.lexicon").joinpath("outlets.tsv").read_text(encoding="utf-8")
    return make_lexicon(parse_outlets(table, name="outlets.tsv"))
