"""The residence exclusion: what qualifies, what is elected when, and what follows a sale or a letting."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assembler.casefile.shape import Asset, AssetKind, ResidenceExclusion
from findings.one_case import BONDS, HOME, fact, first, one_case, refused
from findings.secured_case import by_bond, elected
from findings.written_case import HOUSE, days, figured, found_in, holding, left_out, trust, value


def test_each_end_of_the_exclusion_is_its_own_election() -> None:
    facts = first(by_bond(trust=elected()))

    assert facts["residence_excluded_for_security"] is True
    assert facts["residence_excluded_for_threshold"] is False
    assert first(by_bond(trust=elected(security=None)))["residence_excluded_for_security"] is None


def test_a_later_statement_changes_the_exclusion() -> None:
    names = ("residence_later_election", "residence_later_cancellation", "residence_reallocated")
    for name, answer in zip(names, ("elected_later", "cancelled", "reallocated"), strict=True):
        answers: dict[str, Any] = {answer: date(2027, 4, 15)}
        facts = first(by_bond(trust=elected(**answers)))

        assert [facts[one] for one in names] == [one == name for one in names]
        assert facts["residence_exclusion_changed"] is True


@pytest.mark.parametrize(
    ("assets", "where"),
    [
        pytest.param((BONDS,), "residence_exclusion.threshold", id="no home to leave out"),
        pytest.param((BONDS, HOME, HOME, HOME), "residence_exclusion.threshold", id="a third home"),
        pytest.param(
            (HOME, replace(BONDS, id="llc", kind=AssetKind.CLOSELY_HELD, is_residence=True)),
            "assets[llc].is_residence",
            id="a home held through a company",
        ),
    ],
)
def test_the_exclusion_is_refused_for_what_is_no_home(assets: tuple[Asset, ...], where: str) -> None:
    trust = {"assets": assets, "residence_exclusion": ResidenceExclusion(threshold=True, security=False)}

    assert list(refused(one_case(trust=trust))) == [f"trusts[share].{where}"]


def test_a_residence_statement_is_called_for_when_elected_and_while_undecided() -> None:
    name = "threshold_exclusion_election"

    def exclusion(threshold: bool | None) -> dict[str, Any]:
        return trust(assets=[HOUSE], residence_exclusion={"threshold": threshold})

    assert days(name, trusts=[exclusion(True)]) == [date(2026, 11, 12)]
    assert days(name, trusts=[exclusion(None)]) == [date(2026, 11, 12)]
    assert days(name, trusts=[exclusion(False)]) == []


def test_the_exclusion_for_the_bond_is_offered_only_where_there_is_a_bond_or_letter() -> None:
    name = "security_exclusion_election"

    def undecided(operative: str) -> dict[str, Any]:
        return trust(assets=[HOUSE], residence_exclusion={"security": None}, security={"operative": operative})

    assert days(name, trusts=[undecided("bond")]) == [date(2026, 11, 12)]
    assert days(name, trusts=[undecided("bank-trustee")]) == []


def residence(claimed: bool | None) -> dict[str, Any]:
    answers = {"security": claimed, "threshold": claimed, "sales": [{"sold": "2028-02-29"}]}
    bonds = {"id": "bonds", "kind": "marketable-securities", "country": "US", "value": "1300000.01"}
    changes = {"residence_exclusion": answers, "security": {"operative": "foreign-real-property-limit"}}
    return {"trusts": [trust(assets=[HOUSE, bonds], events={"residence_ceased": "2027-01-01"}, **changes)]}


def test_a_residence_under_the_exclusion_has_its_days_when_sold_and_when_no_longer_used() -> None:
    claimed = residence(True)

    assert days("residence_reinvestment", **claimed) == [date(2029, 2, 28)]
    assert days("residence_cessation", **claimed) == [date(2027, 5, 1), date(2028, 6, 28)]
    assert days("annual_statement", **claimed) == [date(2028, 4, 18), date(2029, 4, 17)]


def test_a_residence_that_was_never_excluded_calls_for_nothing() -> None:
    unclaimed = {one.deadline.key for one in found_in(**residence(False)).dates}
    kept = found_in(trusts=[trust(assets=[HOUSE], residence_exclusion={"security": None, "threshold": None})])

    assert not {"residence_reinvestment", "residence_cessation", "threshold_exclusion_election"} & unclaimed
    assert left_out(**residence(None)) == {"residence_end: residence_exclusion.threshold"}
    assert not kept.notes


def test_a_sale_without_its_day_is_left_out() -> None:
    sold = {"trusts": [trust(assets=[HOUSE], residence_exclusion={"security": True, "sales": [{"excluded": "1"}]})]}

    assert left_out(**sold) == {"residence_reinvestment: residence_exclusion.sales[0].sold"}
    assert left_out(**residence(True)) == set()


SALE = (
    ", security: {{amount_furnished: 260000}}, residence_exclusion: {{threshold: false, security: true, sales: [{{"
    "sold: 2023-06-01, contracted: 2023-05-01, amount_realized: 501000, excluded: 500000,"
    " fixing_up: [{{amount: 1000, done: 2023-04-15, paid: 2023-06-30}}], reinvestments: [{}]}}]}}"
)


@pytest.mark.parametrize(
    ("bought", "left", "change"),
    [
        ("{made: 2024-06-01, amount: 500000}", "500000", "65000.00"),
        ("{made: 2024-06-02, amount: 500000}", "0", "390000.00"),
        ("{made: 2024-01-02, amount: 300000}", "300000", "195000.00"),
        ("", "0", "390000.00"),
    ],
)
def test_what_is_put_into_a_new_home_in_twelve_months_keeps_the_exclusion(bought: str, left: str, change: str) -> None:
    home = "{kind: real-property, country: US, value: 500000, is_residence: true}"
    found = figured(holding(SALE.format(bought), assets=f"{home}, {{kind: cash, country: US, value: 500000}}"))

    assert value(found, "adjusted sales price") == "500000"
    assert value(found, "residence exclusion") == left
    assert value(found, "change in security") == change


def test_a_home_that_is_let_loses_the_exclusion() -> None:
    home = "{kind: real-property, country: US, value: 500000, is_residence: true}"
    answers = ", events: {residence_ceased: 2023-06-01}"

    assert value(figured(holding(answers, assets=home)), "residence exclusion") == "0"


def test_furnishings_are_claimed_where_some_are_listed_with_a_residence() -> None:
    silver = replace(HOME, id="silver", kind=AssetKind.TANGIBLE)

    assert fact("furnishings_claimed", one_case(trust={"assets": (HOME, silver)})) is True
    assert fact("furnishings_claimed", one_case(trust={"assets": (HOME, replace(silver, is_residence=False))})) is False
