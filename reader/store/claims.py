"""Attributions and officials of the entries, and who said what over the whole library."""

from collections.abc import Iterable, Sequence
from itertools import islice

from reader.model.claim import Analysis, Attribution, Claim, Kind, Official, OfficialRecord
from reader.model.entry import EntryId
from reader.store.database import Database, Row, fold
from reader.store.packing import from_json, from_stamp, optional_span, storable, to_json, to_spans
from reader.store.people import bare, last_word
from reader.store.people_list import Listed, PeopleList
from reader.text.spans import Span


def _words(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def _attribution(row: Row) -> Attribution:
    content, cue, source = row[4]
    return Attribution(
        content=to_spans(content),
        cue=to_spans(cue),
        source=None if source is None else to_spans(source),
        kind=Kind(row[0]),
        parent=row[1],
        speaker=row[2],
        rule=row[3],
    )


class ClaimStore:
    """The claims and officials of a library."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._people = PeopleList(database)

    def keep(self, entry_id: EntryId, analysis: Analysis) -> None:
        """Keep what the analysis found in the present text of an entry, in place of what was kept before."""
        with self._db.transaction(durable=False):
            row = self._db.row("SELECT text FROM search_source WHERE id = ?", (entry_id,))
            text = "" if row is None else row[0]
            self._db.write("DELETE FROM attributions WHERE entry_id = ?", (entry_id,))
            self._db.write("DELETE FROM officials WHERE entry_id = ?", (entry_id,))
            self._db.write_many(
                "INSERT INTO attributions(entry_id, place, kind, parent, speaker, speaker_key, speaker_last, rule, "
                "spans) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(entry_id, place, *_columns(item)) for place, item in enumerate(analysis.attributions)],
            )
            self._db.write_many(
                "INSERT INTO officials(entry_id, place, collective, full_name, name_key, name_last, office, "
                "organisation, spans, country) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(entry_id, place, 0, *_person(item, text)) for place, item in enumerate(analysis.officials)]
                + [(entry_id, place, 1, *_body(span, text)) for place, span in enumerate(analysis.collectives)],
            )
            self._db.write("UPDATE entries SET claims = ? WHERE id = ?", (len(analysis.attributions), entry_id))

    def get(self, entry_id: EntryId) -> Analysis | None:
        """Return what the analysis found in an entry; None where it has not run on its present text."""
        done = self._db.row("SELECT claims FROM entries WHERE id = ?", (entry_id,))
        if done is None or done[0] is None:
            return None
        attributions = self._db.read(
            "SELECT kind, parent, speaker, rule, spans FROM attributions WHERE entry_id = ? ORDER BY place", (entry_id,)
        )
        officials = self._db.read(
            "SELECT collective, full_name, spans FROM officials WHERE entry_id = ? ORDER BY collective, place",
            (entry_id,),
        )
        people: list[Official] = []
        bodies: list[Span] = []
        for collective, full_name, packed in officials:
            spans = from_json(packed)
            if collective:
                bodies.append(Span(*spans[0]))
            else:
                name, office, organisation, mentions, *country = spans  # libraries before schema 5 keep none
                people.append(
                    Official(
                        name=Span(*name),
                        full_name=full_name,
                        office=optional_span(office),
                        organisation=optional_span(organisation),
                        mentions=to_spans(mentions),
                        country=optional_span(country[0]) if country else None,
                    )
                )
        return Analysis(
            tuple(_attribution((*row[:4], from_json(row[4]))) for row in attributions), tuple(people), tuple(bodies)
        )

    def officials(
        self, search: str = "", limit: int = 1000, *, among: Iterable[int] | None = None
    ) -> tuple[OfficialRecord, ...]:
        """Return the people and collectives of the whole library, those with most claims first.

        Bodies that go by a common noun («police») come behind all that have a name: they may be several.

        Names are one person if they are equal but for case, accents, white space and the ways of writing them in Latin
        letters («Zelensky», «Zelenskyy»), as long as middle names do not differ. A bare surname that some article uses
        is counted to the only full name that ends in it; where several do, it stays by itself. Outlets, documents and
        common nouns that are quoted somewhere are not listed.

        Args:
            search: words that name, office or organisation must hold.
            limit: so many at most.
            among: numbers of the entries that count; None: all.
        """
        outlets = {bare(fold(outlet)) for (outlet,) in self._db.read("SELECT DISTINCT outlet FROM entries")}
        wanted = fold(search).split()
        found = (
            OfficialRecord(
                p.full_name,
                p.office,
                p.organisation,
                p.claims,
                p.articles,
                from_stamp(p.last_seen) if p.last_seen >= 0 else None,
                tuple(from_json(p.other_offices)),
                p.country,
            )
            for p in self._people.listed(among)
            if (p.sure or p.key not in outlets) and _holds(p, wanted)
        )
        return tuple(islice(found, max(0, limit)))

    def join_people(self) -> None:
        """Bring the list of people up to date, so that whoever asks for it need not wait for that."""
        self._people.bring_up_to_date()

    def said_by(self, full_name: str) -> tuple[Claim, ...]:
        """Return everything that is attributed to a person or collective, the oldest first.

        A bare surname finds the person too if only one full name in the library ends in it.
        """
        keys = self._people.names_of(fold(full_name))
        rows = self._db.read(
            "SELECT entries.id, place, speaker, spans, kind, entries.outlet, entries.title, dated_at, text "
            "FROM attributions JOIN entries ON entries.id = attributions.entry_id "
            "JOIN search_source ON search_source.id = entries.id "
            "WHERE speaker_key IN (SELECT value FROM json_each(?)) ORDER BY dated_at, entries.id, place",
            (to_json(sorted(keys)),),
        )
        claims = []
        for entry_id, place, speaker, packed, kind, outlet, title, dated, text in rows:
            content, cue, _ = from_json(packed)
            claims.append(
                Claim(
                    entry_id=EntryId(entry_id),
                    index=place,
                    speaker=speaker,
                    content=_words(text, to_spans(content)),
                    cue=_words(text, to_spans(cue)),
                    kind=Kind(kind),
                    outlet=outlet,
                    headline=title,
                    dated_at=from_stamp(dated),
                )
            )
        return tuple(claims)


def _holds(person: Listed, wanted: Sequence[str]) -> bool:
    """Tell whether all of some folded words stand in what is listed of a person."""
    told = (person.full_name, person.office, person.organisation, person.country, person.other_offices)
    listed = fold(" ".join(told)) if wanted else ""
    return all(word in listed for word in wanted)


def _person(item: Official, text: str) -> tuple[object, ...]:
    """Return the columns of an official from ``full_name`` on."""
    name = storable(item.full_name)
    office = "" if item.office is None else _words(text, [item.office])
    organisation = "" if item.organisation is None else _words(text, [item.organisation])
    country = "" if item.country is None else _words(text, [item.country])
    spans = to_json([item.name, item.office, item.organisation, item.mentions, item.country])
    return (name, fold(name), last_word(fold(name)), office, organisation, spans, country)


def _body(span: Span, text: str) -> tuple[object, ...]:
    """Return the columns of a collective from ``full_name`` on."""
    name = _words(text, [span])
    return (name, fold(name), last_word(fold(name)), "", "", to_json([span]), "")


def _columns(item: Attribution) -> tuple[object, ...]:
    """Return the columns of an attribution from ``kind`` on."""
    speaker = None if item.speaker is None else storable(item.speaker)
    key = None if speaker is None else fold(speaker)
    last = None if key is None else last_word(key)
    spans = to_json([item.content, item.cue, item.source])
    return (item.kind.value, item.parent, speaker, key, last, item.rule, spans)
