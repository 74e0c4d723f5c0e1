"""The cache of compiled templates: it saves work, and nothing depends on it."""

from pathlib import Path

import pytest

from assembler.word.cache import compiled
from assembler.word.press import environment

SOURCES = {"word/document.xml": "<w:t>{{ name }}</w:t>"}
NAME = {"name": "Smith & Sons"}
WRITTEN = "<w:t>Smith &amp; Sons</w:t>"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "qdot-assembler"


def written(sources: dict[str, str] = SOURCES) -> str:
    (template,) = compiled(environment(), sources).values()
    return template.render(NAME)


def test_a_template_is_kept_and_closed_to_others(home: Path) -> None:
    assert written() == WRITTEN
    assert home.stat().st_mode & 0o077 == 0
    assert len(list(home.iterdir())) == 1


def test_what_was_kept_is_what_would_be_compiled(home: Path) -> None:
    assert [written(), written()] == [WRITTEN, WRITTEN]
    assert len(list(home.iterdir())) == 1


def test_other_words_are_compiled_anew_under_the_same_name(home: Path) -> None:
    written()

    assert written({"word/document.xml": "<w:t>{{ name }}!</w:t>"}) == "<w:t>Smith &amp; Sons!</w:t>"


def test_a_spoiled_entry_is_passed_over(home: Path) -> None:
    written()
    (kept,) = home.iterdir()
    kept.write_bytes(b"not what it was")

    assert written() == WRITTEN


def test_without_a_folder_to_write_to_all_is_compiled_as_before(home: Path) -> None:
    home.write_text("a file stands where the folder would be")

    assert written() == WRITTEN
