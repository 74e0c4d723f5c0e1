"""The Designated Filer is informed of a year that is over, and is never one who has resigned."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape import Case, Succession
from assembler.casefile.shape_proceedings import Filer
from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings import designated_filer, find
from findings.one_case import BANK, CITIZEN, TRUST, one_case, refused

PAID = Distribution(made=date(2026, 9, 15), kind=DistributionKind.PRINCIPAL, amount=Decimal(50_000))
LATER = replace(PAID, made=date(2027, 5, 1))
OVER = date(2027, 1, 1)


def case(*paid: Distribution, as_of: date = OVER, filer: Filer = Filer(), **other: Any) -> Case:  # noqa: B008
    marital = replace(TRUST, id="marital", instrument_date=date(2020, 1, 2), distributions=paid or (PAID,))
    own = replace(TRUST, id="own", distributions=(), **other)
    return one_case(as_of=as_of, return_={"filer": filer}, trusts=(marital, own))


def year(found: Case) -> int | None:
    due = designated_filer.return_to_inform_of(find(found).whole).value
    return None if due is None else due.year


@pytest.mark.parametrize(("as_of", "due"), [(date(2026, 12, 31), False), (OVER, True)])
def test_nobody_is_informed_of_a_year_that_is_not_over(as_of: date, due: bool) -> None:
    assert find(case(as_of=as_of)).whole["filer_information_due"] is due


def test_the_year_of_a_spouse_who_dies_is_over_on_that_day() -> None:
    died = one_case(as_of=date(2026, 10, 2), spouse={"died": date(2026, 10, 1)}, trusts=case().trusts)

    assert find(died).whole["filer_information_due"] is True


@pytest.mark.parametrize(
    ("stated", "as_of", "wanted"),
    [
        (None, OVER, 2026),
        (None, date(2027, 4, 16), 2027),  # the first return was due the day before
        (2026, date(2027, 4, 16), 2026),
        (2027, OVER, 2027),
        (2025, OVER, None),  # no return is called for
    ],
)
def test_it_is_of_the_year_that_is_stated_else_of_the_return_that_is_due_next(
    stated: int | None, as_of: date, wanted: int | None
) -> None:
    assert year(case(PAID, LATER, as_of=as_of, filer=Filer(year=stated))) == wanted


def test_a_return_that_was_due_before_the_papers_is_not_taken_unless_its_year_is_stated() -> None:
    past = case(as_of=date(2028, 1, 3))

    assert year(past) is None
    assert find(past).whole["filer_information_due"] is False
    assert find(case(as_of=date(2028, 1, 3), filer=Filer(year=2026))).whole["filer_information_due"] is True


def test_a_year_before_the_death_is_refused() -> None:
    problem = refused(case(filer=Filer(year=2025)))["return.filer.year"]

    assert problem.what == "the Designated Filer is to be informed of 2025, and the decedent died on February 11, 2026."
    assert "return.filer.year" not in refused(case(filer=Filer(year=2026)))


@pytest.mark.parametrize(("made", "existed"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_a_trust_that_was_not_in_being_has_nothing_to_tell_of_the_year(made: date, existed: bool) -> None:
    assert find(case(instrument_date=made)).trusts[1]["informs_filer"] is existed


@pytest.mark.parametrize(("vacancy", "is_refused"), [(date(2026, 12, 31), True), (date(2027, 1, 2), False)])
def test_one_who_has_resigned_is_no_filer_though_still_listed_as_a_trustee(vacancy: date, is_refused: bool) -> None:
    left = Succession(former=BANK.name, vacancy=vacancy)
    trusts = tuple(replace(one, trustees=(BANK, CITIZEN), succession=left) for one in case().trusts)
    swapped = replace(case(filer=Filer(name=BANK.name, former=CITIZEN.name)), trusts=trusts)

    assert ("return.filer.name" in refused(swapped)) is is_refused


@pytest.mark.parametrize(("stated", "is_none"), [(None, False), (True, False), (False, True)])
def test_the_reason_says_that_nobody_is_in_office_only_where_the_case_does(stated: bool | None, is_none: bool) -> None:
    whole = find(one_case(as_of=OVER, return_={"has_designated_filer": stated}, trusts=case().trusts)).whole

    reasons = designated_filer.information_due(whole).because.split(", and ")

    assert ("no Designated Filer is in office" in reasons) is is_none
    assert ("it is not said that no Designated Filer is in office" in reasons) is not is_none
