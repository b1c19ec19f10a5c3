import contextlib
import io
import os
import pickle
import pickletools
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article, Link, Role
from reader.model.chain import Fingerprint
from reader.pipeline.channel import (
    HEADER,
    MAX_ANSWER_BYTES,
    ChannelClosed,
    ChannelTimeout,
    dump_value,
    exchange,
    load_answer,
    read_frame,
    write_frame,
)
from reader.text.spans import Span
from tests.pipeline.kit import NOW


def never() -> bool:
    return False


@pytest.fixture
def pipes() -> Iterator[tuple[int, int, int, int]]:
    """(our end to write, their end to read, their end to write, our end to read)."""
    their_in, our_out = os.pipe()
    our_in, their_out = os.pipe()
    os.set_blocking(our_out, False)
    os.set_blocking(our_in, False)
    yield our_out, their_in, their_out, our_in
    for fd in (our_out, their_in, their_out, our_in):
        try:
            os.close(fd)
        except OSError:
            continue


def test_a_frame_is_answered_by_a_frame(pipes: tuple[int, int, int, int]) -> None:
    our_out, their_in, their_out, our_in = pipes
    large = b"x" * 1_000_000

    def answer() -> None:
        with os.fdopen(os.dup(their_in), "rb") as stream:
            data = read_frame(stream)
        assert data is not None
        write_frame(their_out, data.upper())

    thread = threading.Thread(target=answer)
    thread.start()
    assert exchange(our_out, our_in, large, 20, never) == large.upper()
    thread.join()


def test_silence_ends_at_the_deadline(pipes: tuple[int, int, int, int]) -> None:
    with pytest.raises(ChannelTimeout):
        exchange(pipes[0], pipes[3], b"hello", 0.15, never)


def test_half_an_answer_is_none(pipes: tuple[int, int, int, int]) -> None:
    our_out, _, their_out, our_in = pipes
    os.write(their_out, HEADER.pack(100) + b"only this")
    os.close(their_out)
    with pytest.raises(ChannelClosed):
        exchange(our_out, our_in, b"hello", 5, never)


def test_an_answer_that_claims_to_be_huge_is_refused(pipes: tuple[int, int, int, int]) -> None:
    os.write(pipes[2], HEADER.pack(MAX_ANSWER_BYTES + 1))
    with pytest.raises(ChannelClosed, match="too large"):
        exchange(pipes[0], pipes[3], b"hello", 5, never)


def test_whoever_waits_can_stop(pipes: tuple[int, int, int, int]) -> None:
    started = time.monotonic()
    assert exchange(pipes[0], pipes[3], b"x", 60, lambda: time.monotonic() - started > 0.15) is None


def test_a_stream_that_ends_has_no_frame() -> None:
    assert read_frame(io.BytesIO(b"")) is None
    assert read_frame(io.BytesIO(HEADER.pack(5) + b"abc")) is None


def test_model_objects_pass() -> None:
    article = Article("Text", published_at=NOW, metadata={"a": ("b",)})
    value = ("ok", [article, Role.BODY, {1: frozenset({2})}], 5)
    assert load_answer(pickle.dumps(value)) == value


def test_model_objects_go_as_calls_with_their_values() -> None:
    value = Article("Text", links=(Link(Span(0, 4), "https://courier.example/"),), published_at=NOW)
    names = {operation.name for operation, _, _ in pickletools.genops(dump_value(value))}
    assert "REDUCE" in names
    assert not names & {"BUILD", "NEWOBJ"}
    assert load_answer(dump_value(value)) == value


def test_a_class_that_packs_itself_goes_as_it_wants() -> None:
    value = Fingerprint(tuple(range(500)), (-1,), ())
    assert len(dump_value(value)) < 9 * 500
    assert load_answer(dump_value(value)) == value


@dataclass(frozen=True, slots=True)
class _Single:
    words: tuple[str, ...]


def test_an_object_with_a_single_field_passes() -> None:
    assert pickle.loads(dump_value(_Single(("a", "b")))) == _Single(("a", "b"))


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, ("touch pwned",))


def test_an_answer_that_would_call_something_is_refused() -> None:
    with pytest.raises(ChannelClosed, match=r"may not hold (posix|nt)\.system"):
        load_answer(pickle.dumps(_Evil()))


def test_an_answer_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(ChannelClosed, match="other operations"):
        load_answer(b"M\x00\x00r\x00\x00\xe4-.")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
        | st.datetimes(timezones=st.just(UTC)) | st.frozensets(st.integers()),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    )
)  # fmt: skip
def test_every_plain_value_passes(value: object) -> None:
    assert load_answer(dump_value(value)) == value


def test_long_values_pass() -> None:
    value = ("x" * 70_000, b"y" * 70_000, 1 << 5000, bytearray(b"z" * 300), [{"a": ("x" * 300,)}] * 1000)
    assert load_answer(dump_value(value)) == value


@given(st.binary())
def test_any_bytes_are_an_answer_or_refused(data: bytes) -> None:
    with contextlib.suppress(ChannelClosed):
        load_answer(data)


def test_enumerations_pass_under_every_python(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_in_3_11_2(member: Role, protocol: int) -> tuple[object, ...]:
        return getattr, (Role, member.name)

    monkeypatch.setattr(Role, "__reduce_ex__", as_in_3_11_2)
    with pytest.raises(ChannelClosed, match="getattr"):
        load_answer(pickle.dumps([Role.BODY]))
    assert load_answer(dump_value([Role.BODY])) == [Role.BODY]
