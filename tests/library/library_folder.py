"""A small library in a folder, written line by line, and the names that ours may use."""

from dataclasses import dataclass
from pathlib import Path

from assembler.library import Library
from assembler.library.reading import read
from assembler.matter.library_checks import VOCABULARY

__all__ = ["FOLDER", "VOCABULARY", "LibraryFolder"]

FOLDER = Path(__file__).parents[2] / "clauses"


CLAUSE = """---
id: {id}
kind: section
title: {id}
authority: ["26 CFR 20.2056A-2(c)"]
reviewed: 2026-11-22
{more}---
{body}
"""
WORDS = "A trustee shall keep records."
CATALOGUE = """
- id: {id}
  cite: 26 CFR 20.2056A-2(c)
  kind: instrument-provision
  documents: [agreement]
  applies: Always
  called_for: {called_for}
  says: Something
  probes: {probes}
  {more}
"""


@dataclass(frozen=True)
class LibraryFolder:
    """A folder in which a test puts a library, line by line."""

    root: Path

    @property
    def path(self) -> Path:
        """Give the folder of the clauses."""
        return self.root / "clauses"

    def clause(self, identity: str, body: str = WORDS, more: str = "", at: str = "") -> Path:
        """Write a clause; each line of ``more`` stands first, in place of the ordinary line of its name."""
        text = CLAUSE.format(id=identity, more="", body=body)
        for line in more.splitlines():
            name = line.partition(":")[0]
            kept = [old for old in text.splitlines() if not old.startswith(f"{name}: ")]
            text = "\n".join([kept[0], line, *kept[1:]]) + "\n"
        return self.file(at or f"part/{identity}.md", text)

    def definition(self, term: str, means: str = "means a thing", more: str = "") -> Path:
        """Write the definition of a term."""
        identity = "def-" + term.lower().replace(" ", "-").replace(".", "")
        lines = f"kind: definition\nterm: {term}\n{more}"
        return self.clause(identity, f'**"{term}"** {means}.', lines, f"definitions/{identity}.md")

    def outline(self, *clauses: str, more: str = "") -> Path:
        """Write an outline with one article of definitions and one of clauses."""
        part = "  - part: article\n    id: {}\n    title: Words\n{}    clauses: [{}]\n"
        parts = part.format("article-words", "    definitions: []\n", "")
        parts += part.format("article-one", "", ", ".join(clauses))
        return self.file("outlines/agreement.yaml", f"id: agreement\ntitle: Agreement\nparts:\n{parts}{more}")

    def requires(self, identity: str, called_for: str = "[]", probes: str = "[records]", more: str = "") -> None:
        """Add a requirement to the catalogue."""
        path = self.path / "requirements.yaml"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        entry = CATALOGUE.format(id=identity, called_for=called_for, probes=probes, more=more)
        self.file("requirements.yaml", before + entry)

    def file(self, name: str, text: str) -> Path:
        """Write any file."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def read(self, firm: Path | None = None) -> Library:
        """Read it, with a catalogue of one rule where a test wrote none."""
        if not (self.path / "requirements.yaml").exists():
            self.requires("some-rule")
        return read(self.path, firm)
