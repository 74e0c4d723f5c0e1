"""A CSV of cases: its rows are cases by name, its slips are reported, and no file of bytes raises anything."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.batch.sources.paths import find_sources
from assembler.batch.sources.source import Source, read_case
from assembler.casefile import columns
from assembler.problem import Problem

Write = Callable[[str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that writes `cases.csv`."""

    def put(text: str | bytes) -> Path:
        path = tmp_path / "cases.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return put


def found(path: Path) -> list[Source | Problem]:
    return list(find_sources([str(path)], None))


def cases(path: Path) -> list[Source]:
    given = found(path)
    assert [one for one in given if isinstance(one, Problem)] == []
    return [one for one in given if isinstance(one, Source)]


def problems(path: Path) -> list[str]:
    """Give the problems without the folder that the test happens to run in."""
    return [
        f"{one.where.removeprefix(f'{path.parent}/')}: {one.what} {one.fix}"
        for one in found(path)
        if isinstance(one, Problem)
    ]


def names(path: Path) -> list[str | None]:
    """Give the decedents, as they are read."""
    readings = [read_case(case) for case in cases(path)]
    return [reading.case.decedent.name if reading.case else None for reading in readings]


def test_a_row_is_a_case_named_by_its_column_its_matter_or_its_row(write: Write) -> None:
    path = write("case,matter.number,as_of,decedent.name\nReyes,12,2026-01-01\n,12/7,2026-01-01\n,,2026-01-01,Ann\n")

    assert [(case.name, case.row) for case in cases(path)] == [("Reyes", 2), ("12-7", 3), ("cases-row-4", 4)]
    assert {case.shown for case in cases(path)} == {str(path)}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_part_cells(write: Write, mark: str) -> None:
    text = f'as_of{mark}"decedent.name"\n2026-01-01{mark}"Lee{mark} Ana; ""Jr."""\n'

    assert names(write(text)) == [f'Lee{mark} Ana; "Jr."' if mark != "\t" else 'Lee Ana; "Jr."']


def test_a_note_in_quotes_does_not_tell_what_parts_cells(write: Write) -> None:
    assert names(write('as_of;decedent.name;"# a, b, c"\n2026-01-01;Ana;\n')) == ["Ana"]


def test_a_byte_order_mark_and_the_line_ends_of_every_system_are_accepted(write: Write) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert names(write("\ufeffas_of,decedent.name\n2026-01-01,Ænne\n".replace("\n", end))) == ["Ænne"]


def test_blank_rows_are_skipped_and_counted(write: Write) -> None:
    path = write("\n,,\nas_of,decedent.name\n\n , \n2026-01-01,Ana\n")

    assert [case.row for case in cases(path)] == [6]


def test_a_row_counts_once_though_an_answer_runs_over_lines(write: Write) -> None:
    path = write('as_of,spouse.address\n2026-01-01,"12 Elm\r\nOhio"\nsoon,x\n')
    first, second = cases(path)

    reading = read_case(first)
    assert reading.case
    assert reading.case.spouse.address == "12 Elm\nOhio"
    assert read_case(second).problems[0].where == f"{path}:3: as_of"


def test_a_column_nobody_knows_is_reported_once_and_no_case_is_given(write: Write) -> None:
    path = write("as_of,decedent.nmae,trusts.name\n2026-01-01,a,b\n2026-01-01,c,d\n")

    assert problems(path) == [
        "cases.csv:1: the column `decedent.nmae` is not a question we ask. did you mean `decedent.name`?",
        "cases.csv:1: the column `trusts.name` is not a question we ask. did you mean `trusts.1.name`?",
    ]
    assert len(found(path)) == 2


def test_a_column_that_is_there_twice_is_reported(write: Write) -> None:
    assert problems(write("as_of, as_of \n")) == [
        "cases.csv:1: the column `as_of` is there twice. keep one of the two."
    ]
    assert problems(write("case,case\n")) == ["cases.csv:1: the column `case` is there twice. keep one of the two."]


def test_a_list_and_its_items_do_not_both_have_columns(write: Write) -> None:
    assert problems(write("spouse.citizenships.1,spouse.citizenships\n")) == [
        "cases.csv:1: the columns `spouse.citizenships` and `spouse.citizenships.1` answer one question. "
        "keep one of the two."
    ]


def test_a_note_is_left_alone(write: Write) -> None:
    (case,) = cases(write("as_of,# of us,#\n2026-01-01,x,y\n"))

    assert case.content == b'{"as_of":"2026-01-01"}'


def test_an_answer_under_no_heading_makes_only_its_own_row_faulty(write: Write) -> None:
    path = write("as_of,decedent.name\n2026-01-01,Lee, Ana\n2026-01-01,Eva\n")
    first, second = cases(path)

    assert [str(one.what) for one in read_case(first).problems] == ["an answer stands under no heading."]
    assert read_case(second).problems == ()


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", ",,\n"])
def test_an_empty_table_is_reported(write: Write, text: str) -> None:
    assert [one.split(": ")[1] for one in problems(write(text))] == [
        "the table is empty. write questions in its first row, and a case in each row below."
    ]


def test_a_table_without_a_case_is_reported(write: Write) -> None:
    assert problems(write("as_of\n\n")) == [
        "cases.csv: there is no case in the table. write a case in each row below the headings."
    ]


def test_another_encoding_is_refused_whole_at_its_line(write: Write) -> None:
    path = write("as_of,decedent.name\n2026-01-01,Ana\n2026-01-01,José\n".encode("cp1252"))

    assert problems(path) == [
        "cases.csv:3: the byte 0xE9 is not UTF-8. save it again, in Excel as `CSV UTF-8 (comma delimited)`."
    ]
    assert len(found(path)) == 1
    assert problems(write("as_of\n".encode("utf-16")))[0].startswith("cases.csv:1: the byte 0xFF is not UTF-8.")
    assert problems(write(b"as_of\n\xe9"))[0].startswith("cases.csv:2: the byte 0xE9 is not UTF-8.")


def test_a_quotation_mark_inside_quotes_makes_only_its_own_row_faulty(write: Write) -> None:
    path = write('as_of,decedent.name\n2026-01-01,"Al "Bo" Lee"\n2026-01-01,Eva\n')

    assert problems(path) == [
        "cases.csv:2: a quotation mark stands inside an answer that is in quotes. "
        'write it twice there, as in "Robert ""Bob"" Hale".'
    ]
    assert [one.row for one in found(path) if isinstance(one, Source)] == [3]


def test_after_a_quotation_mark_that_is_never_closed_nothing_is_guessed(write: Write) -> None:
    path = write('as_of,decedent.name\n2026-01-01,Ana\n2026-01-01,"Eva\n2026-01-01,Lea\n')

    assert problems(path) == [
        "cases.csv:3: a quotation mark is opened in this row and never closed; the rows after it are not read. "
        "close it, or take it out."
    ]
    assert [one.row for one in found(path) if isinstance(one, Source)] == [2]


def test_a_row_that_swallows_the_rest_is_the_last(write: Write) -> None:
    rest = "2026-01-01,Lea\n" * 20_000
    path = write(f'as_of,decedent.name\n2026-01-01,"Eva\n{rest}')

    assert len(problems(path)) == len(found(path)) == 1


def test_an_answer_may_not_be_longer_than_any_address(write: Write) -> None:
    path = write(f"as_of,decedent.name\n2026-01-01,{'x' * 200_000}\n2026-01-01,Eva\n")

    assert problems(path) == ["cases.csv:2: an answer has more than 131,072 characters. shorten it."]
    assert [one.row for one in found(path) if isinstance(one, Source)] == [3]


def test_the_same_answers_make_the_same_bytes_in_whatever_order_the_columns_are(write: Write) -> None:
    (one,) = cases(write("as_of,decedent.name,spouse.name\n2026-01-01,Ana,\n"))
    (other,) = cases(write("case,decedent.name,# note,as_of\nx, Ana ,hello,2026-01-01\n"))

    assert one.content == other.content


def test_a_missing_table_is_reported(tmp_path: Path) -> None:
    assert [one.split(": ")[1] for one in problems(tmp_path / "none.csv")] == [
        "there is no such file. check the name; `qdot new FILE` begins a case file."
    ]


SOME_FILE = settings(max_examples=60)
CELLS = st.one_of(st.text(max_size=12), st.sampled_from(["2026-01-01", "true", "[]", '"', "a;b", "\0", "\r", "12.50"]))
HEADING = st.one_of(st.sampled_from([*columns(), "case", "trusts.2.id", "gifts", "#", ""]), st.text(max_size=9))


def all_is_read(path: Path) -> None:
    for one in find_sources([str(path)], None):
        if isinstance(one, Source):
            reading = read_case(one)
            assert (reading.case is None) == bool(reading.problems)
            assert one.name
            assert not one.name.startswith(".")


@SOME_FILE
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode(errors="replace"))))
def test_no_bytes_raise_anything(write: Write, data: bytes) -> None:
    all_is_read(write(data))
    all_is_read(write(b"as_of,decedent.name\n" + data))


@SOME_FILE
@given(heading=st.lists(HEADING, max_size=5), rows=st.lists(st.lists(CELLS, max_size=6), max_size=4))
def test_no_cells_raise_anything(write: Write, heading: list[str], rows: list[list[str]]) -> None:
    path = write("")
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    all_is_read(path)


def test_a_row_that_answers_nothing_beside_its_name_is_no_case(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("case,decedent.name\nLee,Ann Lee\nPrinted 11/16/2026 by jdoe,\n", encoding="utf-8")

    told = [str(one) for one in find_sources([str(path)], None) if isinstance(one, Problem)]

    assert [one.partition("\n")[0] for one in told] == [f"{path}:3: the row answers no question beside its name."]


@pytest.mark.parametrize("footer", ["Printed 11/16/2026 by jdoe,,", ",Printed 11/16/2026 by jdoe,", ",,7 cases"])
def test_a_footer_is_no_case_in_whatever_column_it_stands(write: Write, footer: str) -> None:
    path = write(f"case,decedent.name,decedent.domicile\nLee,Ann Lee,Texas\n{footer}\n")

    assert len(problems(path)) == 1
    assert problems(path)[0].startswith("cases.csv:3: the row answers ")
    assert [one.name for one in found(path) if isinstance(one, Source)] == ["Lee"]


@pytest.mark.parametrize("name", ["Total", "Totals (3):", "Subtotal", "GRAND TOTAL =", "Count"])
def test_a_row_of_sums_is_no_case_where_no_column_names_the_cases(write: Write, name: str) -> None:
    path = write(f"decedent.name,trusts.1.assets.1.value\nAnn Lee,7\n{name},7\n")

    assert [one.partition("; ")[0] for one in problems(path)] == [f"cases.csv:3: the row is called `{name}`"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("2-Jan", "is what Excel makes of an answer such as 1/2"),
        ("Jan-50", "is what Excel makes of an answer such as 1/2"),
        ("12-Nov-26", "is what Excel makes of an answer such as 1/2"),
        ("########", "is what Excel saves of a column that is too narrow"),
        ("#N/A", "is an error of a formula"),
        ("#NAME?", "is an error of a formula"),
        ("'00123", "begins with the apostrophe by which Excel marks a text"),
        ("1.23E+06", "is a number with an exponent"),
        ("Ann\x07Lee", "the character U+0007, which no paper may hold"),
        ("Ann\u00a0Lee", "U+00A0 (no-break space) in the place of a space"),
    ],
)
def test_what_excel_made_of_an_answer_is_told_at_its_row_and_column(write: Write, answer: str, said: str) -> None:
    path = write(f"case,as_of,matter.number\nLee,2026-11-21,ok\nKim,2026-11-21,{answer}\n")

    (problem,) = [problem for case in cases(path) for problem in read_case(case).problems]

    assert problem.where == f"{path}:3: matter.number"
    assert said in problem.what


@pytest.mark.parametrize("name", ["'s-Hertogenbosch", "'Abd al-Rahman", "May Lee", "Mar-a-Lago", "O'Neil"])
def test_a_name_that_has_such_a_mark_of_its_own_is_taken(write: Write, name: str) -> None:
    path = write(f"case,as_of,decedent.name\nLee,2026-11-21,{name}\n")

    assert names(path) == [name]
