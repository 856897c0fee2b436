"""What both of our TinyDB storages share: several operations of TinyDB can be one write to the disk."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

Content = Mapping[str, Mapping[str, Any]]


class BatchStorage(ABC):
    """Reads and writes at once, or holds all back until `together` ends.

    All that TinyDB asks of a storage, without importing TinyDB: a start only looks, and does not need it.
    """

    _held: dict[str, dict[str, Any]] | None = None
    _changed = False

    @abstractmethod
    def fetch(self) -> dict[str, dict[str, Any]] | None:
        """All tables from the disk, as a copy that may be changed; `None` if there are none."""

    @abstractmethod
    def store(self, data: Content) -> None:
        """Put all tables on the disk; raises `OSError`, and then the old ones are still there."""

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, for TinyDB."""
        return self.fetch() if self._held is None else self._held

    def write(self, data: Content) -> None:
        """Keep all tables, for TinyDB."""
        if self._held is None:
            self.store(data)
        else:
            self._held = {name: dict(table) for name, table in data.items()}
            self._changed = True

    def close(self) -> None:
        """Let go of what is held back; no file is kept open."""
        self._held = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Makes the operations inside one write, or none if one of them fails."""
        self._held, self._changed = self.fetch() or {}, False
        try:
            yield
            if self._changed:
                self.store(self._held)
        finally:
            self._held = None
