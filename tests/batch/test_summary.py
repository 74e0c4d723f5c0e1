"""The table at the end of a batch: its columns, what it leaves out, its totals."""

from dataclasses import replace
from datetime import date

import pytest

from assembler.batch.result import Due, File, Point, Result, State
from assembler.batch.summary import MAX_LINES, Summary, width
from assembler.problem import Problem

PROBLEM = Problem("a.yaml", "it is so.", "do that.")
FILES = (File("a.docx", ""), File("b.unchecked.docx", ""), File("report.json", ""), File("report.md", ""))


def case(name: str, state: State = State.DONE, *, problems: int = 0) -> Result:
    dates = (Due(date(2027, 2, 22), "Estate tax return due", "estate", "Executor"),)
    points = (Point("a.docx", 1, "the surety", "client"),)
    return Result(name, f"{name}.yaml", state, FILES, (PROBLEM,) * problems, (), dates, points, date(2026, 11, 16))


def lines(*results: Result) -> list[str]:
    summary = Summary()
    for result in results:
        summary.add(result)
    return list(summary.lines())


def test_a_case_is_a_line_and_the_last_line_has_the_totals() -> None:
    refused = Result("bad", "bad.yaml", State.REFUSED, problems=(PROBLEM,) * 12)

    assert lines(case("katz"), refused) == [
        "case  state             documents  open points  problems  next deadline",
        "katz  with open points          2            1         0  2027-02-22 Estate tax return due",
        "bad   refused                   0            0        12",
        "2 cases: 1 with open points, 1 refused; 2 documents, 1 open point, 12 problems",
    ]


def test_a_case_is_done_when_nothing_is_open() -> None:
    assert lines(replace(case("katz"), points=()))[1:] == [
        "katz  done           2            0         0  2027-02-22 Estate tax return due",
        "1 case: 1 done; 2 documents, 0 open points, 0 problems",
    ]


def test_the_next_deadline_is_one_by_which_somebody_must_act() -> None:
    may = Due(date(2026, 12, 1), "Naturalization that makes a QDOT unnecessary", "estate", "Spouse", is_duty=False)
    katz = case("katz")

    assert "2027-02-22 Estate tax return due" in lines(replace(katz, dates=(may, *katz.dates)))[1]
    assert lines(replace(katz, dates=(may,)))[1].endswith("0")


def test_wide_letters_and_marks_over_letters_keep_the_columns_straight() -> None:
    table = lines(case("高橋-美咲"), case("Lindstro\u0308m"), case("سارة"))

    assert {width(line.partition("with open points")[0]) for line in table[1:4]} == {width("高橋-美咲") + 2} == {11}


def test_no_case_at_all_is_one_line() -> None:
    assert lines() == ["0 cases; 0 documents, 0 open points, 0 problems"]


def test_problems_of_no_case_are_counted_too() -> None:
    summary = Summary()
    summary.add_problems([PROBLEM])

    assert list(summary.lines()) == ["0 cases; 0 documents, 0 open points, 1 problem"]


def test_as_many_cases_as_are_shown_are_all_shown() -> None:
    table = lines(*(case(f"case-{number}") for number in range(MAX_LINES)))

    assert len(table) == 1 + MAX_LINES + 1


def test_of_one_more_only_those_with_problems_are() -> None:
    cases = [case(f"case-{number}") for number in range(MAX_LINES)]

    table = lines(*cases, case("last", State.PROBLEMS, problems=1))
    assert [line.split()[0] for line in table] == ["case", "last", "51"]
    assert table[-1] == "51 cases: 50 with open points, 1 with problems; 102 documents, 51 open points, 1 problem"


def test_of_many_without_a_problem_only_the_totals_are() -> None:
    (total,) = lines(*(case(str(number)) for number in range(1000)))

    assert total == "1,000 cases: 1,000 with open points; 2,000 documents, 1,000 open points, 0 problems"


@pytest.mark.parametrize(
    ("bad", "listed", "more"),
    [(MAX_LINES, MAX_LINES, []), (MAX_LINES + 3, MAX_LINES, ["... and 3 more with problems"])],
)
def test_no_more_problems_are_listed_than_fit(bad: int, listed: int, more: list[str]) -> None:
    table = lines(case("good"), *(case(f"bad-{number}", State.REFUSED, problems=1) for number in range(bad)))

    assert len([line for line in table if line.startswith("bad-")]) == listed
    assert table[listed + 1 : -1] == more
