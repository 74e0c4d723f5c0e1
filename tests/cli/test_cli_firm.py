"""`qdot firm`: a firm's folder is begun, what is to be changed is copied there, and what follows is told."""

from pathlib import Path

import pytest
from command_line import ROOT, draft, names, paragraphs, qdot, sample

ADDRESS = "matter:\n  firm: Hale & Ortiz LLP\n  address: |-\n    12 Quay Street\n    Portland, Maine 04101\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Begin a firm's folder."""
    folder = tmp_path / "house"
    assert qdot("firm", "new", folder).exit_code == 0
    return folder


def test_a_firms_folder_begins_with_what_it_takes_and_changes_nothing(tmp_path: Path, house: Path) -> None:
    assert names(house) == ["README.md", "base.yaml", "clauses", "templates"]
    assert qdot("library", "lint", "--firm", house).stdout == "The library is clean.\n"
    assert draft(sample("bond"), tmp_path / "ours").exit_code == 0
    assert draft(sample("bond"), tmp_path / "theirs", "--firm", house).stderr == ""
    paper = "katz-trust-agreement.docx"
    assert (tmp_path / "ours" / paper).read_bytes() == (tmp_path / "theirs" / paper).read_bytes()


def test_a_folder_with_something_in_it_is_left_as_it_is(house: Path) -> None:
    result = qdot("firm", "new", house)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{house}: the folder is there already, and not empty.\n  fix: name another folder.\n"


def test_what_the_firm_says_of_itself_stands_in_a_letter_unless_the_case_says_otherwise(
    tmp_path: Path, house: Path
) -> None:
    (house / "base.yaml").write_text(f"format: 1\n{ADDRESS}", encoding="utf-8")
    papers = ("security-cover-letter", "-o")

    qdot("draft", sample("letter-of-credit"), *papers, tmp_path / "theirs", "--firm", house)
    qdot("draft", sample("bond"), *papers, tmp_path / "own", "--firm", house)

    (letter,) = (tmp_path / "theirs").glob("*-security-cover-letter.docx")
    assert any(line.endswith(", 12 Quay Street, Portland, Maine 04101") for line in paragraphs(letter))
    (letter,) = (tmp_path / "own").glob("*-security-cover-letter.docx")
    assert "Return address: Lindqvist Amsel LLP, 44 Maiden Court, Suite 1900, New York, New York 10038" in (
        paragraphs(letter)
    )


def test_a_batch_of_the_firm_shares_its_base(tmp_path: Path, house: Path) -> None:
    (house / "base.yaml").write_text(f"format: 1\n{ADDRESS}", encoding="utf-8")

    qdot("batch", sample("letter-of-credit"), "--jobs", "1", "--firm", house, "-o", tmp_path / "out")

    (letter,) = (tmp_path / "out").glob("*/*-security-cover-letter.docx")
    assert any("12 Quay Street" in line for line in paragraphs(letter))


def test_a_base_that_cannot_be_read_is_a_problem_at_its_line(tmp_path: Path, house: Path) -> None:
    (house / "base.yaml").write_text("format: 1\nmatter:\n  frim: Hale\n", encoding="utf-8")

    result = draft(sample("bond"), tmp_path / "out", "--firm", house)

    assert result.exit_code == 1
    assert f"{house / 'base.yaml'}:3: matter.frim: `frim` is not a question we ask." in result.stderr


@pytest.mark.parametrize(
    ("named", "file", "follows"),
    [
        ("right-to-withhold", "clauses/qdot/right-to-withhold.md", "it stands in place of ours in "),
        ("security/bond", "clauses/security/bond.md", "what the law asks of it: security-bond."),
        ("outlines/bond", "clauses/outlines/bond.yaml", "it stands in place of ours for the paper Bond."),
        ("words/legends/draft", "clauses/words/legends.yaml", "take out the fields that you do not change."),
        ("house", "templates/house.docx", "it gives its look to 1 paper."),
        ("bond-title", "clauses/forms/bond-title.md", "its words are the regulation's own"),
    ],
)
def test_what_is_copied_is_ours_and_what_follows_is_told(named: str, file: str, follows: str, house: Path) -> None:
    result = qdot("firm", "copy", named, "--firm", house)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{house / file}: a copy of ours.\n")
    assert follows in result.stdout
    assert (house / file).read_bytes() in (ROOT / file).read_bytes()
    assert qdot("library", "lint", "--firm", house).exit_code == 0


def test_a_copy_replaces_ours_in_a_draft_which_says_so(tmp_path: Path, house: Path) -> None:
    qdot("firm", "copy", "right-to-withhold", "--firm", house)

    result = draft(sample("bond"), tmp_path / "out", "--firm", house)

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "house/clauses/qdot/right-to-withhold.md replaces clauses/qdot/right-to-withhold.md\n"
    )


def test_nothing_that_the_firm_has_is_overwritten(house: Path) -> None:
    qdot("firm", "copy", "right-to-withhold", "--firm", house)
    clause = house / "clauses" / "qdot" / "right-to-withhold.md"
    clause.write_text("theirs", encoding="utf-8")

    result = qdot("firm", "copy", "right-to-withhold", "--firm", house)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{clause}: the firm has it already.\n  fix: change what is there.\n"
    assert clause.read_text(encoding="utf-8") == "theirs"


def test_an_entry_of_words_is_added_to_those_that_the_firm_has(house: Path) -> None:
    qdot("firm", "copy", "words/legends/draft", "--firm", house)
    first = (house / "clauses" / "words" / "legends.yaml").read_text(encoding="utf-8")

    assert qdot("firm", "copy", "words/legends/edition", "--firm", house).exit_code == 0
    assert qdot("firm", "copy", "words/legends/edition", "--firm", house).exit_code == 1
    both = (house / "clauses" / "words" / "legends.yaml").read_text(encoding="utf-8")
    assert both.startswith(f"{first}edition:\n  name: ")


def test_a_name_that_two_have_or_none_is_a_wrong_call(house: Path) -> None:
    several, none = qdot("firm", "copy", "bond", "--firm", house), qdot("firm", "copy", "bnod", "--firm", house)

    assert (several.exit_code, none.exit_code) == (2, 2)
    assert "'bond' is several; say one of: security/bond, outlines/bond, words/synonyms/bond." in several.stderr
    assert "there is no 'bnod'; see `qdot library list` and `qdot library papers`." in none.stderr


def test_the_source_of_a_clause_is_its_file_to_the_letter() -> None:
    shown = qdot("library", "show", "right-to-withhold", "--source").stdout

    assert shown == (ROOT / "clauses" / "qdot" / "right-to-withhold.md").read_text(encoding="utf-8")
