"""Who said what, over the whole library: people and bodies on top, their claims in the order of time below."""

from collections.abc import Callable, Iterator

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.model.claim import Claim, OfficialRecord
from reader.model.labels import office_words
from reader.store.database import fold
from reader.ui.content import count, held, joined, line, long_time
from reader.ui.screens.dialogs.base import Overlay
from reader.ui.widgets.claim_rows import claim_row
from reader.ui.widgets.row_list import RowList, TextRows

SHOWN = 400
"""Most people shown at once; the search finds the others."""
PAUSE = 0.08
"""Seconds without a key before claims are read, or what is typed is looked for."""


class OfficialsScreen(Overlay[Claim]):
    """Officials and their claims; the result is the claim to open."""

    def __init__(
        self,
        officials: Callable[[], tuple[OfficialRecord, ...]],
        said_by: Callable[[str], tuple[Claim, ...]],
        about: str = "",
    ) -> None:
        """Show all; the cursor begins on the one the screen is opened about, if there is such a one.

        ``officials`` is asked once (11,000 names: 50 ms), what is typed is looked for in its answer.
        """
        super().__init__()
        self._officials, self._said_by, self._about = officials, said_by, about
        self._everybody: list[tuple[str, OfficialRecord]] = []
        """What is searched, folded, and who it is."""
        self._people: tuple[OfficialRecord, ...] = ()
        self._claims: tuple[Claim, ...] = ()
        self._timer: Timer | None = None
        self._reading: Timer | None = None
        self._name = ""

    def compose(self) -> Iterator[Widget]:
        """Lay out search, people and claims."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = "Officials"
            box.border_subtitle = self.named(
                "type to search · Tab to the claims · {move.open} opens · {app.help} help · {screen.close} closes",
                typing=True,
            )
            yield Input(placeholder="Search a name, an office or a body", compact=True)
            people = TextRows(id="people")
            people.can_focus = False  # its cursor is moved while one types
            people.empty_words = "Looking through the library …"
            yield people
            yield Static(id="said-head")
            yield TextRows(id="said")

    def on_mount(self) -> None:
        """Look for everybody (in the background)."""

        def work() -> None:
            found = [(fold(f"{p.full_name} {office_words(p)}"), p) for p in self._officials()]
            self.app.call_from_thread(self._take_everybody, found)

        self.run_worker(work, thread=True, group="people", exit_on_error=False)

    def _take_everybody(self, found: list[tuple[str, OfficialRecord]]) -> None:
        """Show everybody, or whom what was typed meanwhile fits."""
        if self.is_attached:
            self._everybody = found
            self._search(self.query_one(Input).value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Search once no key comes."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        wanted = event.value
        if self._everybody:
            self._timer = self.set_timer(PAUSE, lambda: self._search(wanted))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Go to the claims of the person under the cursor."""
        event.stop()
        self.query_one("#said", TextRows).focus()

    @on(RowList.Highlighted, "#people")
    def _highlighted(self, event: RowList.Highlighted) -> None:
        """Show what this person said."""
        event.stop()
        if event.index < len(self._people):
            self._show_claims(self._people[event.index].full_name)

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        """Go from a person to the claims, from a claim to its article."""
        event.stop()
        if event.row_list.id == "people":
            self.query_one("#said", TextRows).focus()
        elif event.index < len(self._claims):
            self.dismiss(self._claims[event.index])

    def _search(self, wanted: str) -> None:
        """Show the officials that fit."""
        words = fold(wanted).split()
        fitting = [person for text, person in self._everybody if all(word in text for word in words)]
        found = self._people = tuple(fitting[:SHOWN])
        rows = [_person_row(person) for person in found]
        hangs = ["    "] * len(rows)
        about = _bare(self._about)
        at = next((i for i, person in enumerate(found) if _bare(person.full_name) == about), 0)
        people = self.query_one("#people", TextRows)
        people.show_rows(rows or [line("Nobody found", "$muted")], hangs=hangs or [""], cursor=at)
        of_all = f"{SHOWN} of " if len(fitting) > SHOWN else ""
        self.query_one(".dialog").border_title = f"Officials · {of_all}{len(fitting):,}"
        self._show_claims(found[at].full_name if found else "")

    def _show_claims(self, name: str) -> None:
        """Name whose claims follow, and have them read."""
        self._name = name
        head = joined(line(name, "bold $official"), " said, the oldest first") if name else Content("")
        self.query_one("#said-head", Static).update(head)

        if self._reading is not None:
            self._reading.stop()
        self._reading = self.set_timer(PAUSE, lambda: self._read_claims(name))

    def _read_claims(self, name: str) -> None:
        """Read what somebody said (in the background), once the cursor rests on the name."""

        def work() -> None:
            claims = self._said_by(name) if name else ()
            self.app.call_from_thread(self._take_claims, name, claims)

        self.run_worker(work, thread=True, exclusive=True, group="said", exit_on_error=False)

    def _take_claims(self, name: str, claims: tuple[Claim, ...]) -> None:
        """Show the claims that were read, if they are still wanted."""
        if name == self._name and self.is_attached:
            self._claims = claims
            rows = [claim_row(claim) for claim in claims]
            if name and not rows:
                rows = [line("Nothing is attributed to this name", "$muted")]
            self.query_one("#said", TextRows).show_rows(rows, hangs=["    "] * len(rows))

    def move(self, by: int) -> None:
        """Move in the claims if they have the focus, else among the people, also while typing."""
        said = self.query_one("#said", TextRows)
        (said if said.has_focus else self.query_one("#people", TextRows)).move(by)


def _bare(name: str) -> str:
    """Return a name as it may be compared: bodies are listed without their article."""
    return name.casefold().removeprefix("the ")


def _person_row(person: OfficialRecord) -> Content:
    """Return who somebody is, how much they said and when they were last seen."""
    parts: list[Content | str] = [line(person.full_name, "bold $official")]
    parts += [", ", line(office_words(person))] if person.office or person.organisation else []
    facts = [held(f"{count(person.claims, 'claim')} in {count(person.articles, 'article')}")]
    if person.last_seen_at is not None:
        facts.append(held(f"last {long_time(person.last_seen_at).partition(',')[0]}"))
    return joined(*parts, Content.styled("  " + " · ".join(facts), "$muted"))
