"""What all tests share: no network but loopback, and the data that lives outside the repository."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# a busy machine must not fail a test by its clock
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {address!r}")
        connect(self, address)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The evaluation data beside the repository; tests that need it skip, with a reason, where it is absent."""
    value = os.environ.get("NEWSREADER_SHARED", "")
    if not value or not Path(value).is_dir():
        pytest.skip("the evaluation data is not here: set NEWSREADER_SHARED to its folder")
    return Path(value)
