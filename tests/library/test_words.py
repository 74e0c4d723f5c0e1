"""Words outside the clauses: how a file of them is read, what a firm may replace, and what the lint asks of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from library_folder import FOLDER, VOCABULARY, LibraryFolder

from assembler.library import Library, Words
from assembler.library.lint import lint
from assembler.library.reading import read

DEADLINES = """
return:
  name: Return of {{ year }}
  notes: [It rolls., "Paid by {{ day }}, whatever is filed."]
notice:
  name: Notice
"""


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path)
    folder.file("words/deadlines.yaml", DEADLINES)
    return folder


@pytest.fixture
def firm(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path / "hale-ortiz")


def printed(library: Library, **entries: set[str]) -> list[str]:
    """Lint against an engine that prints these entries with these values."""
    words = {"deadlines": {identity: frozenset(values) for identity, values in entries.items()}}
    found = lint(library, replace(VOCABULARY, words=words))
    return [str(problem.what) for problem in found if "deadlines" in problem.where]


def test_a_field_gives_its_words_with_the_values_in_their_places(folder: LibraryFolder) -> None:
    entry = folder.read().words["deadlines"]["return"]

    assert entry.text("name", year="2026") == "Return of 2026"
    assert entry.texts("notes", day="April 15") == ("It rolls.", "Paid by April 15, whatever is filed.")
    assert entry.texts("steps") == ()
    assert entry.values == {"year", "day"}


def test_a_value_is_never_read_as_a_place_for_another(folder: LibraryFolder) -> None:
    entry = folder.read().words["deadlines"]["return"]

    assert entry.text("name", year="{{ day }} & <b>", day="today") == "Return of {{ day }} & <b>"


def test_a_value_that_is_not_given_is_an_error_and_no_gap(folder: LibraryFolder) -> None:
    with pytest.raises(KeyError, match="year"):
        folder.read().words["deadlines"]["return"].text("name", day="April 15")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("return: ]", 1, "the words cannot be read"),
        ("- return", 1, "the file has no entries."),
        ("return: Return", 1, "`return` has no fields."),
        ("return:\n  name: 706", 2, "`name` is not words."),
        ("return:\n  name: Return\n  notes: [one, 2]", 3, "`notes` is not words."),
        ("return:\n  name: the spouse's", 2, "`name` has a straight apostrophe or quotation mark."),
        ("return:\n  notes: [one, 'the \"tax\"']", 2, "`notes` has a straight apostrophe or quotation mark."),
        ('return:\n  name: "{{ Year }}"', 2, "`name` has a brace that belongs to no value."),
        ('return:\n  name: "{% if year %}"', 2, "`name` has a brace that belongs to no value."),
        ("return:\n  name: a\nreturn:\n  name: b", 3, "the words cannot be read: `return` stands twice."),
    ],
)
def test_a_fault_in_a_file_of_words_names_its_line(folder: LibraryFolder, text: str, line: int, what: str) -> None:
    folder.file("words/deadlines.yaml", text)

    library = folder.read()

    (problem,) = library.problems
    assert problem.where == f"clauses/words/deadlines.yaml:{line}"
    assert problem.what.startswith(what)
    assert library.words["deadlines"] == {}


def test_a_firms_text_takes_the_place_of_ours_and_the_others_stay(folder: LibraryFolder, firm: LibraryFolder) -> None:
    firm.file("words/deadlines.yaml", "return:\n  name: The {{ year }} return\n")

    library = folder.read(firm.root)

    assert library.problems == ()
    assert library.words["deadlines"]["return"].text("name", year="2026") == "The 2026 return"
    assert library.words["deadlines"]["return"].texts("notes", day="May 1")[0] == "It rolls."
    assert library.words["deadlines"]["notice"].text("name") == "Notice"
    assert library.overrides == (
        "hale-ortiz/clauses/words/deadlines.yaml replaces `return` of clauses/words/deadlines.yaml",
    )


@pytest.mark.parametrize(
    ("name", "text", "what", "fix"),
    [
        ("deadlines", "retrun:\n  name: x", "`retrun` is not an entry of ours.", "did you mean `return`?"),
        ("offices", "irs:\n  name: x", "`irs` is not an entry of ours.", "leave it out; a firm replaces entries of"),
        ("deadlines", "return:\n  name: x\n  nota: y", "`return` has no field `nota`.", "did you mean `notes`?"),
        ("deadlines", "return:\n  notes: x", "`notes` of `return` is not a list of texts.", "write it as in clauses/"),
        ("deadlines", "return:\n  name: [x]", "`name` of `return` is not one text.", "write it as in clauses/words/"),
        ("deadlines", 'return:\n  name: "{{ yaer }}"', "`return` has no value `yaer`.", "did you mean `year`?"),
        ("deadlines", 'notice:\n  name: "{{ year }}"', "`notice` has no value `year`.", "there are none."),
    ],
)
def test_a_firms_entry_that_cannot_stand_for_ours_leaves_ours_and_says_why(
    folder: LibraryFolder, firm: LibraryFolder, name: str, text: str, what: str, fix: str
) -> None:
    firm.file(f"words/{name}.yaml", text)

    library = folder.read(firm.root)

    (problem,) = library.problems
    assert problem.where == f"hale-ortiz/clauses/words/{name}.yaml:1"
    assert (problem.what, problem.fix.startswith(fix)) == (what, True)
    assert library.words == folder.read().words
    assert library.overrides == ()


def test_the_digest_changes_with_a_word_outside_the_clauses(folder: LibraryFolder) -> None:
    before = folder.read().digest
    folder.file("words/deadlines.yaml", DEADLINES.replace("rolls", "moves"))

    assert folder.read().digest != before


def test_every_entry_is_printed_and_everything_printed_is_an_entry(folder: LibraryFolder) -> None:
    library = folder.read()
    returned = {"year", "day"}

    assert printed(library, **{"return": returned, "notice": set()}) == []
    assert printed(library, **{"return": returned}) == ["nothing prints `notice`."]
    assert printed(library, **{"return": returned, "notice": set(), "tax": set()}) == ["there is no entry `tax`."]
    assert printed(library, **{"return": {"day"}, "notice": set()}) == ["`return` is not given a value `year`."]


def test_our_words_cannot_be_changed_once_they_are_read() -> None:
    words = read(FOLDER).words

    with pytest.raises(TypeError):
        words["legends"]["draft"] = Words({})  # type: ignore[index]
    with pytest.raises(TypeError):
        words["legends"]["draft"].fields["cover"] = "Final"  # type: ignore[index]
