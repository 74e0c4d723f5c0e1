"""By when the spouse transfers, assigns and conveys, and what comes too early or too late."""

from datetime import date
from typing import Any

import pytest

from assembler.casefile import shape
from findings.one_case import refused
from findings.one_item import assigned
from findings.written_case import days, keyed, left_out, trust

FILED = {"return_": {"filed": date(2026, 10, 20)}}


@pytest.mark.parametrize(
    ("manner", "signed", "count"),
    [
        (shape.Manner.ASSIGNED, date(2026, 10, 20), 0),
        (shape.Manner.ASSIGNED, date(2026, 10, 21), 1),
        (shape.Manner.TRANSFERRED, date(2026, 10, 19), 0),
        (shape.Manner.TRANSFERRED, date(2026, 10, 20), 1),
    ],
)
def test_an_assignment_is_signed_by_the_day_of_filing_and_a_transfer_before_it(
    manner: shape.Manner, signed: date, count: int
) -> None:
    assert list(refused(assigned(FILED, manner=manner, signed=signed))) == ["assignments[house].signed"] * count


@pytest.mark.parametrize(("signed", "count"), [(date(2027, 11, 11), 0), (date(2027, 11, 12), 1)])
def test_nothing_is_assigned_later_than_an_election_can_be_made(signed: date, count: int) -> None:
    assert len(refused(assigned(signed=signed))) == count


def test_a_late_filing_does_not_extend_the_last_day() -> None:
    late = {"return_": {"filed": date(2027, 11, 11)}}

    assert refused(assigned(late, signed=date(2027, 11, 11))) == {}
    assert "return.filed" in refused(assigned({"return_": {"filed": date(2027, 11, 12)}}))


@pytest.mark.parametrize(
    ("signed", "words"),
    [(date(2026, 2, 10), "before the decedent died"), (date(2026, 5, 31), "is not made until June 1, 2026")],
)
def test_nothing_is_assigned_before_the_death_or_the_trust(signed: date, words: str) -> None:
    problem = next(one for one in refused(assigned(signed=signed)).values() if words in one.what)

    assert problem.law == "26 USC 2056(d)(2)(B); 26 CFR 20.2056A-4(b)(1)"


def test_a_paper_signed_on_the_day_of_the_trust_is_in_time() -> None:
    assert refused(assigned(signed=date(2026, 6, 1))) == {}


@pytest.mark.parametrize(
    ("decedent", "conveyed", "count"),
    [
        ({"has_administration": False}, date(2027, 11, 11), 0),
        ({"has_administration": False}, date(2027, 11, 12), 1),
        ({"has_administration": True, "administration_ends": date(2027, 6, 30)}, date(2027, 6, 29), 0),
        ({"has_administration": True, "administration_ends": date(2027, 6, 30)}, date(2027, 6, 30), 1),
        ({}, date(2031, 1, 1), 0),
    ],
)
def test_what_was_assigned_is_conveyed_in_time(decedent: dict[str, Any], conveyed: date, count: int) -> None:
    case = assigned({"decedent": decedent}, conveyed=conveyed)

    assert list(refused(case)) == ["assignments[house].conveyed"] * count


def test_a_transfer_comes_before_the_filing_and_an_assignment_may_come_on_its_day() -> None:
    spouse_made = trust(source="spouse-created", other_property=False)
    filed = {"extended_to": "2027-05-11", "filed": "2027-03-10"}
    assigned = [{"id": "villa", "trust": "share"}]

    assert days("transfer", trusts=[spouse_made], return_=filed) == [date(2027, 3, 9)]
    assert days("assignment", trusts=[spouse_made], return_=filed, assignments=assigned) == [date(2027, 3, 10)]
    assert days("transfer", trusts=[spouse_made], return_=filed, assignments=assigned) == []


def test_a_trust_of_unknown_source_leaves_the_transfer_open() -> None:
    assert left_out(trusts=[trust(source=None)]) == {"transfer: source"}
    assert left_out() == set()


@pytest.mark.parametrize(
    ("manner", "transfers", "assignments"),
    [("transferred", 1, 0), ("assigned", 0, 1), ("assigned-by-formula", 0, 1), ("kept", 0, 0), (None, 0, 1)],
)
def test_the_manner_decides_between_a_transfer_and_an_assignment(
    manner: str | None, transfers: int, assignments: int
) -> None:
    answers = {"assignments": [{"id": "villa", "trust": "share", "manner": manner}], "as_of": "2026-03-01"}

    assert len(keyed("transfer", **answers)) == transfers
    assert len(keyed("assignment", **answers)) == assignments


def test_conveyance_waits_for_the_administration_or_a_year() -> None:
    assigned = {"assignments": [{"id": "villa", "trust": "share"}], "trusts": [trust(spouse_power="limited")]}
    without = {"has_administration": False}

    assert days("conveyance", **assigned, decedent={"administration_ends": "2028-06-30"}) == [date(2028, 6, 29)]
    assert days("conveyance_without_administration", **assigned, decedent=without) == [date(2027, 11, 11)]
    assert left_out(**assigned) == {"conveyance: decedent.has_administration"}
    assert left_out(**assigned, decedent={"has_administration": True}) == {"conveyance: decedent.administration_ends"}


GIVEN_AWAY = trust(
    source="spouse-created", marital_form="none-required", other_property=False, spouse_power="none",
    remainder={"to": "descendants"},
)  # fmt: skip


def test_a_remainder_that_is_given_away_calls_for_a_gift_tax_return_in_the_next_year() -> None:
    signed = [{"id": "villa", "trust": "share", "manner": "assigned", "signed": "2026-07-01"}]

    assert days("gift_tax_return", trusts=[GIVEN_AWAY], assignments=signed) == [date(2027, 4, 15)]
    signed[0]["gift_made"] = "2027-02-01"
    assert days("gift_tax_return", trusts=[GIVEN_AWAY], assignments=signed) == [date(2028, 4, 18)]


@pytest.mark.parametrize(
    "answers",
    [
        {"spouse_power": "limited"},
        {"spouse_power": "general"},
        {"remainder": {"to": "spouse-estate"}},
        {"marital_form": "estate-trust", "remainder": {}},
        {"source": "lifetime-agreement"},
    ],
)
def test_a_spouse_who_keeps_a_hold_on_the_remainder_returns_no_gift(answers: dict[str, Any]) -> None:
    kept = {**GIVEN_AWAY, **answers}
    signed = [{"id": "villa", "trust": "share", "manner": "assigned", "signed": "2026-07-01"}]
    signed = [] if "source" in answers else signed

    assert keyed("gift_tax_return", trusts=[kept], assignments=signed) == ()


def test_a_gift_whose_day_is_not_stated_is_left_out_and_says_so() -> None:
    unsigned = [{"id": "villa", "trust": "share", "manner": "assigned"}]

    assert "gift_tax_return: assignments[villa].signed" in left_out(trusts=[GIVEN_AWAY], assignments=unsigned)
    assert "gift_tax_return: assignments" in left_out(trusts=[GIVEN_AWAY])
    kept = [{"id": "villa", "trust": "share", "manner": "kept"}]
    assert not any("gift" in one for one in left_out(trusts=[GIVEN_AWAY], assignments=kept))
