"""Credits and derivations of the entries: the edges from which chains are built."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from reader.model.chain import Basis, ChainNode, Credit, Derivation, DerivationKind, Evidence, Relation
from reader.model.entry import EntryId
from reader.store.database import Database, Row, fold
from reader.store.packing import optional_stamp, optional_time, squeeze, storable, to_json, unsqueeze
from reader.store.search import without_article
from reader.text.spans import Span

COMPONENT_LIMIT = 200
"""Entries that a chain is followed to, in any direction: enough for any story, a bound for a wrong edge."""

_MICROSECOND = timedelta(microseconds=1)
_EDGE = "src, dst, kind, confidence, basis, main, sibling, delay, evidence"


def _derivation(row: Row) -> Derivation:
    return Derivation(
        src=row[0],
        dst=row[1],
        kind=DerivationKind(row[2]),
        confidence=row[3],
        basis=Basis(row[4]),
        evidence=tuple(
            Evidence(node, where, Span(start, end), words, reason)
            for node, where, start, end, words, reason in unsqueeze(row[8])
        ),
        main=bool(row[5]),
        sibling=bool(row[6]),
        delay=None if row[7] is None else timedelta(microseconds=row[7]),
    )


def _outlet_of_key(key: str) -> str:
    """Return the outlet in the key of a source that is not stored: ``ext:<outlet>:<story>``."""
    return key.removeprefix("ext:").rpartition(":")[0] or key.removeprefix("ext:")


def _entry_number(key: str) -> EntryId | None:
    return EntryId(int(key)) if key.isascii() and key.isdigit() and len(key) < 19 else None


class ChainStore:
    """The credits and derivations of a library."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep_credits(self, entry_id: EntryId, credits: Sequence[Credit]) -> None:
        """Keep the credits of an entry in place of those kept before."""
        with self._db.transaction(durable=False):
            self._db.write("DELETE FROM credits WHERE entry_id = ?", (entry_id,))
            self._db.write_many(
                'INSERT INTO credits(entry_id, place, outlet, outlet_key, relation, stands_in, start, "end", rule, '
                "generic, via) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        entry_id,
                        place,
                        storable(c.outlet),
                        outlet_key(c.outlet),
                        c.relation.value,
                        storable(c.where),
                        *c.span,
                        c.rule,
                        c.generic,
                        c.via,
                    )
                    for place, c in enumerate(credits)
                ],
            )

    def credits(self, entry_id: EntryId) -> tuple[Credit, ...]:
        """Return the credits of an entry as they were kept."""
        rows = self._db.read(
            'SELECT outlet, relation, stands_in, start, "end", rule, generic, via FROM credits WHERE entry_id = ? '
            "ORDER BY place",
            (entry_id,),
        )
        return tuple(
            Credit(row[0], Relation(row[1]), row[2], Span(row[3], row[4]), row[5], bool(row[6]), row[7]) for row in rows
        )

    def keep_nodes(self, nodes: Iterable[ChainNode]) -> None:
        """Keep what is known of sources that are not stored (entries tell about themselves)."""
        with self._db.transaction(durable=False):
            self._db.write_many(
                "INSERT OR REPLACE INTO nodes(key, outlet, outlet_key, headline, published_at, generic, what) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        storable(n.key),
                        storable(n.outlet),
                        outlet_key(n.outlet),
                        storable(n.headline),
                        optional_stamp(n.published_at),
                        n.generic,
                        storable(n.what),
                    )
                    for n in nodes
                    if n.entry_id is None
                ],
            )

    def nodes(self, keys: Sequence[str]) -> dict[str, ChainNode]:
        """Return nodes by key: entries as they are now, other sources as they were kept (else named by their key)."""
        numbers = [number for key in keys if (number := _entry_number(key)) is not None]
        found = {
            str(row[0]): ChainNode(str(row[0]), row[1], EntryId(row[0]), row[2], optional_time(row[3]))
            for row in self._db.read(
                "SELECT id, outlet, title, published_at FROM entries WHERE id IN (SELECT value FROM json_each(?))",
                (to_json(numbers),),
            )
        }
        for key, outlet, headline, published, generic, what in self._db.read(
            "SELECT key, outlet, headline, published_at, generic, what FROM nodes "
            "WHERE key IN (SELECT value FROM json_each(?))",
            (to_json([storable(key) for key in keys]),),
        ):
            found[key] = ChainNode(key, outlet, None, headline, optional_time(published), bool(generic), what)
        for key in keys:
            if key not in found and key.startswith("ext:"):
                found[key] = ChainNode(key, _outlet_of_key(key))
        return found

    def keep_derivations(self, entry_id: EntryId, derivations: Sequence[Derivation]) -> None:
        """Keep what the tracing of an entry found, in place of the edges into it and of those found by it before.

        Edges into other nodes (between sources that are only cited, or from a late arrival to an earlier entry) are
        kept too. The entry counts as traced, and its list row and those of all entries below it are brought up to
        date (``via``, ``more``, ``origins``).
        """
        with self._db.transaction(durable=False):
            below = {
                row[0]
                for row in self._db.read("SELECT dst FROM derivations WHERE owner = ? AND sibling = 0", (entry_id,))
            }
            self._db.write("DELETE FROM derivations WHERE owner = ? OR dst = ?", (entry_id, str(entry_id)))
            self._db.write_many(
                f"INSERT OR REPLACE INTO derivations({_EDGE}, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        storable(d.src),
                        storable(d.dst),
                        d.kind.value,
                        d.confidence,
                        d.basis.value,
                        d.main,
                        d.sibling,
                        None if d.delay is None else d.delay // _MICROSECOND,
                        squeeze([[e.node, e.where, *e.span, e.words, e.reason] for e in d.evidence]),
                        entry_id,
                    )
                    for d in derivations
                ],
            )
            self._db.write("UPDATE entries SET traced = 1 WHERE id = ?", (entry_id,))
            below.update(d.dst for d in derivations if not d.sibling)
            self._refresh_rows([str(entry_id), *below])

    def derivations(self, entry_ids: Iterable[EntryId]) -> tuple[Derivation, ...]:
        """Return the edges that touch the given entries, and those above them between sources not stored."""
        seen: set[str] = set()
        fresh = {str(number) for number in entry_ids}
        edges: dict[tuple[str, str], Derivation] = {}
        while fresh and len(seen) < 20 * COMPONENT_LIMIT:
            seen |= fresh
            touching = self._edges(fresh)
            for found in touching:  # of an edge that several entries brought the surest
                known = edges.setdefault((found.dst, found.src), found)
                if found.confidence > known.confidence:
                    edges[(found.dst, found.src)] = found
            # go on upwards through what is only cited: its sources belong to the picture
            fresh = {d.src for d in touching if d.dst in seen and d.src.startswith("ext:")} - seen
        return tuple(edges[pair] for pair in sorted(edges))

    def links(self, entry_ids: Iterable[EntryId]) -> set[tuple[str, str]]:
        """Return (src, dst) of the edges that touch the given entries, without what proves them."""
        return set(
            self._db.read(
                "SELECT src, dst FROM derivations WHERE dst IN (SELECT value FROM json_each(?1)) "
                "UNION SELECT src, dst FROM derivations WHERE src IN (SELECT value FROM json_each(?1))",
                (to_json([str(number) for number in entry_ids]),),
            )
        )

    def _edges(self, keys: Iterable[str]) -> list[Derivation]:
        wanted = to_json(sorted(keys))
        rows = self._db.read(
            f"SELECT {_EDGE} FROM derivations WHERE dst IN (SELECT value FROM json_each(?1)) "
            f"UNION ALL SELECT {_EDGE} FROM derivations WHERE src IN (SELECT value FROM json_each(?1))",
            (wanted,),
        )
        return [_derivation(row) for row in rows]

    def component(self, entry_id: EntryId) -> tuple[EntryId, ...]:
        """Return the entries joined with one by shared text (siblings and common cited sources too), itself first.

        Edges that only cite are not followed; at most ``COMPONENT_LIMIT`` entries, the nearest ones.
        """
        start = str(entry_id)
        seen = {start: None}
        fresh = [start]
        while fresh and len(seen) < COMPONENT_LIMIT:
            rows = self._db.read(
                "SELECT src FROM derivations WHERE dst IN (SELECT value FROM json_each(?1)) AND kind <> 'cites' "
                "UNION SELECT dst FROM derivations WHERE src IN (SELECT value FROM json_each(?1)) AND kind <> 'cites'",
                (to_json(fresh),),
            )
            fresh = [key for (key,) in rows if key not in seen]
            seen.update(dict.fromkeys(fresh))
        numbers = [number for key in seen if (number := _entry_number(key)) is not None]
        return tuple(numbers[:COMPONENT_LIMIT])

    def is_traced(self, entry_id: EntryId) -> bool:
        """Tell whether the chain of an entry has been looked for since its text was analysed."""
        return self._db.row("SELECT 1 FROM entries WHERE id = ? AND traced = 1", (entry_id,)) is not None

    def untraced(self, limit: int) -> tuple[EntryId, ...]:
        """Return entries that are analysed but whose chain is not yet looked for, newest first."""
        rows = self._db.read(
            "SELECT id FROM entries INDEXED BY entries_untraced WHERE traced = 0 AND claims IS NOT NULL AND hidden = 0 "
            "ORDER BY dated_at DESC, id DESC LIMIT ?",
            (limit,),
        )
        return tuple(EntryId(row[0]) for row in rows)

    def _refresh_rows(self, keys: Iterable[str]) -> None:
        """Bring the list rows of nodes and of all entries below them up to date."""
        seen = dict.fromkeys(keys)
        fresh = list(seen)
        while fresh and len(seen) < 5 * COMPONENT_LIMIT:
            rows = self._db.read(
                "SELECT DISTINCT dst FROM derivations WHERE src IN (SELECT value FROM json_each(?)) AND sibling = 0",
                (to_json(fresh),),
            )
            fresh = [key for (key,) in rows if key not in seen]
            seen.update(dict.fromkeys(fresh))
        for key in seen:
            number = _entry_number(key)
            if number is not None:
                self._refresh_row(number)

    def _refresh_row(self, number: EntryId) -> None:
        above = self._above(str(number))
        nodes = self.nodes([src for parents in above.values() for src, _ in parents])
        own = self._db.row("SELECT outlet FROM entries WHERE id = ?", (number,))
        own_key = outlet_key(own[0]) if own else ""
        path: dict[str, str] = {}  # folded outlet -> its name, from the nearest one up
        key = str(number)
        walked = {key}
        while above.get(key):
            key = above[key][0][0]
            if key in walked:
                break
            walked.add(key)
            name = nodes[key].outlet if key in nodes else ""
            if outlet_key(name) != own_key:
                path.setdefault(outlet_key(name), name)
        path.pop("", None)
        tops = _origins(str(number), above)
        self._db.write(
            "UPDATE entries SET via = ?, more = ?, origins = ? WHERE id = ?",
            (
                next(iter(path.values()), ""),
                max(0, len(path) - 1),
                len({outlet_key(nodes[top].outlet) for top in tops if top in nodes}),
                number,
            ),
        )
        self._db.write("DELETE FROM upstream WHERE entry_id = ?", (number,))
        self._db.write_many(
            "INSERT OR IGNORE INTO upstream(outlet_key, entry_id) VALUES (?, ?)",
            [(outlet_key(node.outlet), number) for node in nodes.values() if node.outlet],
        )

    def _above(self, key: str) -> dict[str, list[tuple[str, str]]]:
        """Return the parents of a node and of all nodes above it with the kinds, each time the main one first."""
        above: dict[str, list[tuple[str, str]]] = {}
        fresh = [key]
        while fresh and len(above) < 5 * COMPONENT_LIMIT:
            above.update((child, []) for child in fresh)
            for dst, src, kind in self._db.read(
                "SELECT dst, src, kind FROM derivations WHERE dst IN (SELECT value FROM json_each(?)) AND sibling = 0 "
                "ORDER BY dst, main DESC, confidence DESC",
                (to_json(fresh),),
            ):
                if all(src != parent for parent, _ in above[dst]):
                    above[dst].append((src, kind))
            fresh = list({parent for child in fresh for parent, _ in above[child]} - above.keys())
        return above


def _origins(key: str, above: Mapping[str, Sequence[tuple[str, str]]]) -> set[str]:
    """Return the nodes to which an entry goes back: a text to its sources, what took no text to all that it cites."""
    tops: set[str] = set()
    seen: set[str] = set()
    ways = [key]
    while ways:
        node = ways.pop()
        if node in seen:
            continue
        seen.add(node)
        parents = above.get(node, ())
        texts = [src for src, kind in parents if kind != DerivationKind.CITES]
        ways += texts or [src for src, _ in parents]
        if not parents and node != key:
            tops.add(node)
    return tops


def outlet_key(name: str) -> str:
    """Return the form in which outlets are compared: folded, without a leading "the"."""
    return without_article(fold(storable(name)))
