"""The command line as a whole: usage, exit codes, pipes, signals, and no traceback ever."""

import io
import os
import pty
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader import __version__
from reader.cli import listing_commands
from reader.cli.output import columns
from tests.cli.conftest import Command

Done = subprocess.CompletedProcess[bytes]
COMMANDS = (
    *("add", "feeds", "remove", "save", "import", "refresh", "list", "show", "trace", "compare"),
    *("officials", "bookmark", "export", "config", "doctor", "analyze", "trace-corpus"),
)


def environment_for(data_dir: Path, **more: str) -> dict[str, str]:
    """Return the environment of a newsreader in a process of its own."""
    return {**os.environ, "NEWSREADER_DATA_DIR": str(data_dir), "PYTHONPATH": str(Path(__file__).parents[2]), **more}


def run_process(*arguments: str, data_dir: Path, stdout: Any = subprocess.PIPE, **more: str) -> Done:  # noqa: ANN401  # as subprocess has it
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        env=environment_for(data_dir, **more),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def test_the_version(newsreader: Command) -> None:
    assert newsreader("--version").out == f"newsreader {__version__}\n"


def test_help_names_every_command(newsreader: Command) -> None:
    run = newsreader("--help")
    assert run.code == 0
    assert all(f"    {command} " in run.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(newsreader: Command, command: str) -> None:
    run = newsreader(command, "--help")
    assert run.code == 0
    assert "--data-dir" in run.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["list", "--limit", "-1"],
        ["list", "--nonsense"],
        ["export", "--format", "pdf"],
        ["compare", "1"],
        ["config", "--init", "--check"],
        ["--demo", "list"],
        ["save", "x", "--date", "0001-01-01T00:00:00+14:00"],
        ["save", "x", "--date", "9999-12-31T23:00:00-14:00"],
        ["save", "x", "--date", "0001-01-01"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_why(newsreader: Command, arguments: Sequence[str]) -> None:
    run = newsreader(*arguments)
    assert (run.code, run.out) == (2, "")
    assert "error:" in run.err


def test_the_data_folder_may_stand_before_or_behind_the_command(newsreader: Command, tmp_path: Path) -> None:
    assert newsreader("--data-dir", str(tmp_path / "a"), "list").code == 0
    assert newsreader("list", "--data-dir", str(tmp_path / "b")).code == 0
    assert (tmp_path / "a" / "library.db").is_file()
    assert (tmp_path / "b" / "library.db").is_file()


def test_without_a_terminal_the_reader_says_so(tmp_path: Path) -> None:
    for arguments in ([], ["--demo"]):
        done = run_process(*arguments, data_dir=tmp_path / "none")
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1
        assert b"needs a terminal" in done.stderr
        assert not (tmp_path / "none").exists()


def test_a_reader_of_ours_that_has_enough_is_no_failure(tmp_path: Path) -> None:
    for arguments in (["--help"], ["config"]):
        read_end, write_end = os.pipe()
        os.close(read_end)
        done = run_process(*arguments, data_dir=tmp_path, stdout=write_end)
        os.close(write_end)
        assert (done.returncode, done.stderr.replace(b"\n", b"")[:9]) in ((0, b""), (0, b"newsreade"))
        assert b"Traceback" not in done.stderr
        assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_is_no_fault(tmp_path: Path, closed: str) -> None:
    for arguments in ("--version", "list", "nonsense"):
        line = f"exec '{sys.executable}' -m reader {arguments} {closed}"
        done = subprocess.run(["sh", "-c", line], env=environment_for(tmp_path), capture_output=True, check=False)
        assert done.returncode == (2 if arguments == "nonsense" else 0)
        assert b"Traceback" not in done.stderr + done.stdout
    assert not (tmp_path / "newsreader.log").exists()


def test_output_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb") as out:
        done = run_process("config", data_dir=tmp_path, stdout=out)
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.fixture(scope="module")
def wide_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one article whose headline takes more than the width of a terminal, in wide characters."""
    folder = tmp_path_factory.mktemp("wide")
    text = folder / "a.txt"
    text.write_text("The council said so.\n", encoding="utf-8")
    done = run_process("save", str(text), "--title", "Überfahrt nach 北島 ⟵ 😀 " * 20, data_dir=folder / "library")
    assert done.returncode == 0, done.stderr
    return folder / "library"


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_every_locale_can_show_a_list(wide_library: Path, locale: str) -> None:
    more = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for arguments in (["list"], ["list", "--json"]):
        done = run_process(*arguments, data_dir=wide_library, **more)
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
        assert b"nach" in done.stdout
    assert "北島" in done.stdout.decode("utf-8")


def test_a_fault_of_the_program_goes_to_the_log_and_leaves_one_line(
    newsreader: Command, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("\x1b[31mthat was not foreseen")

    monkeypatch.setattr(listing_commands, "open_session", broken)
    run = newsreader("list")
    assert (run.code, run.out) == (1, "")
    assert run.err.count("\n") == 1
    assert "this is a fault of the program (ZeroDivisionError: that was not foreseen)" in run.err
    log = data_dir / "newsreader.log"
    assert str(log) in run.err
    text = log.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "\x1b" not in text


def test_a_log_that_cannot_be_written_is_told_in_the_same_line(
    newsreader: Command, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_dir.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr(listing_commands, "open_session", lambda *_: 1 / 0)
    run = newsreader("list")
    assert (run.code, run.err.count("\n")) == (1, 1)
    assert "could not be written" in run.err


def test_a_folder_that_is_a_file_is_one_clear_line(newsreader: Command, data_dir: Path) -> None:
    data_dir.write_text("a file where the folder should be", encoding="utf-8")
    run = newsreader("list")
    assert (run.code, run.err.count("\n")) == (1, 1)
    assert str(data_dir) in run.err


def test_ctrl_c_ends_quietly(newsreader: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(listing_commands, "open_session", interrupted)
    run = newsreader("list")
    assert (run.code, run.out, run.err) == (130, "", "")


def test_ctrl_c_during_a_run_keeps_what_is_done(tmp_path: Path) -> None:
    """A feed that never answers: the first ctrl+C ends the run, in order and soon."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/feed"
        with subprocess.Popen(
            [sys.executable, "-m", "reader", "add", address],
            env=environment_for(tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            connection, _ = listener.accept()
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=20)
            connection.close()
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_a_list_in_a_terminal_fits_it_and_has_colour_unless_told_otherwise(wide_library: Path) -> None:
    assert "\x1b[" in _in_terminal(wide_library, {})
    plain = _in_terminal(wide_library, {"NO_COLOR": "1"})
    assert "\x1b" not in plain
    (line,) = plain.splitlines()
    assert 78 <= columns(line) <= 80
    assert line.endswith("…")


def _in_terminal(data_dir: Path, more: dict[str, str]) -> str:
    """Return what `list` prints in a pseudo-terminal of 80 columns."""
    main_fd, terminal = pty.openpty()
    environment = environment_for(data_dir, TERM="xterm", COLUMNS="80", **more)
    with subprocess.Popen([sys.executable, "-m", "reader", "list"], env=environment, stdout=terminal, stdin=terminal):
        os.close(terminal)
        data = b""
        try:
            while part := os.read(main_fd, 10_000):
                data += part
        except OSError:  # the other end is closed
            pass
    os.close(main_fd)
    return data.decode()


def test_a_fault_while_reading_the_arguments_is_one_line_too(
    newsreader: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OverflowError("date value out of range")

    monkeypatch.setattr("reader.cli.arguments.parse_arguments", fail)
    run = newsreader("list")
    assert run.code == 1
    assert "this is a fault of the program" in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("zone", ["Etc/GMT+12", "Etc/GMT-14"])
def test_a_date_at_the_end_of_the_calendar_is_shown_in_any_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert listing_commands.short_date(datetime(1, 1, 1, tzinfo=UTC)).startswith("1-01-01 ")
        assert listing_commands.short_date(datetime(9999, 12, 31, 23, tzinfo=UTC))[:4] == "9999"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_messages_are_short_and_name_what_is_wrong(newsreader: Command, data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Notes\n\nA list of `<source>` elements.\n", encoding="utf-8")
    assert "README.md: it is neither XML nor JSON" in newsreader("add", str(tmp_path / "README.md")).err
    for arguments in (("show", "x" * 5000), ("refresh", "x" * 5000), ("save", "x" * 5000), ("import", "x" * 5000)):
        run = newsreader(*arguments)
        assert run.code == 1
        assert len(run.err) < 400
    run = newsreader("--data-dir", str(tmp_path / "README.md"), "list")
    assert (run.code, run.err) == (1, f"newsreader: {tmp_path / 'README.md'}: is not a folder\n")
    run = newsreader("x" * 5000)
    assert (run.code, len(run.err) < 2000) == (2, True)
    (data_dir.parent / "config.toml").write_text("[refresh]\nparalel = 3\nfull = 1\n", encoding="utf-8")
    run = newsreader("list")
    assert (run.code, len(run.err.splitlines())) == (1, 2)


def test_an_empty_standard_input_is_called_so(newsreader: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    run = newsreader("analyze")
    assert (run.code, run.err) == (1, "newsreader: standard input: holds no text\n")


@pytest.mark.parametrize(("word", "command"), [("-harbour", "list"), ("-h'x", "officials"), ("-flood", "list")])
def test_a_word_to_leave_out_that_looks_like_an_option_gets_a_hint(
    newsreader: Command, word: str, command: str
) -> None:
    run = newsreader(command, word)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[-1].endswith(f"; to leave a word out write NOT {word[1:]}, or -- {word}")
    assert "NOT" not in newsreader("feeds", word).err


def test_both_ways_to_leave_a_word_out_work(newsreader: Command) -> None:
    for query in (["NOT", "harbour"], ["--", "-harbour"]):
        run = newsreader("list", *query)
        assert (run.code, run.out) == (0, "")
