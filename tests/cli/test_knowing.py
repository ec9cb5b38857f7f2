"""`show`, `search`, `kb build`."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.test_match import TOP, tracelore


def test_show_has_both_readings_of_674719802() -> None:
    result = tracelore("show", "backscatter-ack-674719802")
    assert result.exit_code == 0
    expected = ("third-party", "reset scan", "would tell", "against", "Blind spots", "References", "Trace:")
    for said in expected:
        assert said.lower() in result.output.lower(), said


def test_show_source_can_be_matched_with(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    mine.write_text(tracelore("show", "latency-probe-syn-ack", "--source").stdout)
    assert tracelore("check", mine).exit_code == 0


def test_show_suggests_a_name() -> None:
    result = tracelore("show", "backscatter-ack-67471980")
    assert result.exit_code == 1
    assert "backscatter-ack-674719802" in result.stderr


def test_search_finds_words_and_numbers() -> None:
    for words in (["674719802"], ["synk4"], ["reset", "scan"]):
        result = tracelore("search", *words)
        assert result.exit_code == 0
        assert "backscatter-ack-674719802" in result.stdout
    result = tracelore("search", "flibbertigibbet")
    assert result.exit_code == 1
    assert "nothing about" in result.stderr


def test_the_knowledge_base_in_git_is_what_the_signatures_say() -> None:
    result = tracelore("kb", "build", "--check", "--signatures", TOP / "signatures", "--output", TOP / "kb.db")
    assert result.exit_code == 0, result.stderr


def test_a_stale_knowledge_base_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "sigs"
    folder.mkdir()
    (folder / "a.sig").write_text('signature a { title "A"\n packet p { tcp }\n event by src gap 1s }')
    target = tmp_path / "mine.db"
    assert tracelore("kb", "build", "--signatures", folder, "--output", target).exit_code == 0
    assert tracelore("kb", "build", "--check", "--signatures", folder, "--output", target).exit_code == 0
    (folder / "a.sig").write_text('signature a { title "B"\n packet p { tcp }\n event by src gap 1s }')
    result = tracelore("kb", "build", "--check", "--signatures", folder, "--output", target)
    assert result.exit_code == 1
    assert "stale" in result.stderr


def test_every_command_has_help_with_an_example() -> None:
    import click

    from tracelore.cli import main

    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        for within in command.commands if isinstance(command, click.Group) else [""]:
            words = [name, within] if within else [name]
            result = tracelore(*words, "--help")
            assert result.exit_code == 0
            assert f"tracelore {' '.join(words)}" in re.split(r"Examples?:", result.stdout)[1], words


def test_a_misspelt_command_is_guessed() -> None:
    result = tracelore("mach", "x.pcap")
    assert result.exit_code == 2
    assert "Did you mean 'match'?" in result.stderr
