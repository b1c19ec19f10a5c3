"""The jobs that run in child processes: bytes and texts in, model objects out; module-level functions only."""


def load_parsers() -> None:
    """Import the parsers, so that the first real job does not wait for it."""
    import feedparser  # noqa: F401
    import trafilatura  # noqa: F401
