"""A fresh library for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.library import Library
from tests.store.kit import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", now=clock) as library:
        yield library
