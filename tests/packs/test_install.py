"""Who may install what over what, and what the store keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.packs.errors import PackError, TrustError
from kb.packs.install import Outcome, Trust, install, remove
from kb.packs.store import Store
from tests.packs.conftest import Workshop, listing
from tests.packs.making import make_key, source


def put(workshop: Workshop, data: bytes, trust: str | None = None) -> Outcome:
    return install(Store(workshop.packs), workshop.file(data), Trust(workshop.allowed, trust), {})


def test_installed_again_changes_nothing(workshop: Workshop) -> None:
    first = put(workshop, workshop.pack())
    assert first.changed
    assert first.before is None
    assert first.installed.signer.principal == "ada@example.org"
    assert first.installed.slugs == ("odd-syn-77",)
    before = listing(workshop.packs)
    assert not put(workshop, workshop.pack()).changed
    assert listing(workshop.packs) == before


def test_a_newer_version_takes_the_place_of_the_older(workshop: Workshop) -> None:
    put(workshop, workshop.pack(version="1.9"))
    outcome = put(workshop, workshop.pack(version="1.10"))
    assert outcome.before is not None
    assert outcome.before.version == "1.9"
    assert [pack.version for pack in Store(workshop.packs).installed()] == ["1.10"]
    assert len(list((workshop.packs / "odd").iterdir())) == 2


def test_the_pack_is_kept_byte_for_byte(workshop: Workshop) -> None:
    data = workshop.pack()
    installed = put(workshop, data).installed
    assert installed.file.read_bytes() == data
    assert all(path.is_relative_to(workshop.packs) for path in workshop.packs.rglob("*"))


def test_an_altered_file_in_the_store_is_noticed_and_mended(workshop: Workshop) -> None:
    installed = put(workshop, workshop.pack()).installed
    installed.file.write_bytes(installed.file.read_bytes()[:-1])
    assert not installed.is_sound()
    assert put(workshop, workshop.pack()).changed
    assert installed.is_sound()


def test_a_damaged_receipt_is_told_and_can_be_removed(workshop: Workshop) -> None:
    put(workshop, workshop.pack())
    store = Store(workshop.packs)
    (workshop.packs / "odd" / "installed.json").write_text('{"format": 1}')
    with pytest.raises(PackError, match=r"is damaged .*`tracelore pack remove odd`"):
        store.installed()
    told: list[str] = []
    assert store.installed(told.append) == []
    assert len(told) == 1
    remove(store, "odd")
    assert put(workshop, workshop.pack()).changed


def test_only_the_pack_that_is_named_is_taken_on_trust(workshop: Workshop) -> None:
    for key in (None, "stranger"):
        data = workshop.pack(key=key)
        with pytest.raises(TrustError, match="--trust odd"):
            put(workshop, data)
        with pytest.raises(TrustError, match="pack is called odd"):
            put(workshop, data, "oddd")
        assert put(workshop, data, "odd").installed.signer.standing == ("unknown" if key else "unsigned")
        remove(Store(workshop.packs), "odd")


def test_trust_grows_and_does_not_shrink(workshop: Workshop) -> None:
    """An unsigned pack may become a stranger's, a stranger's one that is trusted; none goes the other way."""
    keys = (None, "stranger", "signer")
    for number, key in enumerate(keys):
        assert put(workshop, workshop.pack(key=key, version=f"1.{number}"), "odd").changed
        for worse in keys[:number]:
            with pytest.raises(PackError, match="was signed by"):
                put(workshop, workshop.pack(key=worse, version="9"), "odd")


def test_the_same_signer_may_change_his_key(workshop: Workshop) -> None:
    put(workshop, workshop.pack())
    make_key(workshop.key("fresh"), "ecdsa")
    with workshop.allowed.open("a") as file:
        file.write(f"ada@example.org {workshop.key('fresh.pub').read_text()}")
    installed = put(workshop, workshop.pack(key="fresh", version="2")).installed
    assert (installed.signer.principal, installed.signer.key_type) == ("ada@example.org", "ecdsa-sha2-nistp256")


def test_another_stranger_is_another(workshop: Workshop) -> None:
    put(workshop, workshop.pack(key="stranger"), "odd")
    make_key(workshop.key("enemy"))
    with pytest.raises(PackError, match="was signed by a key that is not trusted"):
        put(workshop, workshop.pack(key="enemy", version="2"), "odd")


def test_a_removed_pack_is_gone(workshop: Workshop) -> None:
    put(workshop, workshop.pack())
    remove(Store(workshop.packs), "odd")
    assert [path.name for path in workshop.packs.iterdir()] == [".lock"]
    with pytest.raises(PackError, match="odd is not installed"):
        remove(Store(workshop.packs), "odd")


@pytest.mark.parametrize("name", ["..", "../odd", "/tmp", "", ".lock", "kb.db"])
def test_a_name_to_remove_is_no_path(name: str, workshop: Workshop) -> None:
    put(workshop, workshop.pack())
    before = listing(workshop.packs)
    with pytest.raises(PackError, match="cannot be called"):
        remove(Store(workshop.packs), name)
    assert listing(workshop.packs) == before


def test_what_somebody_else_put_there_stays(workshop: Workshop) -> None:
    put(workshop, workshop.pack())
    own = workshop.packs / "odd" / "my remarks.txt"
    own.write_text("x")
    put(workshop, workshop.pack(version="2"))
    remove(Store(workshop.packs), "odd")
    assert own.read_text() == "x"


def test_two_packs_cannot_have_one_signature(workshop: Workshop) -> None:
    put(workshop, workshop.pack())
    with pytest.raises(PackError, match="odd-syn-77 is called like a signature of the pack odd"):
        put(workshop, workshop.pack(name="other"))
    assert put(workshop, workshop.pack({"signatures/b.sig": source("another")}, name="other")).changed


def test_a_folder_that_cannot_be_written(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "packs")
    with pytest.raises(PackError, match="cannot be read: Not a directory"):
        install(store, workshop.file(workshop.pack()), Trust(workshop.allowed), {})
