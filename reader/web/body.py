"""The body of an answer, read piece by piece and decompressed within limits on both sides.

A gzip stream can hold a thousand times its size, and 10 MB of it 10 GB; newsboat 2.21 aborts on one. So at most one
coding is taken off, in steps of 64 kB, and both what came over the wire and what came out are counted.
"""

import zlib
from collections.abc import Callable, Iterator
from typing import Final

WIRE_LIMITS: Final = {"feed": 10_000_000, "page": 5_000_000}
"""Bytes over the wire; Miniflux allows 15 MiB, the largest of 800 real and test feeds has 3 million."""
DECODED_LIMIT: Final = 20_000_000
"""Bytes after decompression."""
RATIO_LIMIT: Final = 100
"""How many times its size a body may grow; real feeds and pages grow 3 to 25 times, bombs about 1,000 times."""
_RATIO_FROM: Final = 2_000_000
"""Decoded bytes up to which the ratio does not matter."""
_STEP: Final = 65_536
_GZIP: Final = b"\x1f\x8b"


class BadBody(Exception):
    """A body that is too large, damaged or incomplete; its text is one clear line."""


def read_body(
    pieces: Iterator[bytes], coding: str, *, limit: int, length: int | None, cancelled: Callable[[], bool]
) -> bytes:
    """Return a whole body, decompressed.

    Args:
        pieces: the body as it comes over the wire.
        coding: the ``Content-Encoding`` header.
        limit: bytes that may come over the wire.
        length: the ``Content-Length`` header; None where there is none.
        cancelled: asked between two pieces.

    Raises:
        BadBody: if it is larger than it may be, damaged, or shorter than announced.
        InterruptedError: if it was cancelled.
    """
    if length is not None and length > limit:
        raise BadBody(f"it announces {length:,} bytes, more than the {limit:,} that are read")
    decoder = _Decoder(_one_coding(coding))
    wire = 0
    for piece in pieces:
        if cancelled():
            raise InterruptedError
        wire += len(piece)
        if wire > limit:
            raise BadBody(f"it is larger than {limit:,} bytes")
        decoder.feed(piece, wire)
    if length is not None and wire < length:
        raise BadBody(f"the connection ended after {wire:,} of {length:,} bytes")
    return decoder.finish()


def _one_coding(header: str) -> str:
    """Return the one coding of a body, or an empty text.

    Raises:
        BadBody: if there are several, or one that was not offered.
    """
    codings = [name.strip().lower() for name in header.split(",")]
    codings = [name for name in codings if name not in ("", "identity")]
    if len(codings) > 1:
        raise BadBody(f"it is compressed {len(codings)} times over")
    if codings and codings[0] not in ("gzip", "x-gzip", "deflate"):
        raise BadBody("it is compressed in a way that was not asked for")
    return codings[0].removeprefix("x-") if codings else ""


class _Decoder:
    """Takes one compression off, in small steps; what is not compressed goes through."""

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._inflate: zlib._Decompress | None = None
        self._start = b""
        self._decided = False
        self._out: list[bytes] = []
        self._decoded = 0

    def feed(self, piece: bytes, wire: int) -> None:
        """Take in one piece; ``wire`` is how many bytes came so far."""
        if not self._decided:
            self._start += piece
            if len(self._start) < 2:
                return
            piece, self._start = self._start, b""
            self._decide(piece)
        self._pass(piece, wire)

    def finish(self) -> bytes:
        """Return the whole.

        Raises:
            BadBody: if the compressed stream does not end.
        """
        if self._inflate is not None and not self._inflate.eof:
            raise BadBody("the compressed data end too early")
        return b"".join([*self._out, self._start])

    def _decide(self, start: bytes) -> None:
        """See by the first two bytes what it is: servers call plain text gzip, and send .gz files as they are."""
        self._decided = True
        if start.startswith(_GZIP):
            self._inflate = zlib.decompressobj(31)
        elif self._coding == "deflate":  # zlib format by the standard, bare by some servers
            framed = start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
            self._inflate = zlib.decompressobj(15 if framed else -15)

    def _pass(self, piece: bytes, wire: int) -> None:
        """Decompress a piece in steps, counting."""
        while piece:
            if self._inflate is None:
                self._keep(piece, wire)
                return
            if self._inflate.eof:
                if not piece.startswith(_GZIP):
                    return  # what follows the end belongs to nobody
                self._inflate = zlib.decompressobj(31)
            try:
                out = self._inflate.decompress(piece, _STEP)
            except zlib.error:
                raise BadBody("its compressed data are damaged") from None
            self._keep(out, wire)
            piece = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail

    def _keep(self, out: bytes, wire: int) -> None:
        """Keep what came out, if it is not too much."""
        self._decoded += len(out)
        if self._decoded > DECODED_LIMIT:
            raise BadBody(f"it is larger than {DECODED_LIMIT:,} bytes when decompressed")
        if self._decoded > max(_RATIO_FROM, RATIO_LIMIT * wire):
            raise BadBody(f"it grows more than {RATIO_LIMIT} times when decompressed")
        self._out.append(out)
