"""What packs, their versions and their members may be called.

The alphabet is that of lower-case ASCII: two names that differ do so on every file system and to every eye, and none
climbs out of a folder or means a device.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kb.packs.errors import PackError
from kb.packs.limits import MAX_DEPTH, MAX_NAME_BYTES, MAX_TEXT

__all__ = [
    "MANIFEST", "NOTES", "SIGNATURE", "SOURCES", "Version", "check_member_name", "check_pack_name", "check_text",
    "parse_version",
]  # fmt: skip

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.json.sig"
NOTES: Final = "notes.ndjson"
SOURCES: Final = "signatures/"  # the folder of .sig files

Version = tuple[int, int, int, int]

_PACK = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
_PART = re.compile(r"[a-z0-9_][a-z0-9_-]*(\.[a-z0-9_-]+)*", re.ASCII)
_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){0,3}", re.ASCII)
_TAKEN = frozenset({"curated", "tracelore"})  # would be read as ours
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
_UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def check_pack_name(name: str) -> str:
    """The name, when a pack may be called so.

    Raises:
        PackError: It may not.
    """
    if len(name) > 64 or not _PACK.fullmatch(name):
        raise PackError(f"a pack cannot be called {_shown(name)}: lower-case words joined by -, at most 64 characters")
    if name in _TAKEN or name in _DEVICES:
        raise PackError(f"a pack cannot be called {_shown(name)}: that name has a meaning already")
    return name


def parse_version(text: str) -> Version:
    """One to four numbers separated by dots, as a tuple that compares: `1.2` is `1.2.0.0`.

    Raises:
        PackError: It is none.
    """
    if not _VERSION.fullmatch(text):
        raise PackError(f"{_shown(text)} is no version: one to four decimal numbers with dots between, such as 1.4")
    numbers = [int(part) for part in text.split(".")]
    major, minor, patch, build = numbers + [0] * (4 - len(numbers))
    return major, minor, patch, build


def check_member_name(name: str) -> str:
    """The name, when a member of a pack may be called so.

    Raises:
        PackError: It may not; the message says what is wrong with it.
    """
    if name in (MANIFEST, SIGNATURE, NOTES):
        return name
    wrong = _wrong_with(name)
    if wrong:
        raise PackError(f"member {_shown(name)}: {wrong}")
    return name


def _wrong_with(name: str) -> str:
    parts = name.split("/")
    if not name:
        return "has no name"
    if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME_BYTES:
        return f"the name is longer than {MAX_NAME_BYTES} bytes"
    if name.startswith("/"):
        return "the path is absolute"
    if "\\" in name or ":" in name:
        return "a name has no backslash, drive or stream in it"
    if ".." in parts:
        return "the path leads out of the pack"
    if len(parts) > MAX_DEPTH:
        return f"the path is deeper than {MAX_DEPTH} parts"
    if not all(_PART.fullmatch(part) for part in parts):
        return "a path is made of a-z, 0-9, -, _ and single dots, with / between its parts"
    if any(part.split(".")[0] in _DEVICES for part in parts):
        return "the name means a device on some systems"
    if not name.startswith(SOURCES) or not name.endswith(".sig"):
        return f"a pack holds {SOURCES}...sig, {NOTES} and its manifest, nothing else"
    return ""


def check_text(what: str, text: str) -> str:
    """A text that people read: in one line, printable, and composed as everybody composes it.

    Raises:
        PackError: It is too long, empty, or holds what does not show or hides what shows.
    """
    if not text.strip() or text != text.strip() or len(text) > MAX_TEXT:
        raise PackError(f"{what}: a text of 1 to {MAX_TEXT} characters without spaces at its ends is expected")
    odd = next((letter for letter in text if unicodedata.category(letter) in _UNPRINTED), None)
    if odd:
        raise PackError(f"{what}: U+{ord(odd):04X} cannot be seen and may hide what can")
    if unicodedata.normalize("NFC", text) != text:
        raise PackError(f"{what}: the text is not in Unicode's composed form (NFC)")
    return text


def _shown(text: str) -> str:
    """As an error names it: in ASCII, and short, whatever it is."""
    return ascii(text if len(text) <= 120 else f"{text[:117]}...")
