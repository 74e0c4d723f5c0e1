"""Calls `qdot` as a person would, and reads back what it wrote."""

import shutil
import zipfile
from pathlib import Path

from click.testing import CliRunner, Result
from lxml import etree

from assembler.cli import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def qdot(*arguments: str | Path, typed: str | None = None) -> Result:
    """Run the command in this process; whatever happens, nobody may see a traceback."""
    result = CliRunner().invoke(main, list(map(str, arguments)), input=typed, prog_name="qdot")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert "Traceback" not in result.output
    return result


def draft(case: Path, out: Path, *options: str | Path) -> Result:
    """Draft a case's trust agreement."""
    return qdot("draft", case, "trust-agreement", "-o", out, *options)


def sample(name: str) -> Path:
    return SAMPLES / f"{name}.yaml"


def changed(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """Write a sample with some of its words replaced; each must be there once."""
    text = sample(name).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    """List what is in a folder, but for the record of what was drafted; a folder that is not there holds nothing."""
    return sorted({path.name for path in folder.iterdir()} - {".qdot-written.json"}) if folder.exists() else []


def part(docx: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(docx) as package:
        return etree.fromstring(package.read(name))


def paragraphs(docx: Path) -> list[str]:
    """Read the text of every paragraph of a document."""
    found = part(docx).iter(f"{W}p")
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in found]


def comments(docx: Path) -> int:
    """Count the comments of a document."""
    with zipfile.ZipFile(docx) as package:
        if "word/comments.xml" not in package.namelist():
            return 0
    return len(list(part(docx, "word/comments.xml").iter(f"{W}comment")))


def firm(folder: Path, *clauses: str) -> Path:
    """Make a firm's folder with some of our own clauses in it, ready to be changed."""
    home = folder / "firm"
    (home / "clauses").mkdir(parents=True)
    (home / "templates").mkdir()
    for clause in clauses:
        (found,) = (ROOT / "clauses").rglob(f"{clause}.md")
        shutil.copy(found, home / "clauses")
    return home
