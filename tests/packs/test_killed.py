"""A process that is killed while it installs or removes leaves the old state or the new one, at every moment."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kb.packs.install import Trust, install
from kb.packs.store import Installed, Store
from tests.packs.conftest import Workshop
from tests.packs.making import source

# Counts every call by which the store changes something, and kills the process before one of them. To the operating
# system each is a step of its own: a kill between two of them is the same as a kill before the second.
STEPS = """
import builtins, io, os, pathlib, signal, sys
left = int(sys.argv[1])

def counted(module, name):
    real = getattr(module, name)
    def step(*args, **kwargs):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return real(*args, **kwargs)
    setattr(module, name, step)

from kb.packs.install import Trust, install, remove
from kb.packs.store import Store
import kb.packs.content
for name in ("mkdir", "fsync", "replace", "rename", "unlink", "rmdir"):
    counted(os, name)
counted(pathlib.Path, "open")
store, file, allowed = Store(pathlib.Path(sys.argv[2])), pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
if sys.argv[5] == "install":
    install(store, file, Trust(allowed), {})
else:
    remove(store, sys.argv[5])
print("done")
"""
_MOST_STEPS = 60


def run(workshop: Workshop, file: Path, what: str, steps: int) -> bool:
    """Whether the process came to its end; else it was killed before the step of this number."""
    words = [steps, workshop.packs, file, workshop.allowed, what]
    done = subprocess.run([sys.executable, "-c", STEPS, *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode == 0


def state(store: Store) -> Installed | None:
    """What is installed. A pack with a receipt is whole, whatever else lies about."""
    packs = store.installed()
    assert all(pack.is_sound() for pack in packs)
    return packs[0] if packs else None


@pytest.mark.parametrize("upgrade", [False, True], ids=["first", "upgrade"])
def test_killed_while_installing(upgrade: bool, workshop: Workshop) -> None:
    old = workshop.file(workshop.pack(version="1.0"), "old.pack")
    new = workshop.file(workshop.pack({"signatures/b.sig": source(said="Better.")}, version="1.1"), "new.pack")
    store, trust = Store(workshop.packs), Trust(workshop.allowed)
    versions = []
    for steps in range(_MOST_STEPS):
        if store.has("odd"):
            Store(workshop.packs).remove("odd")
        if upgrade:
            install(store, old, trust, {})
        ended = run(workshop, new, "install", steps)
        found = state(store)
        versions.append(found.version if found else None)
        if ended:
            break
    before = "1.0" if upgrade else None
    switch = versions.index("1.1")
    assert versions == [before] * switch + ["1.1"] * (len(versions) - switch)
    assert 5 < switch < len(versions) < _MOST_STEPS
    assert install(store, new, trust, {}).installed.version == "1.1"
    assert sorted(path.name for path in (workshop.packs / "odd").iterdir()) == sorted(
        ["installed.json", store.installed()[0].file.name]
    )


def test_killed_while_removing(workshop: Workshop) -> None:
    file = workshop.file(workshop.pack())
    store = Store(workshop.packs)
    seen = []
    for steps in range(_MOST_STEPS):
        install(store, file, Trust(workshop.allowed), {})
        ended = run(workshop, file, "odd", steps)
        seen.append(state(store) is None)
        if ended:
            break
    assert seen == sorted(seen)
    assert not seen[0]
    assert seen[-1]
    assert not (workshop.packs / "odd").exists()


def test_a_lock_is_given_up_by_the_dead(workshop: Workshop) -> None:
    store, file = Store(workshop.packs), workshop.file(workshop.pack())
    hold = (
        "import sys, time, pathlib; from kb.packs.store import Store\nwith Store(pathlib.Path(sys.argv[1])).locked():\n"
    )
    hold += "    print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", hold, str(workshop.packs)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Exception, match="another process is installing"):
            install(store, file, Trust(workshop.allowed), {})
        assert state(store) is None
        other.kill()
    assert install(store, file, Trust(workshop.allowed), {}).changed
