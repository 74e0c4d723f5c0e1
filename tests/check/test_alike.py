"""Two papers of a set that speak of one value print it alike."""

from assembler.check import Printed, check_alike

DUE = Printed("April 15, 2027", "the due date", "statement", ("calendar",))


def test_a_value_that_stands_in_both_papers_is_no_fault() -> None:
    assert list(check_alike({"calendar": "It is due on April 15,\n2027."}, [DUE])) == []


def test_a_paper_that_prints_another_value_is_named_with_the_paper_it_differs_from() -> None:
    (problem,) = check_alike({"calendar": "It is due on April 15, 2026."}, [DUE])

    assert problem.where == "calendar"
    assert problem.what == "it does not say “April 15, 2027”, as statement does (the due date)."


def test_a_paper_is_held_only_against_those_named() -> None:
    assert list(check_alike({"calendar": "", "letter": ""}, [DUE._replace(others=())])) == []
