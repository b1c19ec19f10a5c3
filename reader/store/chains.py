"""Credits and derivations of the entries: the edges from which chains are built."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from reader.lexicon.outlets import name_key
from reader.model.chain import Basis, ChainNode, Credit, Derivation, DerivationKind, Evidence, Relation
from reader.model.entry import EntryId
from reader.model.lineage import count_origins, top_sources
from reader.store.database import Database, Row, fold
from reader.store.packing import optional_stamp, optional_time, squeeze, storable, to_json, unsqueeze
from reader.store.search import without_article
from reader.text.spans import Span

COMPONENT_LIMIT = 200
"""Entries that a chain is followed to, in any direction: enough for any story, a bound for a wrong edge."""

_MICROSECOND = timedelta(microseconds=1)
_EDGE = "src, dst, kind, confidence, basis, main, sibling, delay, evidence"
_BARE_EDGE = "src, dst, kind, confidence, basis, main, sibling"


def _derivation(row: Row, *, proved: bool = True) -> Derivation:
    """Return an edge, with its evidence if that is wanted: it takes most of the time."""
    pieces = unsqueeze(row[8]) if proved else ()
    return Derivation(
        src=row[0],
        dst=row[1],
        kind=DerivationKind(row[2]),
        confidence=row[3],
        basis=Basis(row[4]),
        evidence=tuple(
            Evidence(node, where, Span(start, end), words, reason) for node, where, start, end, words, reason in pieces
        ),
        main=bool(row[5]),
        sibling=bool(row[6]),
        delay=None if row[7] is None else timedelta(microseconds=row[7]),
    )


def _bare_derivation(row: Row) -> Derivation:
    """Return an edge without its evidence, which takes the most time to read."""
    src, dst, kind, confidence, basis, main, sibling = row
    return Derivation(src, dst, DerivationKind(kind), confidence, Basis(basis), (), bool(main), bool(sibling))


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
                        searched_outlet(c.outlet),
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
                        searched_outlet(n.outlet),
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

    def followed(self, outlets: Iterable[str]) -> frozenset[str]:
        """Return those of some outlets of which the library has entries, whatever the case and the leading article."""
        # INDEXED BY: SQLite would rather read all rows that are not hidden, 78 ms among 100,000
        held = "SELECT 1 FROM entries INDEXED BY entries_outlet WHERE outlet COLLATE NOCASE IN (?, ?) AND hidden = 0"
        bare = ((name, name.removeprefix("The ").removeprefix("the ")) for name in outlets if name)
        return frozenset(
            name for name, short in bare if self._db.row(f"{held} LIMIT 1", (short, f"The {short}")) is not None
        )

    def keep_derivations(self, entry_id: EntryId, derivations: Sequence[Derivation]) -> None:
        """Keep what the tracing of an entry found, in place of the edges into it and of those found by it before.

        Edges into other nodes (between sources that are only cited, or from a late arrival to an earlier entry) are
        kept too. The entry counts as traced, and its list row and those of all entries below it are brought up to
        date (``via``, ``more``, ``origins``).
        """
        key = str(entry_id)
        with self._db.transaction(durable=False):
            before = self._db.read("SELECT src, dst FROM derivations WHERE owner = ? OR dst = ?", (entry_id, key))
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
            lost, gained = {src for src, _ in before}, {d.src for d in derivations}
            below = {key, *(dst for _, dst in before), *(d.dst for d in derivations)}
            self._refresh_rows(below, (lost - gained) | self._alone(gained - lost))

    def derivations(
        self, entry_ids: Iterable[EntryId], *, siblings_of: EntryId | None = None
    ) -> tuple[Derivation, ...]:
        """Return the edges that touch the given entries, and those above them between sources not stored.

        With ``siblings_of``, of the lines between siblings only those of that entry come with their evidence. Sixty
        copies of one text have six hundred such lines: read without it they take 3 ms instead of 17, and to send them
        to a child process and back 12 instead of 80.
        """
        seen: set[str] = set()
        fresh = {str(number) for number in entry_ids}
        edges: dict[tuple[str, str], Derivation] = {}
        while fresh and len(seen) < 20 * COMPONENT_LIMIT:
            seen |= fresh
            touching = self._edges(fresh, siblings_of)
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

    def _edges(self, keys: Iterable[str], siblings_of: EntryId | None) -> list[Derivation]:
        rows = self._db.read(
            f"SELECT {_EDGE} FROM derivations WHERE dst IN (SELECT value FROM json_each(?1)) "
            f"UNION ALL SELECT {_EDGE} FROM derivations WHERE src IN (SELECT value FROM json_each(?1)) "
            "AND dst NOT IN (SELECT value FROM json_each(?1))",
            (to_json(sorted(keys)),),
        )
        key = str(siblings_of)
        return [_derivation(row, proved=siblings_of is None or not row[6] or key in row[:2]) for row in rows]

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

    def origins(self, entry_id: EntryId) -> int:
        """Return how many independent origins an entry has by all edges that are kept; 0: unknown.

        A list row that says otherwise is brought up to date: it may have been counted by another rule, or before an
        edge far above came in.
        """
        key = str(entry_id)
        above = self._above(key)
        names = {k: node.outlet for k, node in self.nodes(sorted({key, *(edge.src for edge in above)})).items()}
        count = self._origins(key, above, names)
        if self._db.row("SELECT 1 FROM entries WHERE id = ? AND origins <> ?", (entry_id, count)) is not None:
            with self._db.transaction(durable=False):
                self._refresh_row(entry_id)
        return count

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

    def untraced_among(self, entry_ids: Iterable[EntryId]) -> frozenset[EntryId]:
        """Return those of some entries that are analysed but whose chain is not yet looked for.

        The join keeps SQLite from reading all such entries of the library by their index (100 ms of a million).
        """
        rows = self._db.read(
            "SELECT entries.id FROM json_each(?) CROSS JOIN entries ON entries.id = value "
            "WHERE traced = 0 AND claims IS NOT NULL AND hidden = 0",
            (to_json(list(entry_ids)),),
        )
        return frozenset(EntryId(row[0]) for row in rows)

    def _alone(self, keys: Iterable[str]) -> set[str]:
        """Return those of some entries whose rows know of no origin: what an edge from one changes in its row."""
        wanted = to_json([number for key in keys if (number := _entry_number(key)) is not None])
        alone = "SELECT id FROM entries WHERE origins = 0 AND id IN (SELECT value FROM json_each(?))"
        return {str(number) for (number,) in self._db.read(alone, (wanted,))}

    def _refresh_rows(self, keys: Iterable[str], only: Iterable[str]) -> None:
        """Bring the list rows of nodes and of all entries below them up to date, and ``only`` the rows of some."""
        seen = dict.fromkeys(keys)
        fresh = list(seen)
        while fresh and len(seen) < 5 * COMPONENT_LIMIT:
            rows = self._db.read(
                "SELECT DISTINCT dst FROM derivations WHERE src IN (SELECT value FROM json_each(?)) AND sibling = 0",
                (to_json(fresh),),
            )
            fresh = [key for (key,) in rows if key not in seen]
            seen.update(dict.fromkeys(fresh))
        for key in {**seen, **dict.fromkeys(only)}:
            number = _entry_number(key)
            if number is not None:
                self._refresh_row(number)

    def _refresh_row(self, number: EntryId) -> None:
        key = str(number)
        above = self._above(key)
        nodes = self.nodes(sorted({key, *(edge.src for edge in above)}))
        names = {k: node.outlet for k, node in nodes.items()}
        path = _outlets_above(key, above, names)
        self._db.write(
            "UPDATE entries SET via = ?, more = ?, origins = ? WHERE id = ?",
            (path[0] if path else "", max(0, len(path) - 1), self._origins(key, above, names), number),
        )
        self._db.write("DELETE FROM upstream WHERE entry_id = ?", (number,))
        outlets = {searched_outlet(name) for k, name in names.items() if k != key and name}
        self._db.write_many(
            "INSERT OR IGNORE INTO upstream(outlet_key, entry_id) VALUES (?, ?)", [(name, number) for name in outlets]
        )

    def _above(self, key: str) -> list[Derivation]:
        """Return the edges above a node, the nearest ones first and of one node the main one, without evidence."""
        above: list[Derivation] = []
        seen = {key}
        fresh = [key]
        while fresh and len(seen) < 5 * COMPONENT_LIMIT:
            rows = self._db.read(
                f"SELECT {_BARE_EDGE} FROM derivations WHERE dst IN (SELECT value FROM json_each(?)) AND sibling = 0 "
                "ORDER BY dst, main DESC, confidence DESC",
                (to_json(fresh),),
            )
            above += map(_bare_derivation, rows)
            fresh = list({row[0] for row in rows} - seen)
            seen.update(fresh)
        return above

    def _origins(self, key: str, above: Sequence[Derivation], names: Mapping[str, str]) -> int:
        """Return how many independent origins an entry has; see ``count_origins``."""
        if above:
            tops = to_json(sorted(top_sources(key, above)))
            rows = self._db.read(
                f"SELECT {_BARE_EDGE} FROM derivations WHERE src IN (SELECT value FROM json_each(?1)) "
                "AND dst IN (SELECT value FROM json_each(?1)) AND sibling = 1",
                (tops,),
            )
        else:  # one edge tells that it does not stand alone
            rows = self._db.read(
                f"SELECT * FROM (SELECT {_BARE_EDGE} FROM derivations WHERE src = ?1 LIMIT 1) UNION ALL "
                f"SELECT * FROM (SELECT {_BARE_EDGE} FROM derivations WHERE dst = ?1 LIMIT 1)",
                (key,),
            )
        outlets = {k: name_key(name) for k, name in names.items()}
        return count_origins(key, [*above, *map(_bare_derivation, rows)], outlets)


def _outlets_above(key: str, above: Iterable[Derivation], names: Mapping[str, str]) -> list[str]:
    """Return the other outlets on the main way to an entry, each once, from the nearest one up."""
    parents: dict[str, str] = {}
    for edge in above:
        parents.setdefault(edge.dst, edge.src)
    found = {searched_outlet(names.get(key, "")): ""}
    walked = {key}
    while (key := parents.get(key, "")) and key not in walked:
        walked.add(key)
        found.setdefault(searched_outlet(names.get(key, "")), names.get(key, ""))
    return [name for name in found.values() if name]


def searched_outlet(name: str) -> str:
    """Return the form in which queries find an outlet: folded, without a leading "the"; aliases are not joined."""
    return without_article(fold(storable(name)))
