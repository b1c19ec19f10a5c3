"""The query language: text that a user types -> a tree of conditions. Pure: no clock, no SQL.

Grammar, loosest first::

    query   := unit+                       all must hold
    unit    := element ("OR" element)*     OR binds tighter than standing side by side, as in web searches
    element := ("-" | "NOT") element | "(" query ")" | [field ":"] value
    value   := word | word* | "phrase" | "phrase"*

Whatever is neither a known field nor an operator is a word: ``10:42`` and ``don't`` need no care.
"""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reader.store.errors import QueryError

MAX_LENGTH = 2000
"""Characters of a query."""
MAX_TERMS = 64
"""Conditions in a query; a hundred words would overrun the search engine's own limits."""
MAX_DEPTH = 20
"""Parentheses and negations inside each other."""

TEXT_FIELDS = ("title", "text", "author", "outlet")
"""Fields that look for words in one part of an entry."""
FIELDS = (*TEXT_FIELDS, "feed", "folder", "tag", "after", "before", "is", "has", "origin", "origins", "said-by")
"""All fields."""
IS_VALUES = ("unread", "read", "bookmarked", "original", "saved")
HAS_VALUES = ("note", "tag", "claims", "origin", "text")

_ALIASES = {"by": "author", "starred": "bookmarked", "bookmark": "bookmarked", "notes": "note", "tags": "tag"}
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]*):")
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.0, "y": 365.0, "h": 1 / 24}
_AGO = re.compile(r"(\d{1,5})([hdwmy])")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_NUMBER = re.compile(r"([<>]?=?)(\d{1,6})(\+?)")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after another, in one part of the entry or in any."""

    text: str
    field: str = ""
    """One of ``TEXT_FIELDS``; empty: any."""
    prefix: bool = False
    """The last word may go on."""


@dataclass(frozen=True, slots=True)
class Name:
    """A condition on something that has a name: feed, folder, tag, origin, said-by, is, has."""

    field: str
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """``after:`` (that moment or later) or ``before:`` (earlier than that moment)."""

    field: str
    at: datetime | None = None
    """The moment, in UTC; else the next two count."""
    ago: timedelta = timedelta()
    """So long before now ..."""
    whole_day: bool = False
    """... and then back to the beginning of that day."""


@dataclass(frozen=True, slots=True)
class Count:
    """``origins:1``, ``origins:2+``, ``origins:>1``: how many origins are known."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """Conditions that must all hold; none at all lets everything through."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Conditions of which one must hold."""

    parts: tuple["Node", ...]


Node = Words | Name | When | Count | Not | All | Any
"""One condition of a query."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # ( ) - OR NOT value
    position: int
    field: str = ""
    value: str = ""
    prefix: bool = False
    quoted: bool = False


def parse_query(text: str) -> All:
    """Return the conditions of a query; an empty one has none.

    Raises:
        QueryError: it cannot be understood.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the search is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    # controls and lone surrogates are no words, and the search engine's language stops at a NUL
    clean = "".join(" " if c < " " or "\ud800" <= c <= "\udfff" or c == "\x7f" else c for c in text)
    tokens = _tokens(clean)
    if sum(t.kind == "value" for t in tokens) > MAX_TERMS:
        last = [t for t in tokens if t.kind == "value"][MAX_TERMS]
        raise QueryError(f"the search has more than {MAX_TERMS} conditions", last.position)
    return _Parser(tokens, len(text)).parse()


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
        elif char in "()":
            tokens.append(_Token(char, at))
            at += 1
        elif char == "-" and at + 1 < len(text) and not text[at + 1].isspace():
            tokens.append(_Token("-", at))
            at += 1
        else:
            token, at = _value(text, at)
            tokens.append(token)
    return tokens


def _value(text: str, start: int) -> tuple[_Token, int]:
    """Return the token that begins here and the place behind it."""
    at, field = start, ""
    match = _FIELD.match(text, start)
    if match:
        name = match[1].lower()
        name = _ALIASES.get(name, name)
        follows = text[match.end() : match.end() + 2]
        if name in FIELDS:
            field, at = name, match.end()
        elif follows[:1].strip() and follows != "//":  # "Kyiv: war" and addresses are plain words
            near = difflib.get_close_matches(name, FIELDS, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}:?" if near else f"the fields are {' '.join(f + ':' for f in FIELDS)}"
            raise QueryError(f"there is no field {match[1][:40]}: ({hint})", start)
    quoted = text[at : at + 1] == '"'
    if quoted:
        end = text.find('"', at + 1)
        if end < 0:
            raise QueryError('a quotation mark is not closed: "', at)
        value, at = text[at + 1 : end], end + 1
    else:
        end = at
        while end < len(text) and not text[end].isspace() and text[end] not in '()"':
            end += 1
        value, at = text[at:end], end
    prefix = text[at : at + 1] == "*" if quoted else value.endswith("*")
    if quoted and prefix:
        at += 1
    value = value if quoted else value.rstrip("*")
    if not field and not quoted and not prefix and value in ("OR", "NOT", "AND"):
        return _Token(value, start), at
    if field and not value.strip():
        raise QueryError(f"{field}: needs a value", start)
    return _Token("value", start, field, value.strip(), prefix, quoted), at


class _Parser:
    """Recursive descent over the tokens."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._length = length
        self._at = 0

    def parse(self) -> All:
        parts = self._units(0)
        if self._at < len(self._tokens):
            raise QueryError("this ) closes nothing", self._tokens[self._at].position)
        return All(tuple(parts))

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _units(self, depth: int) -> list[Node]:
        parts: list[Node] = []
        while (token := self._next()) is not None and token.kind != ")":
            if token.kind == "AND":  # what stands side by side is joined anyway
                self._at += 1
                continue
            parts.append(self._unit(depth))
        return parts

    def _unit(self, depth: int) -> Node:
        choices = [self._element(depth)]
        while (token := self._next()) is not None and token.kind == "OR":
            self._at += 1
            choices.append(self._element(depth))
        return choices[0] if len(choices) == 1 else Any(tuple(choices))

    def _element(self, depth: int) -> Node:
        token = self._next()
        if token is None or token.kind in (")", "AND"):
            raise QueryError("something is missing here", self._length if token is None else token.position)
        if depth > MAX_DEPTH:
            raise QueryError("too many parentheses or negations inside each other", token.position)
        self._at += 1
        if token.kind == "OR":
            raise QueryError("OR needs something before it", token.position)
        if token.kind in ("-", "NOT"):
            return Not(self._element(depth + 1))
        if token.kind == "(":
            parts = self._units(depth + 1)
            closing = self._next()
            if closing is None:
                raise QueryError("this ( is not closed", token.position)
            self._at += 1
            if not parts:
                raise QueryError("there is nothing between these parentheses", token.position)
            return parts[0] if len(parts) == 1 else All(tuple(parts))
        return _condition(token)


def _condition(token: _Token) -> Node:
    field, value = token.field, token.value
    if field in ("after", "before"):
        return _when(token)
    if field == "origins":
        return _count(token)
    if field == "is":
        return Name("is", _choice(token, IS_VALUES))
    if field == "has":
        return Name("has", _choice(token, HAS_VALUES))
    if field and field not in TEXT_FIELDS:
        return Name(field, value, token.prefix)
    if not any(_is_word_char(c) for c in value):
        shown = value[:40] or ("*" if token.prefix else '""')
        raise QueryError(f"there is no word to look for in {shown}", token.position)
    return Words(value, field, token.prefix)


def _is_word_char(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"  # what the search engine's unicode61 takes for words


def _choice(token: _Token, values: tuple[str, ...]) -> str:
    value = token.value.lower()
    value = _ALIASES.get(value, value)
    if value in values:
        return value
    near = difflib.get_close_matches(value, values, n=1, cutoff=0.5)
    hint = f"did you mean {token.field}:{near[0]}?" if near else f"it may be {', '.join(values)}"
    raise QueryError(f"there is no {token.field}:{token.value[:40]} ({hint})", token.position)


def _count(token: _Token) -> Count:
    match = _NUMBER.fullmatch(token.value)
    if match is None:
        raise QueryError("origins: needs a number, such as 1, 2+ or >1", token.position)
    sign, number, plus = match[1], int(match[2]), match[3]
    if plus or sign == ">=":
        return Count(number, None)
    if sign == ">":
        return Count(number + 1, None)
    if sign == "<":
        return Count(0, number - 1)
    return Count(0, number) if sign == "<=" else Count(number, number)


def _when(token: _Token) -> When:
    value = token.value.lower()
    if value in ("now", "today", "yesterday"):
        return When(token.field, ago=timedelta(days=value == "yesterday"), whole_day=value != "now")
    if match := _AGO.fullmatch(value):
        days = int(match[1]) * _DAYS[match[2]]
        if days > 36_500:
            raise QueryError(f"{token.field}: reaches back further than 100 years", token.position)
        return When(token.field, ago=timedelta(days=days))
    if match := _DATE.fullmatch(value):
        try:
            return When(token.field, datetime(int(match[1]), int(match[2] or 1), int(match[3] or 1), tzinfo=UTC))
        except ValueError:
            raise QueryError(f"{token.field}: there is no such date: {token.value[:40]}", token.position) from None
    raise QueryError(f"{token.field}: needs a date: 2026-01-31, 2026-01, 7d, 12h, today or yesterday", token.position)
