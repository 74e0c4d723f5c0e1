"""`qdot draft --pdf`: the PDF, the page numbers of the contents, and what is said where they cannot be made."""

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import W, draft, names, part, sample
from pypdf import PdfReader

from assembler.composition import Entry
from assembler.matter.pagination import pages

KATZ = "katz-trust-agreement"

converts = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed here"
)


def contents(docx: Path) -> list[tuple[str, str]]:
    """Read the words and the page of each entry of the contents; without a field for its page, it has none."""
    out = []
    for link in part(docx).iter(f"{W}hyperlink"):
        words, page = "", None
        for piece in link.iter(f"{W}t", f"{W}tab", f"{W}instrText"):
            if piece.tag == f"{W}instrText":
                page = ""
            elif piece.tag == f"{W}tab":
                words += " "
            elif page is None:
                words += piece.text or ""
            else:
                page += piece.text or ""
        out.append((words, page or ""))
    return out


def headings(pdf: Path) -> list[tuple[str, str]]:
    """Read the headings of a PDF from its outline, with their pages."""
    reader = PdfReader(io.BytesIO(pdf.read_bytes()))

    def flat(outline: list[Any]) -> list[Any]:
        return [one for entry in outline for one in (flat(entry) if isinstance(entry, list) else [entry])]

    found = [(entry.title, reader.get_destination_page_number(entry)) for entry in flat(reader.outline)]
    return [(str(title), str((page or 0) + 1)) for title, page in found]


@converts
def test_a_pdf_is_made_and_the_contents_carry_its_pages(tmp_path: Path) -> None:
    result = draft(sample("bond"), tmp_path, "--pdf")

    assert (result.exit_code, result.stderr) == (0, "")
    assert names(tmp_path) == [f"{KATZ}.docx", f"{KATZ}.pdf", "report.json", "report.md"]
    entries, outline = contents(tmp_path / f"{KATZ}.docx"), headings(tmp_path / f"{KATZ}.pdf")
    assert len(entries) > 50
    assert [page for _, page in entries] == [page for _, page in outline]
    assert [words.split()[-1] for words, _ in entries] == [words.split()[-1] for words, _ in outline]


def test_without_pdf_the_contents_carry_no_pages(tmp_path: Path) -> None:
    draft(sample("bond"), tmp_path)

    assert {page for _, page in contents(tmp_path / f"{KATZ}.docx")} == {""}


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


def test_pages_that_do_not_match_the_contents_in_full_are_no_pages() -> None:
    entries = [Entry(1, str(n), title, f"e{n}") for n, title in enumerate(("Terms", "Trust"), 1)]

    assert pages([("1 Terms", 3), ("2 Trust", 5)], entries) == {"e1": 3, "e2": 5}
    assert pages([("1 Terms", 3)], entries) == {}
    assert pages([("1 Terms", 3), ("2 Property", 5)], entries) == {}
