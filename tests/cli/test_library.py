"""add, feeds, remove, import, refresh, doctor, config: over sample feeds on loopback."""

import json
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.paths import sample_feeds_dir
from tests.cli.conftest import Command


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; one page announces two feeds."""

    def do_GET(self) -> None:
        if self.path == "/page":
            body = (
                b"<!doctype html><html><head><link rel='alternate' type='application/atom+xml' "
                b"href='/coastline_courier.atom.xml'><link rel='alternate' type='application/rss+xml' "
                b"href='/harnsey_lantern.rss.xml'></head></html>"
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    handler = partial(_Quiet, directory=str(sample_feeds_dir()))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_feed_from_the_network_to_the_list_and_away(newsreader: Command, site: str) -> None:
    run = newsreader("add", f"{site}/harnsey_lantern.rss.xml", f"{site}/missing.xml")
    assert run.code == 1
    assert "following Harnsey Lantern (sample)" in run.err
    assert "missing.xml" in run.err
    assert "Cracks found" in newsreader("list").out
    (feed,) = json.loads(newsreader("feeds", "--json").out)
    assert (feed["title"], feed["total"], feed["error"]) == ("Harnsey Lantern (sample)", 3, None)
    table = newsreader("feeds").out
    assert "Harnsey Lantern (sample)" in table
    assert "ok, 0 min ago" in table
    assert newsreader("remove", "Harnsey Lantern (sample)").code == 0
    assert newsreader("list").out == ""
    assert newsreader("remove", "Harnsey Lantern (sample)").code == 1
    newsreader("add", f"{site}/harnsey_lantern.rss.xml")
    assert "Cracks found" in newsreader("list").out


def test_what_was_passed_over_in_a_feed_stays_with_its_health(newsreader: Command) -> None:
    run = newsreader("add", str(sample_feeds_dir() / "broken_cut_off.rss.xml"))
    remark = "damaged XML at line 13, read as far as it goes"
    assert (run.code, remark in run.err) == (0, True)
    (feed,) = json.loads(newsreader("feeds", "--json").out)
    assert (feed["error"], feed["remarks"]) == (None, [remark])
    assert "read 0 min ago, but damaged XML at line 13" in newsreader("feeds").out


def test_a_page_with_several_feeds_gives_the_best_and_names_the_others(newsreader: Command, site: str) -> None:
    run = newsreader("add", f"{site}/page")
    assert run.code == 0
    assert "announces 2 feeds" in run.err
    assert len(json.loads(newsreader("feeds", "--json").out)) == 1
    assert run.err.count(f"{site}/") >= 2


def test_refresh_tells_what_each_feed_brought(newsreader: Command, site: str, tmp_path: Path) -> None:
    names = ("harnsey_lantern.rss.xml", "meridian_dispatch.json", "broken_half.json")
    urls = tmp_path / "urls"
    urls.write_text("".join(f"{site}/{name}\n" for name in names), encoding="utf-8")
    assert newsreader("import", "--allow-private", str(urls)).code == 0
    run = newsreader("refresh", "--all", "--json")
    assert run.code == 1
    record = json.loads(run.out)
    assert (record["new"], record["failed"], record["processed"]) == (6, 1, 6)
    errors = [feed["error"] for feed in record["feeds"] if feed["error"]]
    assert len(errors) == 1
    assert "damaged JSON" in errors[0]
    assert "3 feeds: 6 new entries, 1 failed" in run.err
    again = newsreader("refresh")
    assert again.code == 0
    assert "nothing is due" in again.err
    one = json.loads(newsreader("refresh", "Meridian Dispatch (sample)", "--json").out)
    assert [feed["not_modified"] for feed in one["feeds"]] == [True]
    assert newsreader("refresh", "No such feed").code == 1


def test_private_addresses_of_a_list_are_kept_but_not_fetched(newsreader: Command, site: str, tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text(f"{site}/harnsey_lantern.rss.xml\n", encoding="utf-8")
    run = newsreader("import", str(urls))
    assert run.code == 0
    assert "private address" in run.err
    assert "nothing is due" in newsreader("refresh", "--all").err
    assert newsreader("list").out == ""
    assert "private address" in newsreader("feeds").out


def test_the_exported_subscriptions_can_be_imported(newsreader: Command, site: str, tmp_path: Path) -> None:
    newsreader("add", f"{site}/harnsey_lantern.rss.xml")
    path = tmp_path / "out.opml"
    assert newsreader("export", "--format", "opml", "--output", str(path)).code == 0
    run = newsreader("--data-dir", str(tmp_path / "other"), "import", "--allow-private", str(path))
    assert "imported 1 feed" in run.err


def test_local_feed_files_are_followed(newsreader: Command) -> None:
    run = newsreader("add", str(sample_feeds_dir() / "evening_scroll.rdf.xml"))
    assert run.code == 0
    assert "The Evening Scroll (sample)" in run.err


def test_hostile_feeds_print_nothing_hostile(newsreader: Command) -> None:
    for name in ("hostile.json", "hostile.rss.xml"):
        newsreader("add", str(sample_feeds_dir() / name))
    ids = [entry["id"] for entry in json.loads(newsreader("list", "--json", "--limit", "0").out)]
    assert len(ids) == 8
    outputs = [newsreader("list").out, newsreader("feeds").out, newsreader("officials").out]
    for number in ids:
        for form in ((), ("--json",), ("--markdown",)):
            run = newsreader("show", str(number), *form)
            outputs += [run.out, run.err]
    for text in outputs:
        assert not set(text) & set(map(chr, [*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F)]))


def test_doctor_over_nothing_a_sound_and_a_damaged_library(newsreader: Command, data_dir: Path) -> None:
    assert "there is no library yet" in newsreader("doctor").err
    assert not data_dir.exists()
    newsreader("add", str(sample_feeds_dir() / "evening_scroll.rdf.xml"))
    sound = newsreader("doctor")
    assert (sound.code, sound.out) == (0, "✓ the library and the installation are sound\n")
    assert newsreader("doctor", "--repair").code == 0
    for path in data_dir.glob("library.db*"):
        path.unlink()
    (data_dir / "library.db").write_bytes(b"this is no library at all" * 100)
    damaged = newsreader("doctor")
    assert damaged.code == 1
    assert damaged.out.startswith("✗ ")
    assert newsreader("list").code == 1
    repaired = newsreader("doctor", "--repair")
    assert repaired.code == 0
    assert "kept as library.damaged-" in repaired.err
    assert newsreader("list").code == 0


def test_doctor_names_a_distribution_that_has_the_same_package(
    newsreader: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "distribution", lambda _: SimpleNamespace(version="3.24"))
    run = newsreader("doctor")
    assert run.code == 1
    assert "the distribution 'reader' 3.24" in run.out


def test_own_themes_are_told_and_checked(newsreader: Command, data_dir: Path) -> None:
    folder = data_dir.parent / "themes"
    assert f"own themes: {folder} (not there)" in newsreader("config").err
    folder.mkdir()
    (folder / "sea.toml").write_text('name = "sea"\n[colours]\nclaim = "#123040"\n', encoding="utf-8")
    assert newsreader("config", "--check").code == 0
    assert f"own themes: {folder} (1)" in newsreader("config").err
    (folder / "bad.toml").write_text('name = "bad"\n[colours]\nclam = "red"\n', encoding="utf-8")
    (data_dir.parent / "config.toml").write_text('[appearance]\ntheme = "see"\n', encoding="utf-8")
    run = newsreader("config", "--check")
    assert run.code == 1
    assert "bad.toml: [colours] clam: no such colour, nearest is claim" in run.err
    assert "there is no theme see, nearest is sea" in run.err


def test_config_is_written_checked_and_never_overwritten(newsreader: Command, data_dir: Path) -> None:
    path = data_dir.parent / "config.toml"
    assert "not there" in newsreader("config").err
    assert newsreader("config", "--init").code == 0
    assert newsreader("config", "--check").code == 0
    assert newsreader("config", "--init").code == 1
    path.write_text('[refresh]\nparalel = 3\n[keys]\n"entry.bokmark" = "b"\n', encoding="utf-8")
    run = newsreader("config", "--check")
    assert run.code == 1
    assert "line 2: [refresh] paralel: no such option, nearest is parallel" in run.err
    assert newsreader("list").code == 1
    path.write_text('[keys]\n"entry.bokmark" = "b"\n', encoding="utf-8")
    run = newsreader("config", "--check")
    assert (run.code, "nearest is entry.bookmark" in run.err) == (1, True)


def test_import_bad_input(newsreader: Command, tmp_path: Path) -> None:
    assert newsreader("import", str(tmp_path / "none")).code == 1
    (tmp_path / "a.opml").write_text("<html></html>", encoding="utf-8")
    run = newsreader("import", str(tmp_path / "a.opml"))
    assert run.code == 1
    assert run.err.count("\n") == 1


def test_a_file_without_a_usable_address_is_one_clear_line(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "samples.opml"
    outlines = "".join(f"<outline xmlUrl='feed{n}.xml'/>" for n in range(50))
    path.write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    run = newsreader("import", str(path))
    assert run.code == 1
    lines = run.err.splitlines()
    assert len(lines) == 12
    assert lines[-2].endswith("… and 40 more")
    assert lines[-1] == f"newsreader: {path}: holds no address of a feed that could be followed"


def test_faults_of_a_feed_are_told(newsreader: Command, site: str) -> None:
    run = newsreader("add", f"{site}/broken_cut_off.rss.xml")
    assert run.code == 0
    assert "damaged XML" in run.err


def test_the_sample_list_can_be_imported_from_anywhere(newsreader: Command) -> None:
    run = newsreader("import", str(sample_feeds_dir() / "samples.opml"))
    assert (run.code, run.err) == (0, "newsreader: imported 14 feeds; `newsreader refresh` fetches them\n")


def test_local_feeds_are_left_out_of_opml_and_counted(newsreader: Command, tmp_path: Path) -> None:
    newsreader("add", str(sample_feeds_dir() / "evening_scroll.rdf.xml"))
    run = newsreader("export", "--format", "opml")
    assert "1 local feed left out" in run.err
    for output, words in ((tmp_path / "none" / "x", "No such file"), (tmp_path, "is a folder")):
        run = newsreader("export", "--format", "opml", "--output", str(output))
        assert (run.code, run.err.splitlines()[-1][: len(f"newsreader: {output}: ")]) == (1, f"newsreader: {output}: ")
        assert words in run.err


def test_doctor_reads_a_sample_feed_in_a_child_process(newsreader: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert newsreader("doctor").code == 0
    monkeypatch.setattr(sys, "executable", "/bin/false")
    run = newsreader("doctor")
    assert run.code == 1
    assert "a child process could not read the sample feed" in run.out


def test_a_file_is_added_once_and_removed_by_the_same_name(
    newsreader: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sample = sample_feeds_dir() / "evening_scroll.rdf.xml"
    Path("f.xml").write_bytes(sample.read_bytes())
    Path("list.opml").write_text("<opml><body><outline text='F' xmlUrl='f.xml'/></body></opml>", encoding="utf-8")
    newsreader("import", "list.opml")
    assert "no entries yet; `newsreader refresh` fetches them" in newsreader("list").err
    run = newsreader("add", "f.xml")
    assert run.err.startswith("newsreader: already following")
    assert ", 0 entries" not in run.err
    assert newsreader("add", "f.xml").err.startswith("newsreader: already following")
    Path("f.xml").unlink()
    assert "no longer following" in newsreader("remove", "f.xml").err
    assert newsreader("remove", "f.xml").code == 1


def test_a_word_to_leave_out_is_explained(newsreader: Command) -> None:
    run = newsreader("list", "-minister")
    assert run.code == 2
    assert "NOT minister, or -- -minister" in run.err
    assert "NOT minister" not in newsreader("feeds", "-minister").err
