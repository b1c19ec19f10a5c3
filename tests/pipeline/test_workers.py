"""The pool of children: real processes, since what is tested is what the kernel does."""

import copy
import gc
import inspect
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.model.article import Article, Paragraph, Role
from reader.pipeline import jobs
from reader.pipeline.child import GARBAGE_THRESHOLD
from reader.pipeline.workers import WorkError, Workers
from reader.text.spans import Span


@pytest.fixture(scope="module")
def pool() -> Iterator[Workers]:
    """A pool that the tests of this module share, so that not each of them starts processes."""
    workers = Workers(2)
    yield workers
    workers.close()


def pids(workers: Workers) -> set[int]:
    return {workers.run(os.getpid) for _ in range(workers.count)}


def test_a_job_runs_in_another_process_and_brings_model_objects_back(pool: Workers) -> None:
    assert pool.run(os.getpid) != os.getpid()
    found = pool.run(jobs.process_article, Article("«It rains,» Ada Quill said.", published_at=datetime.now(UTC)))
    assert isinstance(found, jobs.Processed)
    assert found.article.text == "«It rains,» Ada Quill said."


def test_an_own_error_of_the_rooms_comes_back_as_its_line(pool: Workers) -> None:
    with pytest.raises(WorkError, match="it is a web page, not a feed") as caught:
        pool.run(jobs.parse_feed_job, b"<!doctype html><html></html>", "https://a.example/", "text/html", "")
    assert caught.value.reason == "refused"


def test_an_error_that_nobody_foresaw_is_one_clean_line(pool: Workers) -> None:
    with pytest.raises(WorkError, match="could not be processed \\(ValueError: invalid literal") as caught:
        pool.run(int, "\x1b[31mnot a number")
    assert caught.value.reason == "failed"
    assert "\x1b" not in str(caught.value)


def test_a_job_that_hangs_is_ended_and_the_next_one_runs(pool: Workers) -> None:
    started = time.monotonic()
    with pytest.raises(WorkError, match=r"took longer than 0\.2 s") as caught:
        pool.run(time.sleep, 60, timeout=0.2)
    assert caught.value.reason == "time"
    assert time.monotonic() - started < 5
    assert pool.run(len, "abc") == 3


def test_a_job_that_burns_the_processor_is_ended_by_the_kernel(pool: Workers) -> None:
    with pytest.raises(WorkError, match="took longer than 1 s") as caught:
        pool.run(pow, 7, 10**9, timeout=1.0)  # holds the interpreter lock all the time
    assert caught.value.reason == "time"


def test_a_job_that_wants_too_much_memory_is_ended(pool: Workers) -> None:
    with pytest.raises(WorkError, match="too much memory") as caught:
        pool.run(bytes, 4 * 1024**3)
    assert caught.value.reason == "memory"
    assert pool.run(len, "abc") == 3


def test_a_crash_costs_only_its_own_job(pool: Workers) -> None:
    before = pids(pool)
    results: list[object] = []

    def crash() -> None:
        try:
            pool.run(os.abort)
        except WorkError as error:
            results.append(error.reason)

    threads = [threading.Thread(target=crash)]
    threads += [threading.Thread(target=lambda: results.append(pool.run(sum, range(1000)))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, results)) == ["499500"] * 5 + ["crash"]
    assert len(before - pids(pool)) <= 1 or pool.count == 1


@pytest.mark.parametrize("function", [os.system, jobs.process_article], ids=["foreign", "own"])
def test_an_answer_may_not_smuggle_in_a_call(pool: Workers, function: Callable[..., object]) -> None:
    with pytest.raises(WorkError) as caught:
        pool.run(inspect.unwrap, function)  # the answer is the function: plain values and model classes only
    assert caught.value.reason == "crash"
    assert pool.run(len, "abc") == 3


def test_what_a_job_prints_does_not_garble_its_answer(pool: Workers) -> None:
    assert pool.run(print, "noise") is None
    assert pool.run(os.system, "echo noise; cat") == 0  # and it cannot eat the next job either
    assert pool.run(len, "abc") == 3


def test_children_seldom_look_for_garbage(pool: Workers) -> None:
    assert pool.run(gc.get_threshold)[0] == GARBAGE_THRESHOLD


def test_a_large_job_and_a_large_answer_pass(pool: Workers) -> None:
    text = "ä" * 5_000_000
    paragraph = Paragraph(Span(0, 3), Role.BODY)
    assert pool.run(max, [text, "a"]) == text
    assert pool.run(copy.copy, paragraph) == paragraph


def test_a_job_can_be_given_up(pool: Workers) -> None:
    started = time.monotonic()
    with pytest.raises(WorkError) as caught:
        pool.run(time.sleep, 60, timeout=60, cancelled=lambda: time.monotonic() - started > 0.2)
    assert caught.value.reason == "stopped"
    assert time.monotonic() - started < 5


def test_a_file_in_the_current_folder_does_not_pass_for_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    workers = Workers(1)
    try:
        assert workers.run(len, "abc") == 3
    finally:
        workers.close()


def test_closing_ends_running_jobs_quickly() -> None:
    workers = Workers(2)
    workers.run(len, "")
    reasons: list[str] = []
    begun = threading.Event()

    def sleep() -> None:
        begun.set()
        try:
            workers.run(time.sleep, 60, timeout=60)
        except WorkError as error:
            reasons.append(error.reason)

    threads = [threading.Thread(target=sleep) for _ in range(4)]  # two run, two wait for a child
    for thread in threads:
        thread.start()
    begun.wait()
    started = time.monotonic()
    workers.close()
    took = time.monotonic() - started
    for thread in threads:
        thread.join()
    assert reasons == ["stopped"] * 4
    assert took < 1
    with pytest.raises(WorkError, match="stopped"):
        workers.run(len, "")


def test_children_end_with_their_parent_even_if_that_is_killed() -> None:
    code = (
        "import os, sys, time\n"
        "from reader.pipeline.workers import Workers\n"
        "workers = Workers(1)\n"
        "print(workers.run(os.getpid), flush=True)\n"
        "workers.run(time.sleep, 60, timeout=60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        os.kill(child, 0)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(child, 0)
            os.waitpid(-1, os.WNOHANG)
        except (ProcessLookupError, ChildProcessError):
            break
        if _is_zombie(child):
            break
    else:
        pytest.fail("the child outlived its parent")


def _is_zombie(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123  # no file but the kernel's word
            return stat.read().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True
