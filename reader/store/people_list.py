"""The people and bodies of a library as they are listed: joined once, then only where names came or went.

To read and join all names of a library takes 0.3 s of processor time for 4,000 articles with 12,800 names, and grows
with it. What was joined is therefore kept (table ``people``). Triggers note every name of which a claim or an official
is kept or deleted; when the list is asked for, the names that share a surname with a noted one are joined again. Only
names of one surname are ever joined, so that the result is that of joining all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from reader import __version__
from reader.store.database import Database
from reader.store.errors import StoreError
from reader.store.packing import to_json
from reader.store.people import Person, is_common, is_listed, is_surely_listed, join_people, names_of, surname_key
from reader.store.schema import ALL_NAMES
from reader.store.settings import SettingStore

_JOINED_BY = "people.joined-by"
"""Setting: the version whose rules joined what is kept; those of another one may differ."""
TOGETHER = 1000
"""Surnames that are joined again in one transaction, so that others who write wait a tenth of a second."""
_COLUMNS = "name_key, rank, sure, full_name, office, organisation, claims, articles, last_seen, other_offices, country"


class Listed(NamedTuple):
    """One name of the list, or one that is not listed."""

    key: str
    """The folded name."""
    rank: int | None
    """1: a name, 2: a common noun; None: not listed, or counted to another name."""
    sure: bool
    """Listed even if an outlet has the name."""
    full_name: str = ""
    office: str = ""
    organisation: str = ""
    claims: int = 0
    articles: int = 0
    last_seen: int = -1
    """Stamp of the latest entry."""
    other_offices: str = "[]"
    """Offices that other articles give (a JSON list)."""
    country: str = ""


class PeopleList:
    """The joined names of a library."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._settings = SettingStore(database)

    def listed(self, among: Iterable[int] | None = None) -> list[Listed]:
        """Return who is listed: names before common nouns, then by claims, articles, last time and name.

        Args:
            among: numbers of the entries that count; None: all.
        """
        if among is None and self.bring_up_to_date():
            rows = self._db.read(
                f"SELECT {_COLUMNS} FROM people WHERE rank IS NOT NULL "
                "ORDER BY rank, claims DESC, articles DESC, last_seen DESC, full_name"
            )
            return list(map(Listed._make, rows))
        people = self._gather() if among is None else self._gather("entry_id", to_json(list(among)))
        found = [row for row in _joined(people) if row.rank is not None]
        return sorted(found, key=lambda p: (p.rank, -p.claims, -p.articles, -p.last_seen, p.full_name))

    def names_of(self, key: str) -> set[str]:
        """Return the folded names under which the claims of a person or body are kept."""
        if not key:
            return set()
        surname = surname_key(key)
        near = to_json([key, *self._known(to_json([surname])), *self._changed().get(surname, ())])
        rows = self._db.read(
            "SELECT speaker_key, max(speaker), 0 FROM attributions "
            "WHERE speaker_key IN (SELECT value FROM json_each(?1)) GROUP BY speaker_key "
            "UNION SELECT name_key, full_name, collective FROM officials "
            "WHERE name_key IN (SELECT value FROM json_each(?1)) ORDER BY 3",
            (near,),
        )
        return names_of(key, ((k, name, bool(body)) for k, name, body in rows))

    def bring_up_to_date(self) -> bool:
        """Join again the names of which something changed; False where that cannot be kept.

        What comes in meanwhile is left for the next time.
        """
        with suppress(StoreError):
            if self._settings.get(_JOINED_BY) != __version__:
                with self._db.transaction(durable=False):
                    self._db.write("DELETE FROM people")
                    self._db.write(ALL_NAMES)
                    self._settings.put(_JOINED_BY, __version__)
            changed = self._changed()
            surnames = list(changed)
            for start in range(0, len(surnames), TOGETHER):
                self._join_again({surname: changed[surname] for surname in surnames[start : start + TOGETHER]})
            return True
        return False

    def _join_again(self, changed: Mapping[str, list[str]]) -> None:
        """Join the names of some surnames, and keep what comes of it in place of what was kept before."""
        surnames = to_json(list(changed))
        with self._db.transaction(durable=False):
            names = {*self._known(surnames), *chain.from_iterable(changed.values())}
            chosen = to_json(sorted(names))
            rows = _joined(self._gather("key", chosen))
            self._db.write("DELETE FROM people WHERE surname IN (SELECT value FROM json_each(?))", (surnames,))
            self._db.write_many(
                f"INSERT INTO people({_COLUMNS}, surname) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(*row, surname_key(row.key)) for row in rows],
            )
            self._db.write("DELETE FROM changed_names WHERE name_key IN (SELECT value FROM json_each(?))", (chosen,))

    def _known(self, surnames: str) -> list[str]:
        """Return the joined names of some surnames (a JSON list)."""
        known = "SELECT name_key FROM people WHERE surname IN (SELECT value FROM json_each(?))"
        return [key for (key,) in self._db.read(known, (surnames,))]

    def _changed(self) -> dict[str, list[str]]:
        """Return the names of which something changed, by surname."""
        changed: dict[str, list[str]] = defaultdict(list)
        for (key,) in self._db.read("SELECT name_key FROM changed_names"):
            changed[surname_key(key)].append(key)
        return changed

    def _gather(self, chosen_by: str = "", chosen: str = "") -> dict[str, Person]:
        """Return every name with what is kept of it.

        Args:
            chosen_by: ``entry_id`` or ``key`` where only some count, which are
            chosen: (a JSON list).
        """

        def condition(key: str) -> str:
            column = key if chosen_by == "key" else chosen_by
            return f"{key} <> ''" + (f" AND {column} IN (SELECT value FROM json_each(?))" if column else "")

        given = (chosen,) if chosen_by else ()
        people: dict[str, Person] = defaultdict(Person)
        for key, name, office, organisation, body, entries, stamps, last, told, country in self._db.read(
            # where there is one max(), SQLite takes the other columns from its row
            "SELECT name_key, full_name, office, organisation, collective, group_concat(entry_id), "
            "group_concat(dated_at), max(dated_at), office <> '' OR organisation <> '' AS told, country "
            "FROM officials JOIN entries ON entries.id = entry_id "
            f"WHERE {condition('name_key')} GROUP BY name_key, office, organisation, country",
            given,
        ):
            person = people[key]
            person.entries.update(entries.split(","))
            person.collective = bool(body)
            person.official = True
            if last > person.last_stamp:
                person.full_name, person.last_stamp = name, last
            if told:
                person.note_office((office, organisation), min(map(int, stamps.split(","))), last)
            if country and last > person.country_stamp:
                person.country, person.country_stamp = country, last
        for key, name, claims, entries, last in self._db.read(
            "SELECT speaker_key, speaker, count(*), group_concat(DISTINCT entry_id), max(dated_at) FROM attributions "
            f"JOIN entries ON entries.id = entry_id WHERE {condition('speaker_key')} GROUP BY speaker_key",
            given,
        ):
            person = people[key]
            person.full_name = person.full_name or name
            person.claims += claims
            person.entries.update(entries.split(","))
            person.last_stamp = max(person.last_stamp, last)
        return people


def _joined(people: dict[str, Person]) -> list[Listed]:
    """Return all names, those of one person joined."""
    names = list(people)
    join_people(people)
    counted = [Listed(key, None, False) for key in names if key not in people]
    return counted + [
        Listed(
            key,
            (2 if is_common(p) else 1) if is_listed(p) else None,
            is_surely_listed(p),
            p.full_name,
            *p.office,
            p.claims,
            p.articles,
            p.last_stamp,
            to_json(p.other_offices),
            p.country,
        )
        for key, p in people.items()
    ]
