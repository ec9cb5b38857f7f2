"""A Neovim without a screen that is typed into and asked what it shows, as a person would."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

__all__ = ["Neovim", "version"]

_PATIENCE: Final = 30  # seconds; a machine that runs tests is slow at times


def version(program: str) -> tuple[int, int]:
    """Which Neovim a program is."""
    told = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    found = re.match(r"NVIM v(\d+)\.(\d+)", told)
    assert found is not None, told
    return int(found[1]), int(found[2])


class Neovim:
    """One session in a folder of its own, with a configuration and nothing else that a user may have."""

    def __init__(self, program: str, configuration: Path, folder: Path, home: Path) -> None:
        self._program = program
        self._socket = home / "socket"
        self._environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "NVIM_LOG_FILE": str(home / "log"),
            **{f"XDG_{what}_HOME": str(home / what.lower()) for what in ("CONFIG", "DATA", "STATE", "CACHE")},
        }
        options = ["--headless", "-n", "-i", "NONE", "-u", configuration, "--listen", self._socket]
        self.process = subprocess.Popen(
            [program, *options], cwd=folder, env=self._environment, stderr=subprocess.DEVNULL
        )

    def type(self, keys: str) -> None:
        """Press keys, in Vim's notation (`<CR>`)."""
        run = self._remote("--remote-send", keys)
        assert run.returncode == 0, run.stderr

    def until(self, expression: str, wanted: Callable[[Any], bool] = bool) -> Any:
        """The value of a Lua expression, as soon as it is what is wanted."""
        end = time.monotonic() + _PATIENCE
        quoted = expression.replace("'", "''")
        while True:
            run = self._remote("--remote-expr", f"luaeval('vim.fn.json_encode({quoted})')")
            told = run.stdout or run.stderr
            found = json.loads(told) if run.returncode == 0 and told else None
            if found is not None and wanted(found):
                return found
            assert time.monotonic() < end, f"{expression} is still {told}"
            time.sleep(0.05)

    def lines(self) -> list[str]:
        """The text that is edited."""
        found: list[str] = self.until("vim.api.nvim_buf_get_lines(0, 0, -1, false)")
        return found

    def close(self) -> int:
        """Leave, whatever was not saved; the exit status."""
        try:
            self._remote("--remote-send", r"<Esc><C-\><C-N>:qall!<CR>")
            return self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def _remote(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self._program, "--server", self._socket, *arguments],
            check=False, capture_output=True, text=True, env=self._environment, timeout=_PATIENCE,
        )  # fmt: skip
