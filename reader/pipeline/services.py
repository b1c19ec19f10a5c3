"""What every function of the pipeline is given: the library, the network, the children, the clock and the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reader.config import Settings
from reader.pipeline.workers import Workers

if TYPE_CHECKING:  # they load much that the first screen, or a run without a network, can do without
    from reader.lexicon.more_outlets import MoreOutlets
    from reader.lexicon.outlets import Row
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
    outlets: "tuple[Row, ...]" = ()
    """The user's own table of outlets."""

    def more_outlets(self) -> "MoreOutlets":
        """Return the outlets that this library adds to those of the program: the user's own, and its feeds'.

        What is analysed from now on knows them; credits that were found before stay as they are.
        """
        from reader.lexicon.more_outlets import MoreOutlets, feed_rows

        feeds = self.library.feeds.all()
        return MoreOutlets(self.outlets, feed_rows((feed.title, feed.site_url or feed.url) for feed in feeds))

    def close(self) -> None:
        """Stop the children, close the connections and the library; takes at most about 0.3 s."""
        self.workers.close()
        close = getattr(self.fetcher, "close", None)
        if close is not None:
            close()
        self.library.close()
