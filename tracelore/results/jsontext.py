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
        self._label: Callable[[str], str] = lru_cache(_REMEMBERED)(lambda name: f"{json_string(name)}{pair}")
        self._quick: dict[type, Callable[[Any], str]] = {int: int.__repr__, str: json_string, float: self._number}

    def object(self, values: Mapping[str, Any]) -> str:
        """An object. Its values are most often numbers and texts."""
        quick, label, other = self._quick, self._label, self.any
        pairs = [f"{label(name)}{quick.get(type(value), other)(value)}" for name, value in values.items()]
        return f"{{{self._item.join(pairs)}}}"

    def _number(self, value: float) -> str:
        return repr(value) if isfinite(value) else self.any(value)


COMPACT: Final = JsonText(",", ":")
SPACED: Final = JsonText(", ", ": ")
