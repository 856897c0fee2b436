"""The fields of one JSON object, taken one by one and checked; every error names its field."""

from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from leaving_tui.domain.bounds import kept, moment_in_time, number_within
from leaving_tui.domain.errors import RecordError

E_ = TypeVar("E_", bound=StrEnum)


class Fields:
    """What `name` holds; what is left over in the end belongs to a newer version."""

    def __init__(self, record: dict[str, Any], name: str) -> None:
        self._left = dict(record)
        self._name = name

    def take(self, key: str, kind: type, default: Any = None) -> Any:
        """A field that must be there, unless there is a default for it.

        Raises:
            RecordError: it is missing, or of another type.
        """
        value = self.optional(key, kind)
        if value is None:
            value = default
        if value is None:
            raise RecordError(f"The field {self._name}.{key} is missing.")
        return value

    def optional(self, key: str, kind: type) -> Any:
        """A field that may be missing; a `datetime` is read from its text.

        Raises:
            RecordError: it is of another type.
        """
        value = self._left.pop(key, None)
        if value is None:
            return None
        if kind is datetime:
            return moment_in_time(value, f"{self._name}.{key}")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise RecordError(f"The field {self._name}.{key} must be of type {kind.__name__}.")
        return value

    def rating(self, key: str) -> int | None:
        """A number from 0 to 10, or a skip.

        Raises:
            RecordError: it is another number, or none.
        """
        value: int | None = self.optional(key, int)
        return None if value is None else number_within(value, 0, 10, f"{self._name}.{key}")

    def member(self, key: str, kind: type[E_], value: str) -> E_:
        """One of the few values that there are.

        Raises:
            RecordError: it is none of them.
        """
        try:
            return kind(value)
        except ValueError:
            raise RecordError(f"The field {self._name}.{key} must be one of: {', '.join(kind)}.") from None

    def rest(self) -> dict[str, Any]:
        """What nobody took, to be written back as it is."""
        return {key: kept(value, f"{self._name}.{key}") for key, value in self._left.items()}
