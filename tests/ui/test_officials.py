"""The officials over the library, and the reasons for a claim: what is shown, and where Enter leads."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.model.claim import Analysis, Attribution, Kind, Official, OfficialRecord
from reader.model.entry import EntryId
from reader.pipeline.enrich import OpenEntry
from reader.pipeline.services import Services
from reader.store.claims import ClaimStore
from reader.ui.screens.officials import OfficialsScreen
from reader.ui.widgets.row_list import TextRows
from tests.ui.conftest import COURIER, GAZETTE, spans_of

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]


async def officials(reader: "Reader") -> None:
    """Open the officials once entries are listed."""
    await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
    await reader.press("O")
    await reader.wait_for(lambda: isinstance(reader.screen, OfficialsScreen))
    await reader.wait_for(lambda: said(reader).row_count)


def said(reader: "Reader") -> TextRows:
    """Return the list of claims."""
    found: TextRows = reader.screen.query_one("#said", TextRows)
    return found


def opened_with(world: "World", words: str) -> tuple[EntryId, OpenEntry]:
    """Return the opened entry in whose text some words stand."""
    return next((EntryId(id_), opened) for id_, opened in world.opened.items() if words in opened.article.text)


async def test_who_said_most_comes_first_with_office_numbers_and_day_and_all_they_said_in_order(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        await officials(reader)
        rows = reader.rows()
        first = next(row for row in rows if "Ada Fenwick, head of the harbour office" in row)
        assert "2 claims in 2 articles · last 14 Mar 2026" in first
        assert "Ada Fenwick said, the oldest first" in reader.text()
        days = [row.index("Mar 2026") for row in rows if "single engine" in row or "one engine" in row]
        assert len(days) == 2
        text = reader.text()
        assert text.index("13 Mar 2026  “We cannot sail") < text.index("14 Mar 2026  “We can not sail")
        assert "Officials · 2" in text


async def test_an_office_that_other_articles_contradict_is_not_shown_as_a_fact(run: Run, world: "World") -> None:
    number, opened = opened_with(world, "single engine")
    text = opened.article.text
    name, office = spans_of(text, "Fenwick", "operator")
    told = Official(name, "Ada Fenwick", office)
    world.services.library.claims.keep(number, replace(opened.analysis, officials=(told,)))
    async with run(size=(160, 36)) as reader:
        await officials(reader)
        assert "Ada Fenwick, head of the harbour office (elsewhere operator)" in reader.text()


async def test_typing_searches_by_name_office_and_body_and_every_sign_is_text(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        await officials(reader)
        await reader.press(*"harbour off")
        await reader.wait_for(lambda: "Officials · 1" in reader.text())
        assert "Ada Fenwick, head" in reader.text()
        await reader.press("?", "q", "j", "O")
        await reader.wait_for(lambda: "Nobody found" in reader.text())
        assert isinstance(reader.screen, OfficialsScreen)
        assert "harbour off?qjO" in reader.text()
        assert "said, the oldest first" not in reader.text()


async def test_the_library_is_looked_through_once_however_much_is_typed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = ClaimStore.officials

    def officials_counted(store: ClaimStore, search: str = "", limit: int = 1000) -> tuple[OfficialRecord, ...]:
        asked.append(limit)
        return real(store, search, limit)

    monkeypatch.setattr(ClaimStore, "officials", officials_counted)
    monkeypatch.setattr("reader.ui.screens.officials.SHOWN", 1)
    async with run(size=(120, 36)) as reader:
        await officials(reader)
        assert "Officials · 1 of 2" in reader.text()
        for typed in "council":
            await reader.press(typed)
            await reader.settle()
        await reader.wait_for(lambda: "island council said" in reader.text())
    assert len(asked) == 1


async def test_help_is_at_hand_while_one_types(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        await officials(reader)
        assert "F1 help" in reader.text()
        await reader.press("f1")
        await reader.wait_for(lambda: "Search keys, commands and signs" in reader.text())
        await reader.press("escape")
        await reader.wait_for(lambda: isinstance(reader.screen, OfficialsScreen))


async def test_the_cursor_goes_through_the_people_while_one_types_and_tab_leads_to_the_claims(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        await officials(reader)
        await reader.press("down")
        await reader.wait_for(lambda: "island council said, the oldest first" in reader.text())
        await reader.press("up")
        await reader.wait_for(lambda: "Ada Fenwick said, the oldest first" in reader.text())
        await reader.press("tab")
        assert said(reader).has_focus
        await reader.press("j")
        await reader.wait_for(lambda: said(reader).cursor == 1)
        await reader.press("tab")
        assert not said(reader).has_focus


async def test_enter_leads_from_the_search_to_the_claims_and_from_there_into_the_article(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        reading = reader.screen
        await officials(reader)
        await reader.press("enter")
        assert said(reader).has_focus
        await reader.press("j", "enter")
        await reader.wait_for(lambda: reader.screen is reading)
        await reader.wait_for(lambda: reading.article_view.opened is not None)
        assert reading.article_view.opened.stored.outlet == "Coastline Courier"
        assert reading.article_view.view.claim == 0
        assert "▌ “We can not sail" in reader.text()


async def test_the_screen_opens_at_the_speaker_of_the_current_claim(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("j", "enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("c", "O")
        await reader.wait_for(lambda: "island council said, the oldest first" in reader.text())


async def test_a_body_that_nothing_is_attributed_to_says_so(run: Run, services: Services, world: "World") -> None:
    entry_id, opened = opened_with(world, GAZETTE[0])
    bodies = spans_of(opened.article.text, "Island Radio")
    services.library.claims.keep(entry_id, Analysis(collectives=bodies))
    async with run(size=(120, 36)) as reader:
        await officials(reader)
        await reader.press(*"island radio")
        await reader.wait_for(lambda: "Nothing is attributed to this name" in reader.text())
        assert "Island Radio  0 claims in 1 article" in reader.text()
        await reader.press("enter", "enter")
        assert isinstance(reader.screen, OfficialsScreen)


async def test_enter_among_the_other_claims_of_a_speaker_jumps_into_their_article(run: Run) -> None:
    async with run(size=(120, 36)) as reader:
        reading = reader.screen
        await reader.wait_for(lambda: len(reading.entry_list.ids) > 40)
        await reader.press("j", "enter")
        await reader.wait_for(lambda: reading.article_view.opened is not None)
        await reader.press("c", "c", "w")
        await reader.wait_for(lambda: "Also said by Ada Fenwick: 1 elsewhere" in reader.text())
        await reader.press("enter")
        await reader.wait_for(lambda: reading.article_view.opened.stored.outlet == "Coastline Courier")
        assert reader.screen is reading
        assert (reading.pane, reading.article_view.view.claim) == ("article", 0)


async def test_enter_jumps_within_the_article_too_where_the_other_claim_stands_there(
    run: Run, services: Services, world: "World"
) -> None:
    entry_id, opened = opened_with(world, COURIER[0])
    quote, told, cost = spans_of(
        opened.article.text, "“We can not sail with a single engine,”", "told", COURIER[2][:33]
    )
    claims = (
        Attribution((quote,), (told,), None, Kind.DIRECT, speaker="Ada Fenwick"),
        Attribution((cost,), (), None, Kind.INDIRECT, speaker="Ada Fenwick"),
    )
    services.library.claims.keep(entry_id, Analysis(claims))
    world.opened[entry_id] = replace(opened, analysis=Analysis(claims))
    async with run(size=(120, 36)) as reader:
        reading = reader.screen
        await reader.wait_for(lambda: len(reading.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reading.article_view.opened is not None)
        await reader.press("c", "w")
        await reader.wait_for(lambda: "1 in this article, 1 elsewhere" in reader.text())
        await reader.wait_for(lambda: "here  The repair may cost" in reader.text())
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen is reading)
        await reader.wait_for(lambda: reading.article_view.view.claim == 1)
        assert reading.article_view.opened.stored.outlet == "Coastline Courier"


async def test_reasons_hang_under_each_other_on_a_narrow_screen(run: Run) -> None:
    async with run(size=(60, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("j", "enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("c", "w")
        await reader.wait_for(lambda: "Why this is marked" in reader.text())
        at = next(row.index("The ferry to") for row in reader.rows() if "Claim " in row)
        following = next(row for row in reader.rows() if row[at:].startswith("days in March"))
        assert "Claim" not in following
