"""clauses/README.md: what it says of front matter, outlines and words is what the reader of the library takes."""

import re
from pathlib import Path

import pytest

from assembler.library import clause_file, yaml_files

CLAUSES = Path(__file__).parents[2] / "clauses"
GUIDE = (CLAUSES / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Give the text under one heading."""
    return re.split(r"^## ", GUIDE.partition(f"## {title}\n")[2], flags=re.MULTILINE)[0]


def table(title: str) -> dict[str, str]:
    """Give the rows of the table under a heading, by each name that stands in their first cell."""
    rows = re.findall(r"^\| (`[^|]+`) \| (.*) \|$", section(title), re.MULTILINE)
    return {name: told for names, told in rows for name in re.findall(r"`([\w.]+)`", names)}


def test_it_tells_of_every_entry_of_the_front_matter_and_of_no_other() -> None:
    assert set(table("The front matter")) == set(clause_file.FRONT_MATTER)


def test_it_names_every_kind_of_clause() -> None:
    assert set(re.findall(r"`([\w-]+)`", table("The front matter")["kind"])) == set(clause_file.KINDS)


def test_it_tells_of_every_entry_of_an_outline() -> None:
    named = set(table("The outline of a document")) | {"id", "title"}

    assert named == set(yaml_files.OUTLINE)


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        ("per", yaml_files.SUBJECTS),
        ("template", yaml_files.TEMPLATES),
        ("dated", yaml_files.DATED),
        ("parts", yaml_files.PARTS),
    ],
)
def test_it_names_the_values_of_an_entry(entry: str, known: tuple[str, ...]) -> None:
    assert set(re.findall(r"`(\w+)`", table("The outline of a document")[entry])) == set(known)


def test_it_tells_of_every_file_of_words() -> None:
    assert set(table("The words outside the clauses")) == {path.name for path in (CLAUSES / "words").glob("*.yaml")}
