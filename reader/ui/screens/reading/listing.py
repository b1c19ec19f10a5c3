"""What is listed: feeds with their numbers, the entries of the chosen filter, kept searches, the place of last time."""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from textual.timer import Timer

from reader.model.entry import EntryFilter, EntryId, EntrySummary
from reader.ui.content import count
from reader.ui.messages import EntriesListed, FeedsLoaded, FeedsState, ListingFailed, SavedSearch
from reader.ui.screens.reading.desk import Desk, canceller
from reader.ui.widgets.entry_list import LINES
from reader.ui.widgets.feed_tree import SAVED, TreeRow

if TYPE_CHECKING:
    from reader.model.chain import Derivation
    from reader.store.library import Library

STORIES_AMONG: Final = 1500
"""How many of the newest entries of a listing are looked at for common stories."""
POSITION: Final = "reader.position"
SEARCHES: Final = "reader.searches"
"""Keys under which the library keeps the place and the searches."""
REST: Final = 0.5
"""Seconds after which the place is written down."""
PAUSE: Final = 0.12
"""Seconds the cursor rests on a feed before all its ids are read."""


class Listing:
    """The chosen filter and the entries it lets through."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._library = desk.services.library
        self.filter = EntryFilter()
        self.fold = desk.services.settings.reading.fold_stories
        self.only_unread = False
        self._timer: Timer | None = None
        self._keeper: Timer | None = None
        self._written = ""
        self._cursor_id: EntryId | None = None

    # --- feeds ----------------------------------------------------------------------------------------------------

    def read_feeds(self) -> None:
        """Read the feeds and their numbers anew (in the background)."""
        self._desk.in_background("feeds", self._read_feeds)

    def _read_feeds(self) -> None:
        """Read feeds, counts and searches."""
        cancelled = canceller()
        entries = self._library.entries
        searches = tuple(replace(kept, found=_count(self._library, kept.query)) for kept in self.searches())
        state = FeedsState(
            self._library.feeds.all(),
            self._library.feeds.counts(),
            entries.count(EntryFilter(bookmarked=True)),
            entries.count(EntryFilter(unread=True)),
            entries.count(SAVED),
            searches,
        )
        if not cancelled():
            self._desk.post_message(FeedsLoaded(state))

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the kept searches."""
        kept = _json(self._desk.ask(lambda: self._library.settings.get(SEARCHES), None))
        if not isinstance(kept, list):
            return ()
        return tuple(SavedSearch(str(k["name"]), str(k["query"])) for k in kept if isinstance(k, dict) and "query" in k)

    def toggle_search(self, query: str) -> bool:
        """Keep a search, or drop it if it is kept; tell whether it is kept now."""
        kept = [search for search in self.searches() if search.query != query]
        is_new = len(kept) == len(self.searches())
        if is_new:
            kept.append(SavedSearch(query, query))
        words = json.dumps([{"name": s.name, "query": s.query} for s in kept])
        self._desk.ask(lambda: self._library.settings.put(SEARCHES, words), None)
        self.read_feeds()
        return is_new

    # --- entries --------------------------------------------------------------------------------------------------

    def show(self, chosen: EntryFilter, *, cursor_id: EntryId | None = None, screenful: Sequence[int] = ()) -> None:
        """List other entries: one screenful at once, the rest as soon as the cursor rests.

        Args:
            chosen: which entries.
            cursor_id: the entry to put the cursor on.
            screenful: the entries that stood on the screen the last time; else the newest are shown.
        """
        wanted = self.filter = replace(chosen, unread=chosen.unread or self.only_unread)
        self._cursor_id = cursor_id
        if not wanted.search:
            entries, height = self._library.entries, max(20, self._desk.size.height)
            nothing: tuple[EntrySummary, ...] = ()
            first = self._desk.ask(
                lambda: entries.summaries(screenful) if screenful else entries.first(wanted, height), nothing
            )
            self._desk.entry_list.show_first(first, cursor_id)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._desk.set_timer(PAUSE, self.reload)

    def reload(self) -> None:
        """Read all ids of the listing anew (in the background); the cursor stays on its entry."""
        wanted = self.filter
        self._desk.in_background("ids", lambda: self._read_ids(wanted))

    def _read_ids(self, wanted: EntryFilter) -> None:
        """Read the ids of a listing and which of them tell one story."""
        from reader.store.errors import QueryError

        cancelled = canceller()
        try:
            ids = self._library.entries.ids(wanted)
        except QueryError as error:
            self._desk.post_message(ListingFailed(wanted, str(error)))
            return
        newest = [EntryId(i) for i in ids[:STORIES_AMONG]]
        stories = group_stories(newest, self._library.chains.derivations(newest)) if newest and not cancelled() else {}
        if not cancelled():
            self._desk.post_message(EntriesListed(wanted, ids, stories))

    def take(self, listed: EntriesListed) -> bool:
        """Show a listing that was read; tell whether it was still wanted."""
        if listed.filter != self.filter:
            return False
        self._desk.entry_list.show_ids(
            listed.ids, listed.stories, fold=self.fold, empty=self._empty_words(), cursor_id=self._cursor_id
        )
        self._cursor_id = None
        return True

    def show_nothing(self, problem: str) -> None:
        """List nothing and say why: entries must not stand under a search that found none of them."""
        self._desk.entry_list.show_ids(array("q"), {}, empty=problem)

    def show_row(self, row: TreeRow) -> None:
        """List what a row of the feeds stands for."""
        if row.filter is not None and replace(row.filter, unread=row.filter.unread or self.only_unread) != self.filter:
            self.show(row.filter)
            self._say_scope(row.label)
            self.keep_position()

    def toggle_unread(self) -> None:
        """List unread entries only, or all again."""
        self.only_unread = not self.only_unread
        self.show(replace(self.filter, unread=False))
        row = self._desk.feed_tree.current
        self._say_scope(row.label if row is not None and not self.filter.search else f"Search: {self.filter.search}")
        self._desk.tell("Only unread entries are listed" if self.only_unread else "All entries are listed")

    def _say_scope(self, label: str) -> None:
        """Say on top what is listed."""
        self._desk.top_bar.scope = f"{label} · only unread" if self.only_unread else label

    def say_empty(self) -> None:
        """Say anew why the listing is empty, now that more is known of the feeds."""
        rows = self._desk.entry_list
        if not rows.row_count and rows.empty_words and not self.filter.search:
            rows.empty_words = self._empty_words()
            rows.refresh()

    def _empty_words(self) -> str:
        """Return what an empty listing says."""
        chosen = self.filter
        if chosen.search:
            return "Nothing found"
        if chosen.unread:
            return "Nothing unread here"
        feeds = [] if chosen.bookmarked else self._desk.feed_tree.feeds_of(chosen)
        failed = [feed for feed in feeds if feed.state.error]
        if len(feeds) == 1 and failed:
            return f"Nothing here yet: this feed could not be fetched ({failed[0].state.error})"
        if failed:
            number = f"{len(failed)} of {count(len(feeds), 'feed')}" if len(failed) < len(feeds) else "all feeds"
            return f"Nothing here yet: {number} failed; they are marked ! in the list of feeds, which says why"
        return "Nothing here yet"

    # --- the place of last time -----------------------------------------------------------------------------------

    def keep_position(self) -> None:
        """Keep where the reader is: in the background, as soon as the cursor rests."""
        if self._keeper is None:
            self._keeper = self._desk.set_timer(REST, self._keep_position)

    def _keep_position(self) -> None:
        """Write where the reader is."""
        self._keeper = None
        words = self._position()

        def write() -> None:
            self._library.settings.put(POSITION, words)
            self._written = words  # only now: work in the background may never come to its turn

        self._desk.in_background("position", write, exclusive=False)

    def keep_at_end(self) -> None:
        """Write where the reader is, before it goes, unless that was done already."""
        words = self._position()
        if words != self._written:
            self._desk.ask(lambda: self._library.settings.put(POSITION, words), None)

    def _position(self) -> str:
        """Return where the reader is, as it is kept."""
        opened, row = self._desk.article_view.opened, self._desk.feed_tree.current
        rows = self._desk.entry_list
        top = rows.scroll_offset.y // LINES
        position = {
            "filter": asdict(replace(self.filter, search="")),
            "row": row.key if row else "all",
            "entry": self._desk.entry_list.current_id,
            "screen": list(rows.shown_ids[top : top + rows.size.height // LINES + 1]),
            "open": opened.stored.id if opened else None,
            "folded": sorted(self._desk.feed_tree.folded),
        }
        return json.dumps(position)

    def last_position(self) -> dict[str, Any]:
        """Return where the reader was the last time; empty if that is not known."""
        kept = _json(self._desk.ask(lambda: self._library.settings.get(POSITION), None))
        return kept if isinstance(kept, dict) else {}


def filter_from(kept: object) -> EntryFilter:
    """Return the filter of a kept position; the one for everything where it does not fit."""
    try:
        return EntryFilter(**kept) if isinstance(kept, dict) else EntryFilter()
    except TypeError:
        return EntryFilter()


def group_stories(ids: Iterable[int], edges: "Iterable[Derivation]") -> dict[int, int]:
    """Return entry -> newest entry of its story, in the order of ``ids`` (newest first).

    Entries are of one story if text went from one to the other or both took it from the same place; a mere mention
    (``cites``) does not join them.
    """
    from reader.model.chain import DerivationKind

    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for edge in edges:
        if edge.kind is not DerivationKind.CITES:
            leader[find(edge.src)] = find(edge.dst)
    heads: dict[str, int] = {}
    members: dict[int, list[int]] = {}
    for entry_id in ids:
        if str(entry_id) in leader:
            members.setdefault(heads.setdefault(find(str(entry_id)), entry_id), []).append(entry_id)
    return {entry_id: head for head, group in members.items() if len(group) > 1 for entry_id in group}


def _count(library: "Library", query: str) -> int | None:
    """Return how many entries a kept search finds; None if its text has a fault."""
    from reader.store.errors import QueryError

    try:
        return library.entries.count(EntryFilter(search=query))
    except QueryError:
        return None


def _json(text: str | None) -> object:
    """Return the value a JSON text stands for; None where there is none or it cannot be read."""
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
