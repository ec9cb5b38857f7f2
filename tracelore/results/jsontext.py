"""JSON of small objects and lists, many times over: what `json` would write, at a fraction of the cost.

Names and lists come again with every event of a signature, so that their text is remembered.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, Final

__all__ = ["COMPACT", "SPACED", "JsonText", "json_string"]

_REMEMBERED: Final = 4_096

json_string: Callable[[str], str] = encode_basestring  # text in quotes; what is not ASCII stays as it is


class JsonText:
    """Writes JSON with certain separators.

    Attributes:
        any: Any value that `json` knows, at its own pace.
        texts: A tuple of strings.
    """

    def __init__(self, item: str, pair: str) -> None:
        self.any: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(item, pair)).encode
        self.texts: Callable[[tuple[str, ...]], str] = lru_cache(_REMEMBERED)(self.any)
        self._item = item
        self._pair = pair
        self._form: Callable[[tuple[str, ...]], str] = lru_cache(_REMEMBERED)(self._new_form)
        self._quick: dict[type, Callable[[Any], str]] = {int: int.__repr__, str: json_string, float: self._number}

    def object(self, values: Mapping[str, Any]) -> str:
        """An object. Its values are most often numbers and texts."""
        quick, other = self._quick, self.any
        return self._form(tuple(values)) % tuple([quick.get(type(value), other)(value) for value in values.values()])

    def _new_form(self, names: tuple[str, ...]) -> str:
        """An object with these names, and room for their values."""
        labels = [f"{json_string(name)}{self._pair}".replace("%", "%%") for name in names]
        return f"{{{self._item.join([f'{label}%s' for label in labels])}}}"

    def _number(self, value: float) -> str:
        return repr(value) if isfinite(value) else self.any(value)


COMPACT: Final = JsonText(",", ":")
SPACED: Final = JsonText(", ", ": ")
