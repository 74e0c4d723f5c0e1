"""Reading a whole library, and a firm's over it."""

from itertools import pairwise
from pathlib import Path

import pytest
from library_folder import LibraryFolder

from assembler.library.reading import read


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path)


@pytest.fixture
def firm(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path / "hale-ortiz")


def test_every_markdown_file_is_a_clause_but_the_two_about_the_clauses(folder: LibraryFolder) -> None:
    folder.clause("deep", at="one/two/deep.md")
    folder.clause("top", at="top.md")
    folder.file("README.md", "About.")
    folder.file("CHANGES.md", "What changed.")
    folder.file(".draft/hidden.md", "Nothing.")

    library = folder.read()

    assert sorted(library.clauses) == ["deep", "top"]
    assert library.problems == ()


def test_a_readme_below_the_top_is_taken_for_a_clause(folder: LibraryFolder) -> None:
    folder.file("part/README.md", "About.")

    assert [problem.where for problem in folder.read().problems] == ["clauses/part/README.md:1"]


def test_two_files_with_one_id_are_a_problem_that_names_both(folder: LibraryFolder) -> None:
    folder.clause("bond", at="a/bond.md")
    folder.clause("bond", at="b/bond.md")

    (problem,) = folder.read().problems

    assert problem.where == "clauses/b/bond.md:1"
    assert "clauses/a/bond.md" in problem.what


def test_a_folder_that_is_not_there_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    problems = read(tmp_path / "nowhere").problems

    assert problems
    assert all("there is no such f" in problem.what for problem in problems)


def test_an_outline_is_read_in_its_order(folder: LibraryFolder) -> None:
    folder.clause("a")
    folder.clause("b")
    folder.outline("b", "a")

    library = folder.read()

    assert library.problems == ()
    words, one = library.outlines["agreement"].parts
    assert (words.definitions, one.definitions) == ((), None)
    assert (one.part, one.id, one.title, one.clauses) == ("article", "article-one", "Words", ("b", "a"))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("id: a\nparts: ]", 2, "the outline cannot be read"),
        ("- id: a", 1, "the outline has no entries."),
        ("id: a\nparts:\n" + "- " * 50_000, 3, "the outline cannot be read: the entries are nested more than 20"),
        ("id: a\ntitle: A", 1, "`parts` is not given."),
        ("parts: []\nid: ../../a", 2, "`id` is not what it must be."),
        ("id: a\ntitle: &t A\nsigned_by: *t", 2, "the outline cannot be read: an alias"),
        ("id: a\ntitle: A\nparts: [words]", 3, "`parts` is not what it must be."),
        ("id: a\ntitle: A\nparts:\n  - part: chapter\n    clauses: []", 4, "`part` is not what it must be."),
        ("id: a\ntitle: A\nparts:\n  - part: article\n    clauses: []", 4, "an article has an `id` and a `title`."),
        ("id: a\ntitle: A\nparts:\n  - part: recitals\n    clauses: []\n    claus: []", 6, "`claus` is not an entry"),
    ],
)
def test_a_fault_in_an_outline_names_its_line(folder: LibraryFolder, text: str, line: int, what: str) -> None:
    folder.file("outlines/a.yaml", text)

    problems = folder.read().problems

    assert any(p.where.startswith(f"clauses/outlines/a.yaml:{line}") and p.what.startswith(what) for p in problems)


def test_a_text_that_repeats_itself_without_end_is_a_problem_at_once(folder: LibraryFolder) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise("abcdefghijklmn")]
    folder.file("outlines/a.yaml", "\n".join(lines))

    (problem,) = folder.read().problems

    assert problem.where.startswith("clauses/outlines/a.yaml:")
    assert "an alias" in problem.what


def test_a_requirement_says_what_it_asks_and_when(folder: LibraryFolder) -> None:
    folder.requires("us-trustee-required", "[not planning]", '["U.S. Trustee | trustee"]')

    requirement = folder.read().requirements["us-trustee-required"]

    assert requirement.called_for == ("not planning",)
    assert requirement.probes == ("U.S. Trustee | trustee",)
    assert requirement.documents == ("agreement",)


def test_a_requirement_without_called_for_is_not_yet_put_into_facts_which_is_not_always(folder: LibraryFolder) -> None:
    folder.requires("always")
    folder.requires("later")
    text = (folder.path / "requirements.yaml").read_text()
    head, _, tail = text.rpartition("  called_for: []\n")
    folder.file("requirements.yaml", head + tail)

    requirements = folder.read().requirements

    assert requirements["always"].called_for == ()
    assert requirements["later"].called_for is None


def test_a_requirement_that_stands_twice_or_lacks_its_cite_is_a_problem(folder: LibraryFolder) -> None:
    folder.requires("one")
    folder.requires("one")
    text = (folder.path / "requirements.yaml").read_text()
    folder.file("requirements.yaml", text + "\n- id: two\n  kind: effect\n")

    whats = [problem.what for problem in folder.read().problems]

    assert "`one` stands twice." in whats
    assert "`cite` is not given." in whats


def test_a_library_without_a_catalogue_proves_nothing_and_says_so(folder: LibraryFolder) -> None:
    folder.clause("one")

    (problem,) = read(folder.path).problems

    assert problem.where == "clauses/requirements.yaml"


def test_a_firms_clause_takes_the_place_of_ours_and_the_line_names_both_files(
    folder: LibraryFolder, firm: LibraryFolder
) -> None:
    folder.clause("bond", "Ours.", at="security/bond.md")
    folder.clause("notices", "Ours.")
    firm.clause("bond", "Theirs.", at="house-style/bond.md")
    firm.clause("arbitration", "Theirs.")

    library = folder.read(firm.root)

    assert library.clauses["bond"].body == "Theirs."
    assert library.clauses["bond"].is_firms is True
    assert library.clauses["notices"].is_firms is False
    assert "arbitration" in library.clauses
    assert library.overrides == ("hale-ortiz/clauses/house-style/bond.md replaces clauses/security/bond.md",)
    assert library.problems == ()


def test_a_firms_outline_takes_the_place_of_ours(folder: LibraryFolder, firm: LibraryFolder) -> None:
    folder.outline("a")
    firm.outline("b", "a")

    library = folder.read(firm.root)

    assert library.outlines["agreement"].parts[1].clauses == ("b", "a")
    assert library.overrides == (
        "hale-ortiz/clauses/outlines/agreement.yaml replaces clauses/outlines/agreement.yaml",
    )


def test_a_firm_cannot_change_what_the_law_requires(folder: LibraryFolder, firm: LibraryFolder) -> None:
    folder.requires("us-trustee-required")
    firm.requires("us-trustee-preferred")

    library = folder.read(firm.root)

    assert list(library.requirements) == ["us-trustee-required"]
    assert [problem.where for problem in library.problems] == ["hale-ortiz/clauses/requirements.yaml"]


def test_a_broken_clause_of_a_firm_leaves_ours_standing_and_says_so(folder: LibraryFolder, firm: LibraryFolder) -> None:
    folder.clause("bond", "Ours.")
    firm.file("bond.md", "---\nid: [bond\n---\nTheirs.\n")

    library = folder.read(firm.root)

    assert library.clauses["bond"].body == "Ours."
    assert library.problems[0].where.startswith("hale-ortiz/clauses/bond.md:")


def test_a_firm_without_clauses_changes_nothing_and_one_that_is_not_there_is_a_problem(
    folder: LibraryFolder, firm: LibraryFolder
) -> None:
    assert "hale-ortiz" in str(folder.read(firm.root).problems[0])

    firm.root.mkdir()

    assert folder.read(firm.root).problems == ()


def test_the_digest_changes_with_any_word_and_with_nothing_else(folder: LibraryFolder, firm: LibraryFolder) -> None:
    path = folder.clause("bond", "Sixty-five percent.")
    before = folder.read().digest
    again = folder.read().digest
    firm.clause("bond", "Sixty-five percent.")
    with_firm = folder.read(firm.root).digest
    path.write_text(path.read_text().replace("Sixty-five", "65"))

    assert before == again
    assert len({before, with_firm, folder.read().digest}) == 3


def test_nothing_of_a_library_can_be_changed(folder: LibraryFolder) -> None:
    folder.clause("bond")

    library = folder.read()

    with pytest.raises(TypeError):
        library.clauses["bond"] = None  # type: ignore[index]
    with pytest.raises(AttributeError):
        library.clauses["bond"].title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize("identity", ["../../extra/evil", "/etc/evil", "a/b", "A", "a--b", "a.b", "a" * 65])
def test_the_id_of_an_outline_is_one_that_a_file_can_be_named_by(folder: LibraryFolder, identity: str) -> None:
    folder.file("outlines/evil.yaml", f"id: {identity}\ntitle: T\nparts: []\n")

    read_ = read(folder.path)

    assert identity not in read_.outlines
    assert any(one.where == "clauses/outlines/evil.yaml:1" and "`id`" in one.what for one in read_.problems)


def test_aliases_are_refused_at_their_line_before_they_stand_for_more_than_there_is(folder: LibraryFolder) -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{now}: &{now} [{', '.join([f'*{before}'] * 9)}]" for before, now in pairwise("abcdefghi")]
    folder.file("outlines/bomb.yaml", "\n".join(rows))

    assert any("an alias" in one.what and "bomb.yaml:1" in one.where for one in read(folder.path).problems)
