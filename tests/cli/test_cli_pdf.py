"""`qdot draft --pdf`: the PDF, the page numbers of the contents, and what is said where they cannot be made."""

import io
import os
import re
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import W, draft, names, part, sample
from pypdf import PdfReader

from assembler.composition import LAST_PAGE, Entry
from assembler.matter.pagination import pages
from assembler.word.libreoffice import to_pdf

KATZ = "katz-trust-agreement"

converts = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed here"
)


def contents(docx: Path) -> list[tuple[str, str]]:
    """Read the words and the page of each entry of the contents."""
    out = []
    for link in part(docx).iter(f"{W}hyperlink"):
        words = "".join(" " if piece.tag == f"{W}tab" else piece.text or "" for piece in link.iter(f"{W}t", f"{W}tab"))
        title, _, page = words.rpartition(" ")
        out.append((title, page))
    return out


def printed(pdf: Path) -> list[str]:
    """Read the page that stands at the foot of each page: *iii*, or *12 of 41*; nothing on a cover."""
    pages = PdfReader(io.BytesIO(pdf.read_bytes())).pages
    found = (re.search(r"Page ([ivx]+|\d+ of \d+)", page.extract_text()) for page in pages)
    return [one[1] if one else "" for one in found]


def headings(pdf: Path) -> list[tuple[str, str]]:
    """Read the headings of a PDF from its outline, with the number at the foot of the page of each."""
    reader = PdfReader(io.BytesIO(pdf.read_bytes()))
    numbers = [number.partition(" ")[0] for number in printed(pdf)]

    def flat(outline: list[Any]) -> list[Any]:
        return [one for entry in outline for one in (flat(entry) if isinstance(entry, list) else [entry])]

    found = [(entry.title, reader.get_destination_page_number(entry)) for entry in flat(reader.outline)]
    return [(str(title), numbers[page or 0]) for title, page in found]


@converts
def test_a_pdf_is_made_and_the_contents_carry_its_pages(tmp_path: Path) -> None:
    result = draft(sample("bond"), tmp_path, "--pdf")

    assert (result.exit_code, result.stderr) == (0, "")
    assert names(tmp_path) == [f"{KATZ}.docx", f"{KATZ}.pdf", "report.json", "report.md"]
    entries, outline = contents(tmp_path / f"{KATZ}.docx"), headings(tmp_path / f"{KATZ}.pdf")
    assert len(entries) > 50
    assert [page for _, page in entries] == [page for _, page in outline]
    assert [words.split()[-1] for words, _ in entries] == [words.split()[-1] for words, _ in outline]
    cover_sheet, cover, *numbered = printed(tmp_path / f"{KATZ}.pdf")
    assert (cover_sheet, cover) == ("", "")
    roman, decimal = [n for n in numbered if " " not in n], [n for n in numbered if " " in n]
    assert roman == ["i", "ii", "iii"][: len(roman)]
    assert roman
    assert decimal == [f"{n} of {len(decimal)}" for n in range(1, len(decimal) + 1)]
    assert numbered == roman + decimal


@converts
def test_a_pdf_is_tagged_says_its_language_and_has_no_drafting_notes(tmp_path: Path) -> None:
    draft(sample("bond"), tmp_path, "--pdf")

    reader = PdfReader(io.BytesIO((tmp_path / f"{KATZ}.pdf").read_bytes()))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-US"
    kinds = {str(note.get_object()["/Subtype"]) for page in reader.pages for note in page.get("/Annots", [])}
    assert kinds == {"/Link"}


def test_without_pdf_the_contents_promise_no_page(tmp_path: Path) -> None:
    draft(sample("bond"), tmp_path)

    assert {page for _, page in contents(tmp_path / f"{KATZ}.docx")} == {"–"}


def test_a_pdf_that_stands_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / f"{KATZ}.pdf").write_bytes(b"theirs")

    result = draft(sample("bond"), tmp_path, "--pdf")

    assert result.exit_code == 1
    assert "the file is there already" in result.stderr
    assert names(tmp_path) == [f"{KATZ}.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="a process group is a thing of Unix")
def test_whatever_libreoffice_started_ends_with_it_and_the_papers_are_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"ls {tmp_path}/out > {tmp_path}/seen; (sleep 1; touch {tmp_path}/outlived) & exit 1"
    (tmp_path / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    draft(sample("bond"), tmp_path / "out", "--pdf")

    assert f"{KATZ}.docx" in (tmp_path / "seen").read_text()
    time.sleep(1.5)
    assert not (tmp_path / "outlived").exists()


def test_without_libreoffice_the_document_keeps_its_name_and_the_pdf_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    result = draft(sample("bond"), tmp_path, "--pdf")

    assert result.exit_code == 1
    assert result.stdout == f"{tmp_path / f'{KATZ}.docx'}: checked, 0 open points\n"
    assert result.stderr == (
        "--pdf: there is no LibreOffice here to make a PDF.\n"
        "  fix: install LibreOffice (on Debian: libreoffice-writer-nogui), or draft without --pdf.\n"
    )
    assert names(tmp_path) == [f"{KATZ}.docx", "report.json", "report.md"]


@pytest.mark.parametrize("script", ["exit 1", "echo no display >&2; exit 77", "exit 0"])
def test_a_libreoffice_that_fails_is_a_problem(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    result = draft(sample("bond"), tmp_path / "out", "--pdf")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{KATZ}: LibreOffice made no PDF (")
    assert "no display" in result.stderr or "display" not in script
    assert names(tmp_path / "out") == [f"{KATZ}.docx", "report.json", "report.md"]


def test_pages_of_which_one_is_not_known_are_no_pages() -> None:
    entries = [Entry(1, str(n), title, f"e{n}") for n, title in enumerate(("Terms", "Trust"), 1)]
    places = {"/5FRef5Fe1": 3, "/5FRef5Fe2": 5}

    assert pages(places, 9, 0, entries) == {"e1": 3, "e2": 5, LAST_PAGE: 9}
    assert pages(places, 9, 2, entries) == {"e1": 1, "e2": 3, LAST_PAGE: 7}
    assert pages({"/5FRef5Fe1": 3}, 9, 0, entries) == {}


def test_how_many_are_converted_is_told_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'for last; do :; done; touch "${last%.docx}.pdf"; sleep 0.6'
    (tmp_path / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    told: list[int] = []

    to_pdf({"bond": b"", "letter": b""}, told.append)

    assert told[-1] == 1
