"""Small things the program remembers: the last position, the time of the last check."""

from reader.store.database import Database
from reader.store.packing import storable


class SettingStore:
    """Texts by key."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, key: str) -> str | None:
        """Return the text that was put under a key; None where there is none."""
        row = self._db.row("SELECT value FROM settings WHERE key = ?", (storable(key),))
        return None if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key, in place of the one before."""
        with self._db.transaction(durable=False):
            self._db.write(
                "INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (storable(key), storable(value)),
            )
