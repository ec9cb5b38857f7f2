"""Where installed packs are kept: each in a folder of its own, as the file that was installed and a receipt beside it.

    PACKS/.lock                          held while something is installed or removed
    PACKS/NAME/NAME-VERSION-DIGEST.pack  the pack, byte for byte as it came
    PACKS/NAME/installed.json            the receipt: which file is in force, and who had signed it

The receipt is what makes a pack installed. It is moved into its place in one step when all it speaks of is on the disk,
and is the first to go when a pack is removed: a killed process leaves the old pack or the new one, and at most a file
that no receipt names, which the next installer takes away.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from kb.packs.archive import read_pack_file
from kb.packs.errors import PackError
from kb.packs.names import Version, check_pack_name, parse_version
from kb.packs.pack import Pack
from kb.packs.signing import Signer

__all__ = ["Installed", "Store", "write_whole"]

_RECEIPT: Final = "installed.json"
_FORMAT: Final = 1
_MOST_RECEIPT_BYTES: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pack, by its receipt.

    Attributes:
        name: What it is called.
        version: Its version.
        digest: `Pack.digest`: of all that it holds.
        file_digest: SHA-256 of the file, hexadecimal.
        signer: Who had signed it when it was installed.
        slugs: The signatures in it.
        notes: How many notes are in it.
        licence: Terms under which it may be used.
        folder: Where it lies.
    """

    name: str
    version: str
    digest: str
    file_digest: str
    signer: Signer
    slugs: tuple[str, ...]
    notes: int
    licence: str
    folder: Path

    @property
    def file(self) -> Path:
        """The pack itself."""
        return self.folder / f"{self.name}-{self.version}-{self.file_digest[:12]}.pack"

    @property
    def order(self) -> Version:
        """The version as it compares."""
        return parse_version(self.version)

    def is_sound(self) -> bool:
        """Whether the file is still the one that was installed, byte for byte."""
        try:
            return hashlib.sha256(read_pack_file(self.file)).hexdigest() == self.file_digest
        except PackError:
            return False


class Store:
    """The installed packs below one folder, which need not exist before something is installed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def installed(self, tell: Callable[[str], None] | None = None) -> list[Installed]:
        """All installed packs, in the order of their names. A damaged one is told and left out.

        Raises:
            PackError: One is damaged, and there is nobody to `tell`.
        """
        found = []
        for name in self._names():
            try:
                pack = self.find(name)
            except PackError as error:
                if tell is None:
                    raise
                tell(str(error))
                continue
            if pack is not None:
                found.append(pack)
        return found

    def _names(self) -> list[str]:
        try:
            with os.scandir(self.root) as entries:
                return sorted(entry.name for entry in entries if Path(entry.path, _RECEIPT).is_file())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise PackError(f"{self.root}: cannot be read: {error.strerror or error}") from error

    def has(self, name: str) -> bool:
        """Whether a pack of this name is installed, damaged or not."""
        return (self.root / check_pack_name(name) / _RECEIPT).exists()

    def find(self, name: str) -> Installed | None:
        """The installed pack of this name, or None.

        Raises:
            PackError: Its receipt is damaged.
        """
        receipt = self.root / check_pack_name(name) / _RECEIPT
        try:
            with receipt.open("rb") as file:
                data = file.read(_MOST_RECEIPT_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise PackError(f"{receipt}: cannot be read: {error.strerror or error}") from error
        try:
            return _decoded(data, receipt.parent)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            help_ = f"`tracelore pack remove {name}`, and install it again"
            raise PackError(f"{receipt}: is damaged ({error!r}); {help_}") from error

    @contextmanager
    def locked(self, *, wait: bool = False) -> Iterator[None]:
        """Hold the store, so that nobody else installs or removes. Makes its folder.

        Raises:
            PackError: Another process holds it (and there is no time to `wait`), or the folder cannot be written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.root / ".lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        except OSError as error:
            raise PackError(f"{self.root}: cannot be written: {error.strerror or error}") from error
        try:
            _take(lock, self.root, wait)
            yield
        except OSError as error:
            raise PackError(f"{self.root}: cannot be written: {error.strerror or error}") from error
        finally:
            os.close(lock)

    def put(self, pack: Pack, receipt: Installed) -> None:
        """Make this pack the installed one of its name. The store must be held."""
        folder = self.root / receipt.name
        folder.mkdir(exist_ok=True)
        _sync_folder(self.root)
        write_whole(receipt.file, pack.data)
        write_whole(folder / _RECEIPT, _encoded(receipt))
        _clear(folder, keep=(_RECEIPT, receipt.file.name))

    def remove(self, name: str) -> None:
        """Remove an installed pack and what killed installers may have left of it. The store must be held."""
        folder = self.root / check_pack_name(name)
        (folder / _RECEIPT).unlink(missing_ok=True)
        _sync_folder(folder)
        _clear(folder)
        with suppress(OSError):  # somebody has put something else there: it stays, and so does its folder
            folder.rmdir()


def _encoded(receipt: Installed) -> bytes:
    content = {"format": _FORMAT, **asdict(receipt)}
    del content["folder"]
    return (json.dumps(content, indent=2, sort_keys=True) + "\n").encode("ascii")


def _decoded(data: bytes, folder: Path) -> Installed:
    content: dict[str, Any] = json.loads(data)
    if content.pop("format") != _FORMAT:
        raise ValueError("of another format")
    signer, slugs = Signer(**content.pop("signer")), tuple(map(str, content.pop("slugs")))
    installed = Installed(signer=signer, slugs=slugs, folder=folder, **content)
    parse_version(installed.version)
    if installed.name != folder.name:
        raise ValueError("of another pack")
    return installed


def _take(lock: int, root: Path, wait: bool) -> None:
    try:
        import fcntl
    except ImportError:  # not a POSIX system: the user must take care
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        raise PackError(f"{root}: another process is installing or removing a pack; try again after it") from None


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place, and move it there when it is on the disk.

    Raises:
        PackError: It cannot be written.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise PackError(f"{path}: cannot be written: {error.strerror or error}") from error


def _sync_folder(folder: Path) -> None:
    """Names reach the disk, too. Not every system can do that for a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _clear(folder: Path, keep: tuple[str, ...] = ()) -> None:
    """Take away what no receipt names: packs of older versions and drafts. Nothing else is put there."""
    for entry in list(os.scandir(folder)):
        if entry.name not in keep and entry.name.removesuffix(".part").endswith((".pack", _RECEIPT)):
            os.unlink(entry.path)
