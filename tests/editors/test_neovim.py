"""`tracelore lsp` with a real client: Neovim, set up as docs/editors.md says, and typed into."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.neovim import Neovim, version
from tests.lsp.signatures import HALF_OPEN, SCAN

TOP = Path(__file__).parents[2]
PROGRAM = shutil.which("nvim")

pytestmark = pytest.mark.skipif(not PROGRAM, reason="nvim is not there (Debian's package neovim)")

FOUND = "vim.tbl_map(function(each) return {each.code, each.lnum + 1} end, vim.diagnostic.get(0))"
SHOWN = 'vim.fn.expand("%:t")'
WINDOWS = """vim.tbl_map(function(window)
  return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), " ")
end, vim.api.nvim_list_wins())""".replace("\n", " ")


def configuration(program: str) -> str:
    """The block of the documentation that is for this Neovim."""
    section = (TOP / "docs" / "editors.md").read_text("utf-8").partition("## Neovim")[2].partition("\n## ")[0]
    of_today, before = re.findall(r"```lua\n(.*?)```", section, re.DOTALL)
    return of_today if version(program) >= (0, 11) else before


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "signatures"
    folder.mkdir()
    (folder / ".git").mkdir()
    (folder / "half-open.sig").write_text(HALF_OPEN)
    (folder / "scan.sig").write_text(SCAN, encoding="utf-8")
    return folder


@pytest.fixture
def editor(folder: Path, tmp_path: Path) -> Iterator[Neovim]:
    """An editor that shows `scan.sig`, and has been told what the checker says of it."""
    assert PROGRAM is not None
    (tmp_path / "init.lua").write_text(configuration(PROGRAM), encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:  # a socket's path must be short
        editor = Neovim(PROGRAM, tmp_path / "init.lua", folder, Path(home))
        try:
            editor.until("vim.fn.mode()", lambda mode: mode == "n")
            editor.type(":edit scan.sig<CR>")
            editor.until(FOUND, lambda found: found == [["W705", 6]])
            yield editor
        finally:
            assert editor.close() == 0


def test_diagnostics_follow_what_is_typed(editor: Neovim) -> None:
    assert editor.until("vim.bo.filetype") == "sig"
    editor.type("/flags<CR>cwflgs<Esc>")
    editor.until(FOUND, lambda found: sorted(found) == [["E200", 6], ["W705", 6]])
    editor.type("u")
    editor.until(FOUND, lambda found: found == [["W705", 6]])


def test_hover_shows_what_a_field_means(editor: Neovim) -> None:
    editor.type("/flags<CR>K")
    shown = editor.until(WINDOWS, lambda windows: len(windows) == 2)
    assert "RFC 9293" in shown[1]
    assert "Control bits" in shown[1]


def test_completion_offers_fields_and_inserts_one(editor: Neovim) -> None:
    editor.type("/packet reset<CR>Cpacket reset { tcp; dpo<C-x><C-o>")
    (offered,) = editor.until('vim.fn.complete_info({"items"}).items')
    assert offered["word"] == "dport"
    editor.type(" == 53 }<Esc>")
    editor.until("vim.fn.mode()", lambda mode: mode == "n")
    assert editor.lines()[5] == "  packet reset { tcp; dport == 53 }"


def test_completion_of_the_name_of_a_signature(editor: Neovim) -> None:
    editor.type("/my-half<CR>cEmy-ha<C-x><C-o>")
    editor.until('vim.fn.getline(".")', lambda line: line == "  observe my-half-open as probe")


def test_definition_leads_to_the_file_of_an_observed_signature(editor: Neovim) -> None:
    editor.type("/my-half-open<CR><C-]>")
    editor.until(SHOWN, lambda name: name == "half-open.sig")
    assert editor.until("vim.api.nvim_win_get_cursor(0)") == [1, len("signature ")]
    editor.type("<C-t>")
    editor.until(SHOWN, lambda name: name == "scan.sig")


def test_rename_reaches_every_file(editor: Neovim, folder: Path) -> None:
    editor.type("/my-half-open<CR>grn")
    editor.until("vim.fn.getcmdtype()", lambda kind: kind == "@")  # it asks for the name
    editor.type("<C-u>opened<CR>")
    editor.until("vim.api.nvim_buf_get_lines(0, 4, 5, true)", lambda lines: lines == ["  observe opened as probe"])
    editor.type(":wall<CR>")
    editor.until("vim.fn.getbufinfo({bufmodified = 1})", lambda modified: modified == [])
    assert "observe opened as probe" in (folder / "scan.sig").read_text("utf-8")
    assert "signature opened {" in (folder / "half-open.sig").read_text("utf-8")


def test_formatting_gives_the_canonical_text(editor: Neovim) -> None:
    editor.type("/has<CR>i    <Esc>grf")
    editor.until("vim.fn.getline(6)", lambda line: line == "  packet reset { tcp; flags has RST; dport == 53 }")
    editor.until(FOUND, lambda found: found == [])


def test_a_repair_is_offered_and_done(editor: Neovim) -> None:
    choosing = "function(offered, _, choose) Offered = #offered; choose(offered[1]) end"
    editor.until(
        f"(function() vim.ui.select = {choosing}; return true end)()"
    )  # the list waits for a key, deaf meanwhile
    editor.type("/tcp.dstport<CR>gra")
    editor.until("vim.fn.getline(6)", lambda line: line == "  packet reset { tcp; flags has RST; dport == 53 }")
    assert editor.until("Offered") == 1
