"""Reading one clause: what is read, and what each fault says and where."""

from datetime import date
from pathlib import Path

import pytest
from library_folder import LibraryFolder

from assembler.library import InForce


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path)


def said(folder: LibraryFolder) -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in folder.read().problems]


def test_a_clause_is_read_with_everything_its_front_matter_says(folder: LibraryFolder) -> None:
    folder.clause(
        "right-to-withhold",
        "No distribution may be made\nunless {{ governing_law }} & <the law> allow.".replace("<the law>", "the law"),
        'when: [is_large, not planning]\nauthority: ["26 USC 2056A(a)(1)(B)"]\ndischarges: [us-trustee-withholding]\n'
        "optional: true\nin_force: {from: 1996-08-22, to: 2026-07-09}\nnote: Never a conduit.",
        at="qdot/right-to-withhold.md",
    )

    library = folder.read()

    assert library.problems == ()
    clause = library.clauses["right-to-withhold"]
    assert clause.kind == "section"
    assert clause.when == ("is_large", "not planning")
    assert clause.authority == ("26 USC 2056A(a)(1)(B)",)
    assert clause.discharges == ("us-trustee-withholding",)
    assert clause.optional is True
    assert clause.in_force == InForce(date(1996, 8, 22), date(2026, 7, 9))
    assert clause.reviewed == date(2026, 11, 22)
    assert clause.note == "Never a conduit."
    assert clause.body.startswith("No distribution may be made\nunless")
    assert clause.origin == "qdot/right-to-withhold.md"
    assert clause.is_firms is False


def test_what_is_left_out_has_its_ordinary_meaning(folder: LibraryFolder) -> None:
    folder.clause("plain")

    clause = folder.read().clauses["plain"]

    assert (clause.when, clause.discharges, clause.optional, clause.note) == ((), (), False, "")
    assert clause.in_force == InForce(date(1988, 11, 11), None)
    assert (clause.term, clause.each, clause.rows) == (None, None, None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(1996, 8, 21), False, id="the day before the first"),
        pytest.param(date(1996, 8, 22), True, id="the first day"),
        pytest.param(date(2026, 7, 9), True, id="the last day"),
        pytest.param(date(2026, 7, 10), False, id="the day after the last"),
    ],
)
def test_words_are_in_force_from_their_first_day_to_their_last(day: date, expected: bool) -> None:
    assert InForce(date(1996, 8, 22), date(2026, 7, 9)).holds_on(day) is expected


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("titel: Bond", "`titel` is not an entry we read."),
        ("title: 12", "`title` is not what it must be."),
        ("when: is_large", "`when` is not what it must be."),
        ("optional: yes", "`optional` is not what it must be."),
        ("reviewed: yesterday", "`reviewed` is not what it must be."),
        ("kind: clause", "`kind` is not what it must be."),
        ("in_force: {from: 2026-07-10, to: 2026-07-09}", "`in_force` is not what it must be."),
        ("in_force: {since: 2026-07-10}", "`in_force` is not what it must be."),
        ("id: bonds", "the id `bonds` is not the file's name."),
        ("id: Bond_1", "`Bond_1` cannot be an id."),
        ("rows: assets", "a section has no `rows`."),
        ("term: Bond", "a section has no `term`."),
        ("title:", "`title` is not given."),
        ("authority:", "`authority` is not given."),
        ("reviewed: 2026-02-30", "the front matter cannot be read: no calendar has 2026-02-30."),
        ("note: a: b", "the front matter cannot be read: mapping values are not allowed in this context."),
        ("[one]: two", "the front matter cannot be read: a key that is not a word."),
        ("note: &a [*a]", "the front matter cannot be read: an alias (`*name`) is not read here."),
    ],
)
def test_a_fault_in_the_front_matter_names_its_file_and_line(folder: LibraryFolder, entry: str, what: str) -> None:
    folder.clause("bond", more=entry)
    folder.clause("sound")

    assert ("clauses/part/bond.md:2", what) in said(folder)
    assert "sound" in folder.read().clauses


def test_an_entry_that_stands_twice_is_a_fault(folder: LibraryFolder) -> None:
    path = folder.clause("bond", more="when: [is_large]")
    path.write_text(path.read_text().replace("---\nwhen", "---\nwhen: []\nwhen"))

    assert said(folder) == [("clauses/part/bond.md:3", "the front matter cannot be read: `when` stands twice.")]


@pytest.mark.parametrize("nested", ["[" * 50_000 + "]" * 50_000, "{a: " * 21], ids=["brackets", "braces"])
def test_nesting_without_end_is_refused(folder: LibraryFolder, nested: str) -> None:
    folder.clause("bond", more=f"when: {nested}")

    assert [what for _, what in said(folder)] == [
        "the front matter cannot be read: the entries are nested more than 20 levels deep."
    ]


def test_what_is_missing_is_asked_for_by_name(folder: LibraryFolder) -> None:
    folder.file("bare.md", "---\nid: bare\n---\nWords.\n")

    assert [what for _, what in said(folder)] == [
        "`title` is not given.",
        "`authority` is not given.",
        "`reviewed` is not given.",
    ]


def test_a_misspelt_entry_is_told_which_was_meant(folder: LibraryFolder) -> None:
    folder.clause("bond", more="discharge: [security-bond]")

    (problem,) = folder.read().problems

    assert problem.fix == "did you mean `discharges`?"


def test_a_file_without_front_matter_is_a_problem_and_the_rest_is_read(folder: LibraryFolder) -> None:
    folder.file("part/loose.md", "Just words.\n")
    folder.file("part/open.md", "---\nid: open\nwords without an end\n")
    folder.file("part/list.md", "---\n- one\n---\nWords.\n")
    folder.clause("sound")

    assert [where for where, _ in said(folder)] == [
        "clauses/part/list.md:2",
        "clauses/part/loose.md:1",
        "clauses/part/open.md:1",
    ]
    assert list(folder.read().clauses) == ["sound"]


def test_a_file_that_is_not_utf_8_is_a_problem(folder: LibraryFolder) -> None:
    folder.file("latin.md", "").write_bytes("---\nid: latin\ntitle: José".encode("latin-1"))

    assert said(folder) == [("clauses/latin.md:3", "the file is not UTF-8 text.")]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(folder: LibraryFolder) -> None:
    path = folder.clause("plain", "One line.\n\n1. first; and\n2. second.")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    library = folder.read()

    assert library.problems == ()
    assert library.clauses["plain"].body == "One line.\n\n1. first; and\n2. second."


def test_norway_is_a_word_and_not_a_refusal(folder: LibraryFolder) -> None:
    folder.clause("norway", more="title: NO\nnote: on")

    clause = folder.read().clauses["norway"]

    assert (clause.title, clause.note) == ("NO", "on")


def test_a_definition_needs_a_term_and_its_own_kind_of_id(folder: LibraryFolder) -> None:
    folder.clause("bond", more="kind: definition")
    folder.clause("def-bond")

    assert sorted(what for _, what in said(folder)) == [
        "a definition has a `term`.",
        "the id and the kind `definition` disagree.",
        "the id and the kind `section` disagree.",
    ]


def test_a_fault_in_the_words_names_the_line_of_the_file(folder: LibraryFolder) -> None:
    path = folder.clause("bond", "Words.\n\n- a bullet")
    line = path.read_text().split("\n").index("- a bullet") + 1

    assert said(folder) == [(f"clauses/part/bond.md:{line}", "the clause has a bulleted list.")]
