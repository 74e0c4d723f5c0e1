"""A paper that comes back is held against what was sent, and two versions are compared; nothing of them is kept."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from workbench.conftest import HOME, Browser


@pytest.fixture
def sent(browser: Browser, folder: Path) -> bytes:
    browser.post("/case/bond.yaml/papers", paper="trust-agreement")
    return (folder / "bond" / "katz-trust-agreement.docx").read_bytes()


def edited(package: bytes, old: bytes, new: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(old, new, 1) if name == "word/document.xml" else part)
    assert stream.getvalue() != package
    return stream.getvalue()


def upload(browser: Browser, page: str, files: Mapping[str, bytes], **fields: str) -> tuple[int, bytes]:
    data = {**fields, **{name: (io.BytesIO(content), f"{name}.docx") for name, content in files.items()}}
    answer = browser.client.post(page, data=data, **HOME)
    return answer.status_code, answer.get_data()


def test_a_paper_as_it_was_sent_has_nothing_changed(browser: Browser, sent: bytes) -> None:
    status, page = upload(browser, "/returned/verify", {"file": sent}, case="bond.yaml")

    assert status == 200
    assert b"0 found changed" in page


def test_a_changed_word_is_shown_at_its_clause(browser: Browser, sent: bytes) -> None:
    came = edited(sent, b"right to withhold", b"right to defer")

    status, page = upload(browser, "/returned/verify", {"file": came, "sent": sent})

    assert status == 200
    assert b"<del>" in page
    assert b"defer" in page


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04broken"])
def test_what_is_no_word_document_is_said_in_words(browser: Browser, content: bytes) -> None:
    for page, names in (("/returned/verify", ("file", "sent")), ("/returned/redline", ("old", "new"))):
        status, text = upload(browser, page, dict.fromkeys(names, content))
        assert status == 409
        assert b'role="alert"' in text


def test_two_versions_come_back_as_one_with_the_changes_tracked(browser: Browser, sent: bytes) -> None:
    status, package = upload(browser, "/returned/redline", {"old": sent, "new": edited(sent, b"shall", b"may")})

    assert status == 200
    with zipfile.ZipFile(io.BytesIO(package)) as made:
        assert b"<w:ins " in made.read("word/document.xml")


def test_questionnaires_are_written_for_who_can_answer(browser: Browser, folder: Path) -> None:
    status, page = browser.post("/case/incomplete.yaml/questionnaires")

    assert status == 200
    assert list((folder / "incomplete").glob("*.docx"))
    assert all(path.name in page for path in (folder / "incomplete").glob("*.docx"))
