"""The SQL of the query language.

A query becomes conditions on ``entries``. Words reach the search index (``word_index``) only as quoted strings, so that
nothing of its own language can be typed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reader.store.database import fold
from reader.store.packing import to_stamp
from reader.store.query import TEXT_FIELDS, All, Any, Count, Name, Node, Not, When, Words

_NEVER = "0"


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true of the wanted rows of ``entries``, with its parameters."""

    sql: str
    parameters: tuple[object, ...] = ()

    def negated(self) -> "Condition":
        """Return the opposite; NULL counts as false."""
        return Condition(f"NOT coalesce({self.sql}, 0)", self.parameters)


def match_string(words: Sequence[Words]) -> str:
    """Return words as an FTS5 expression that all of them must satisfy."""
    parts = []
    for word in words:
        quoted = '"' + word.text.replace('"', '""') + '"'
        field = f"{word.field} : " if word.field in TEXT_FIELDS else ""
        parts.append(f"({field}{quoted}{' *' if word.prefix else ''})")
    return " AND ".join(parts)


def word_matches(query: All) -> str:
    """Return the FTS5 expression of the words that every result must have; empty where there are none."""
    return match_string([part for part in query.parts if isinstance(part, Words)])


def compile_query(node: Node, now: datetime) -> Condition:
    """Return the condition of a parsed query; ``now`` gives ``after:7d`` its meaning."""
    if isinstance(node, All):
        words = [part for part in node.parts if isinstance(part, Words)]
        conditions = [_matching(words)] if words else []
        conditions += [compile_query(part, now) for part in node.parts if not isinstance(part, Words)]
        return _joined(conditions, " AND ", "1")
    if isinstance(node, Any):
        return _joined([compile_query(part, now) for part in node.parts], " OR ", _NEVER)
    if isinstance(node, Not):
        return compile_query(node.part, now).negated()
    if isinstance(node, Words):
        return _matching([node])
    if isinstance(node, When):
        return Condition(f"dated_at {'>=' if node.field == 'after' else '<'} ?", (_moment(node, now),))
    if isinstance(node, Count):
        if node.most is None:
            return Condition("origins >= ?", (node.least,))
        return Condition("origins BETWEEN ? AND ?", (node.least, node.most))
    return _named(node)


def _matching(words: Sequence[Words]) -> Condition:
    return Condition("entries.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (match_string(words),))


def _joined(conditions: Sequence[Condition], word: str, nothing: str) -> Condition:
    if not conditions:
        return Condition(nothing)
    sql = word.join(condition.sql for condition in conditions)
    return Condition(f"({sql})", tuple(p for condition in conditions for p in condition.parameters))


def _moment(when: When, now: datetime) -> int:
    if when.at is not None:
        return to_stamp(when.at)
    moment = now.astimezone(UTC) - min(when.ago, now - datetime.min.replace(tzinfo=UTC) - timedelta(days=1))
    if when.whole_day:
        moment = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return to_stamp(moment)


_IS = {
    "unread": "read = 0",
    "read": "read = 1",
    "bookmarked": "bookmarked = 1",
    "saved": "feed_id IS NULL",
    # its chain is known, and nothing is above it: no source, no credit
    "original": "(traced = 1 AND entries.id NOT IN (SELECT entry_id FROM credits) AND NOT EXISTS "
    "(SELECT 1 FROM derivations WHERE dst = CAST(entries.id AS TEXT) AND sibling = 0))",
}
_HAS = {
    "note": "entries.id IN (SELECT noted.id FROM entries AS noted WHERE noted.note <> '')",
    "tag": "entries.id IN (SELECT entry_id FROM tags)",
    "claims": "coalesce(claims, 0) > 0",
    "origin": "origins > 0",
    "text": "entries.id IN (SELECT id FROM articles)",
}


def _named(node: Name) -> Condition:
    if node.field == "is":
        return Condition(_IS[node.value])
    if node.field == "has":
        return Condition(_HAS[node.value])
    key = fold(node.value)
    if not key:
        return Condition(_NEVER)
    if node.field == "feed":
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 10 else -1
        return Condition(
            "(feed_id IN (SELECT id FROM feeds WHERE id = ? OR instr(fold(own_title), ?) OR instr(fold(url), ?) "
            "OR (own_title = '' AND instr(fold(feed_title), ?))) OR (feed_id IS NULL AND instr(fold(outlet), ?)))",
            (number, key, key, key, key),
        )
    if node.field == "folder":
        test, values = _test("fold(folder)", key, node.prefix)
        return Condition(f"feed_id IN (SELECT id FROM feeds WHERE {test})", values)
    if node.field == "tag":
        test, values = _test("fold(tag)", key, node.prefix)
        return Condition(f"entries.id IN (SELECT entry_id FROM tags WHERE {test})", values)
    if node.field == "origin":
        test, values = _test("outlet_key", without_article(key), node.prefix, words=True)
        return Condition(
            f"(entries.id IN (SELECT entry_id FROM upstream WHERE {test}) "
            f"OR entries.id IN (SELECT entry_id FROM credits WHERE {test}))",
            values + values,
        )
    first, values = _test("speaker_key", key, node.prefix, words=True)
    last, more = _test("speaker_last", key, node.prefix)
    tests = [first, last, _inside("speaker_key")]
    more += (f" {key}" if node.prefix else f" {key} ",)
    if not node.prefix:
        tests.append(_spelt_like("speaker_key" if " " in key else "speaker_last"))
        more += (key,)
    said = " OR ".join(f"entries.id IN (SELECT entry_id FROM attributions WHERE {test})" for test in tests)
    return Condition(f"({said})", values + more)


def _inside(column: str) -> str:
    """Return a test for words inside a name («fire brigade» in «the velmora fire brigade»), whole words each."""
    return f"{column} IN (SELECT name FROM ({_names(column)}) WHERE instr(' ' || name || ' ', ?))"


def _spelt_like(column: str) -> str:
    """Return a test for the other spellings of a speaker's name; each name is folded once, not each attribution."""
    return f"{column} IN (SELECT name FROM ({_names(column)}) WHERE spelling(name) = spelling(?))"


def _names(column: str) -> str:
    """Return the SQL of all names in a column, each once."""
    return f"SELECT DISTINCT {column} AS name FROM attributions WHERE {column} IS NOT NULL"


def without_article(key: str) -> str:
    """Return a folded outlet name without a leading "the"."""
    return key.removeprefix("the ") or key


def _test(column: str, key: str, prefix: bool, *, words: bool = False) -> tuple[str, tuple[object, ...]]:
    """Return a comparison that an index can answer: the whole name, its beginning, or (words) its first words."""
    beyond = key + "\U0010ffff"
    if prefix:
        return f"({column} >= ? AND {column} < ?)", (key, beyond)
    if words:
        return f"({column} = ? OR ({column} > ? AND {column} < ?))", (key, key + " ", key + " \U0010ffff")
    return f"{column} = ?", (key,)
