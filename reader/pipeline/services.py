"""What every function of the pipeline is given: the library, the network, the children, the clock and the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reader.config import Settings
from reader.pipeline.workers import Workers

if TYPE_CHECKING:  # both load much that a run without a network or a library can do without
    from reader.store.library import Library
    from reader.web.fetch import Fetches


@dataclass(frozen=True, slots=True)
class Services:
    """The outer world as the pipeline sees it; tests hand in a fake fetcher and a fixed clock."""

    library: "Library"
    fetcher: "Fetches"
    workers: Workers
    now: Callable[[], datetime]
    """The present time, aware and in UTC."""
    settings: Settings

    def close(self) -> None:
        """Stop the children, close the connections and the library; takes at most about 0.3 s."""
        self.workers.close()
        close = getattr(self.fetcher, "close", None)
        if close is not None:
            close()
        self.library.close()
