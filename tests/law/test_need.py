from datetime import date

import pytest

from assembler.law import need

DUE = date(2026, 11, 11)


def test_a_death_on_november_10_1988_is_not_after_it() -> None:
    assert not need.rules_apply(date(1988, 11, 10))
    assert need.rules_apply(date(1988, 11, 11))


@pytest.mark.parametrize(
    ("became", "filed", "expected"),
    [
        pytest.param(date(2026, 10, 1), date(2026, 7, 11), True, id="an early return counts as filed when it is due"),
        pytest.param(date(2026, 11, 10), date(2026, 7, 11), True, id="the day before that is before it"),
        pytest.param(date(2026, 11, 11), date(2026, 7, 11), False, id="on that day is not before it"),
        pytest.param(date(2027, 1, 2), date(2027, 1, 3), True, id="a late return counts when it is filed"),
        pytest.param(date(2027, 1, 3), date(2027, 1, 3), False, id="on the day of a late return is not before it"),
        pytest.param(date(2026, 11, 10), None, True, id="before the due date is before any return"),
        pytest.param(date(2026, 11, 11), None, None, id="later depends on the filing"),
        pytest.param(None, None, False, id="no naturalization is no citizenship"),
    ],
)
def test_the_spouse_must_be_a_citizen_before_the_return_is_made(
    became: date | None, filed: date | None, expected: bool | None
) -> None:
    assert need.citizen_before_return(became, DUE, filed) is expected


def test_without_a_due_date_citizenship_before_the_return_is_unknown() -> None:
    assert need.citizen_before_return(date(2026, 1, 1), None, None) is None


@pytest.mark.parametrize(
    ("early", "resident", "expected"),
    [(True, True, True), (True, False, False), (True, None, None), (False, None, False)],
)
def test_citizenship_counts_only_with_residence_throughout(
    early: bool, resident: bool | None, expected: bool | None
) -> None:
    assert need.treated_as_citizen(early, resident) is expected


@pytest.mark.parametrize(
    ("nonresident", "treaty", "expected"),
    [(True, True, True), (False, True, False), (True, None, None), (False, None, False)],
)
def test_a_treaty_is_open_only_to_a_nonresident_noncitizen(
    nonresident: bool, treaty: bool | None, expected: bool | None
) -> None:
    assert need.treaty_is_open(nonresident, treaty) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param((True, True, False, False, False), True, id="a noncitizen spouse, resident or not, needs one"),
        pytest.param((True, True, True, False, False), False, id="a citizen needs none"),
        pytest.param((True, True, False, True, False), False, id="nor one treated as a citizen"),
        pytest.param((True, True, False, False, True), False, id="nor an estate that chose the treaty"),
        pytest.param((True, False, False, False, False), False, id="nor one that seeks no deduction"),
        pytest.param((False, True, False, False, False), False, id="nor a death before the rules"),
        pytest.param((True, True, None, False, False), None, id="citizenship not stated leaves it open"),
        pytest.param((True, True, None, False, True), False, id="unless another answer decides"),
    ],
)
def test_a_trust_is_needed_unless_something_excuses_it(
    answers: tuple[bool | None, bool | None, bool | None, bool | None, bool | None], expected: bool | None
) -> None:
    assert need.needs_trust(*answers) is expected
