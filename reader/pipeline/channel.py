"""The wire between the reader and its child processes: frames of pickled values over two pipes.

A child reads hostile bytes with C libraries, so what comes back from it is not trusted: ``load_answer`` makes only
plain values and the classes of the pure rooms, never a function call of the sender's choice.
"""

import copyreg
import dataclasses
import io
import os
import pickle
import re
import select
import struct
import time
from collections.abc import Callable
from enum import StrEnum
from operator import attrgetter
from typing import Any, BinaryIO

HEADER = struct.Struct(">Q")
MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""Largest answer that is taken: a feed of 20 MB (the most that is fetched) with its articles fits."""
_SLICE_BYTES = 1 << 18
_TICK_SECONDS = 0.1
"""How often a waiting caller asks whether it should stop."""
_CLASSES_FROM = (
    "reader.model.",
    "reader.text.",
    "reader.feeds.",
    "reader.tracing.",
    "reader.pipeline.jobs.",
    "reader.pipeline.loose.",
    "reader.pipeline.tracing_jobs.",
)
_PLAIN = {
    "builtins": {"set", "frozenset", "bytearray", "complex"},
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "collections": {"OrderedDict"},
}


_FIXED = re.compile(
    rb"(?:[)N\x88\x89\x94\x85\x86\x87(t\]ae}su\x8f\x90\x91\x93\x81\x92bR01]|[K\x80h].|M..|[Jj].{4}|[G\x95].{8})++",
    re.DOTALL,
)
"""A run of operations of fixed length that ``dump_value`` writes (Python's pickletools names them)."""
_LENGTHS = {0x8C: 1, 0x43: 1, 0x8A: 1, 0x58: 4, 0x42: 4, 0x8B: 4, 0x8D: 8, 0x8E: 8, 0x96: 8}
"""Bytes of the length behind the operations that carry a text, bytes or a large number."""
_STOP = 0x2E
_Reduced = tuple[Callable[..., Any], tuple[Any, ...]]
_Reduce = Callable[[Any], str | tuple[Any, ...]]


class ChannelClosed(Exception):
    """The other side is gone, or sent what cannot be an answer."""


class ChannelTimeout(Exception):
    """The other side did not answer by the deadline."""


class _PlainUnpickler(pickle.Unpickler):
    """Reads plain values and the classes of the pure rooms."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # as the base class has it
        """Return a class that an answer may hold.

        Raises:
            pickle.UnpicklingError: it is none of them.
        """
        if name in _PLAIN.get(module, ()) or f"{module}.".startswith(_CLASSES_FROM):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"an answer may not hold {module}.{name}")


class _Reducers(dict[type, _Reduce]):
    """How objects of each class are taken apart for a frame; found out when the first of a class comes.

    Members of enumerations go by their value: some releases of Python (3.11.0 to 3.11.3) would have them fetched with
    ``getattr``, which an answer may not hold. Frozen dataclasses with slots and named tuples go as calls with the
    values of their fields: pickle's own ways lead through Python code for each object, at both ends.
    """

    def __missing__(self, cls: type) -> _Reduce:
        """Return how to take an object of a class apart.

        Raises:
            KeyError: pickle knows how.
        """
        if issubclass(cls, StrEnum):
            self[cls] = _by_value
        elif getattr(cls.__getstate__, "__module__", "") == dataclasses.__name__:
            self[cls] = _by_fields(cls)
        elif issubclass(cls, tuple) and hasattr(cls, "_fields"):
            self[cls] = _by_items
        else:
            raise KeyError(cls)
        return self[cls]


def _by_value(member: StrEnum) -> _Reduced:
    return type(member), (member.value,)


def _by_items(named: tuple[Any, ...]) -> _Reduced:
    return type(named), tuple(named)


def _by_fields(cls: type) -> _Reduce:
    names = [field.name for field in dataclasses.fields(cls)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda item: (cls, (values(item),))
    return lambda item: (cls, values(item))


_REDUCERS = _Reducers(copyreg.dispatch_table)


def dump_value(value: object) -> bytes:
    """Return a value as a frame holds it."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return stream.getvalue()


def load_answer(data: bytes) -> Any:  # noqa: ANN401  # whatever the job returned
    """Return the value in an answer.

    Raises:
        ChannelClosed: it is damaged or holds what an answer may not hold.
    """
    try:
        _check_operations(data)
        return _PlainUnpickler(io.BytesIO(data)).load()
    except Exception as error:  # a damaged pickle raises nearly anything
        raise ChannelClosed(f"unreadable answer: {error}") from error


def _check_operations(data: bytes) -> None:
    """See that an answer consists of operations that ``dump_value`` writes, each whole.

    Others do harm before any class is asked for: ten bytes that put a value into place 800,000,000 of the memo make
    the unpickler fill 12 GB with nothing.

    Raises:
        pickle.UnpicklingError: it holds others.
    """
    at, end = 0, len(data)
    while at < end:
        if run := _FIXED.match(data, at):
            at = run.end()
            continue
        if data[at] == _STOP:
            return
        size = _LENGTHS.get(data[at])
        if size is None:
            break
        start = at + 1 + size
        at = start + int.from_bytes(data[at + 1 : start], "little")
    raise pickle.UnpicklingError("an answer may not hold other operations than ours")


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the next frame, waiting for it; None at the end of the stream."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (length,) = HEADER.unpack(header)
    data = stream.read(length)
    return data if len(data) == length else None


def write_frame(fd: int, data: bytes) -> None:
    """Write one frame to a blocking pipe."""
    view = memoryview(HEADER.pack(len(data)) + data)
    while view:
        view = view[os.write(fd, view[:_SLICE_BYTES]) :]


def exchange(to_fd: int, from_fd: int, data: bytes, seconds: float, stopped: Callable[[], bool]) -> bytes | None:
    """Send one frame over non-blocking pipes and return the frame that answers it; None if the caller stopped.

    Raises:
        ChannelTimeout: no whole answer within ``seconds``.
        ChannelClosed: the other side is gone or the answer is too large.
    """
    deadline = time.monotonic() + seconds
    outgoing = memoryview(HEADER.pack(len(data)) + data)
    incoming = bytearray()
    while True:
        if stopped():
            return None
        left = deadline - time.monotonic()
        if left <= 0:
            raise ChannelTimeout
        poll = select.poll()  # not select(): descriptors may be above 1023
        poll.register(from_fd, select.POLLIN)
        if outgoing:
            poll.register(to_fd, select.POLLOUT)
        for fd, _ in poll.poll(min(left, _TICK_SECONDS) * 1000):
            try:
                if fd == to_fd:
                    outgoing = outgoing[os.write(to_fd, outgoing[:_SLICE_BYTES]) :]
                elif not (part := os.read(from_fd, _SLICE_BYTES)):
                    raise ChannelClosed("the process ended")
                else:
                    incoming += part
            except BlockingIOError:
                continue
            except OSError as error:
                raise ChannelClosed(str(error)) from error
        if len(incoming) >= HEADER.size:
            (length,) = HEADER.unpack_from(incoming)
            if length > MAX_ANSWER_BYTES:
                raise ChannelClosed("the answer is too large")
            if len(incoming) >= HEADER.size + length:
                return bytes(memoryview(incoming)[HEADER.size : HEADER.size + length])
