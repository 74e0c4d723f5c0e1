"""The form in which the property qualifies, and what the spouse has of it in life and at death."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile.shape import (
    Charitable,
    CharitableKind,
    MaritalForm,
    Principal,
    Remainder,
    RemainderTo,
    Source,
    SpousePower,
    Taker,
)
from assembler.findings.marital import whole
from findings.one_case import LIFETIME, fact, facts, one_case, refused


@pytest.mark.parametrize(
    ("form", "power", "expected"),
    [
        (MaritalForm.POWER_OF_APPOINTMENT, None, (True, False, True)),
        (MaritalForm.QTIP, SpousePower.GENERAL, (True, False, True)),
        (MaritalForm.QTIP, SpousePower.LIMITED, (False, True, True)),
        (MaritalForm.QTIP, SpousePower.NONE, (False, False, False)),
        (MaritalForm.QTIP, None, (None, None, None)),
        (MaritalForm.ESTATE_TRUST, None, (False, False, False)),
        (MaritalForm.ESTATE_TRUST, SpousePower.GENERAL, (True, False, True)),
        (MaritalForm.CHARITABLE_REMAINDER, None, (False, False, False)),
        (None, None, (None, None, None)),
    ],
)
def test_the_power_at_death_follows_form_and_choice(
    form: MaritalForm | None, power: SpousePower | None, expected: tuple[bool | None, ...]
) -> None:
    case = one_case(trust={"marital_form": form, "spouse_power": power})
    names = ("spouse_has_general_power", "spouse_has_limited_power", "spouse_power_at_death")

    assert tuple(fact(name, case) for name in names) == expected


def test_a_spouse_who_funds_and_keeps_a_power_has_not_given_the_remainder() -> None:
    assert facts({"spouse_power": SpousePower.LIMITED}, "spouse_keeps_remainder_power") == [True]
    assert facts({"spouse_power": SpousePower.NONE}, "spouse_keeps_remainder_power") == [False]
    assert facts({**LIFETIME, "spouse_power": SpousePower.LIMITED}, "spouse_keeps_remainder_power") == [False]
    assert facts({"spouse_power": SpousePower.LIMITED}, "spouse_gives_remainder") == [False]
    assert facts({"spouse_power": SpousePower.NONE}, "spouse_gives_remainder") == [True]
    assert facts({"spouse_power": None}, "spouse_gives_remainder") == [None]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (MaritalForm.POWER_OF_APPOINTMENT, True),
        (MaritalForm.QTIP, True),
        (MaritalForm.NONE_REQUIRED, True),
        (MaritalForm.ESTATE_TRUST, False),
        (MaritalForm.CHARITABLE_REMAINDER, False),
        (None, None),
    ],
)
def test_three_forms_give_the_spouse_all_income(form: MaritalForm | None, expected: bool | None) -> None:
    assert fact("spouse_takes_all_income", one_case(trust={"marital_form": form})) is expected


UNITRUST = Charitable(kind=CharitableKind.UNITRUST, percent=Decimal(5), charity="Fundação Ñandú & Co.")
CHARITABLE = {
    "source": Source.LIFETIME_AGREEMENT,
    "instrument_date": date(2020, 1, 2),
    "marital_form": MaritalForm.CHARITABLE_REMAINDER,
    "charitable": UNITRUST,
    "spouse_power": None,
    "principal": None,
    "remainder": Remainder(),
}


def test_a_charitable_trust_pays_no_principal_and_ends_in_charity() -> None:
    names = ("charitable_unitrust", "charitable_annuity_trust", "principal_none", "remainder_to_charity")

    assert facts(CHARITABLE, *names) == [True, False, True, True]
    assert refused(one_case(trust=CHARITABLE)) == {}


def test_an_estate_trust_ends_in_the_spouses_estate() -> None:
    terms = {**CHARITABLE, "marital_form": MaritalForm.ESTATE_TRUST}

    assert facts(terms, "remainder_to_spouse_estate", "principal_may_reach_spouse") == [True, False]


def test_a_measure_that_is_chosen_is_found_as_chosen() -> None:
    terms = {**CHARITABLE, "principal": Principal.HARDSHIP}

    assert facts(terms, "principal_for_hardship", "principal_none") == [True, False]


def test_the_measure_for_principal_is_unknown_until_it_is_chosen() -> None:
    names = ("principal_for_hardship", "principal_none", "principal_may_reach_spouse")

    assert facts({"principal": None}, *names) == [None, None, None]
    assert facts({"principal": Principal.NONE}, *names) == [False, True, False]


@pytest.mark.parametrize(
    ("terms", "where"),
    [
        pytest.param(
            {**LIFETIME, "marital_form": MaritalForm.NONE_REQUIRED}, "marital_form", id="no form for a bequest"
        ),
        pytest.param({"other_property": True}, "marital_form", id="no form for what others add"),
        pytest.param(
            {"other_property": True, "wholly_marital": False, "marital_form": MaritalForm.QTIP},
            "wholly_marital",
            id="a part that is not marital",
        ),
        pytest.param(
            {**LIFETIME, "marital_form": MaritalForm.POWER_OF_APPOINTMENT}, "spouse_power", id="limited power"
        ),
        pytest.param(
            {**CHARITABLE, "marital_form": MaritalForm.ESTATE_TRUST, "spouse_power": SpousePower.LIMITED},
            "spouse_power",
            id="a power over an estate trust",
        ),
        pytest.param({**CHARITABLE, "spouse_power": SpousePower.GENERAL}, "spouse_power", id="a power over charity's"),
        pytest.param({**CHARITABLE, "principal": Principal.HARDSHIP}, "principal", id="principal besides the unitrust"),
        pytest.param(
            {**CHARITABLE, "remainder": Remainder(to=RemainderTo.DESCENDANTS)}, "remainder.to", id="to others"
        ),
        pytest.param(
            {"remainder": Remainder(to=RemainderTo.NAMED, takers=(Taker("王小明", "one-half"), Taker("Ó Sé", "1/3")))},
            "remainder.takers",
            id="shares short of the whole",
        ),
    ],
)
def test_terms_that_do_not_qualify_for_the_deduction_are_refused(terms: dict[str, object], where: str) -> None:
    assert list(refused(one_case(trust=terms))) == [f"trusts[share].{where}"]


@pytest.mark.parametrize("percent", ["4.99", "50.01"])
def test_a_payout_outside_5_to_50_is_refused(percent: str) -> None:
    terms = {**CHARITABLE, "charitable": replace(UNITRUST, percent=Decimal(percent))}

    assert list(refused(one_case(trust=terms))) == ["trusts[share].charitable.percent"]


@pytest.mark.parametrize("percent", ["5", "50"])
def test_a_payout_of_exactly_5_or_50_is_not(percent: str) -> None:
    terms = {**CHARITABLE, "charitable": replace(UNITRUST, percent=Decimal(percent))}

    assert refused(one_case(trust=terms)) == {}


def test_takers_left_out_are_open_and_not_refused() -> None:
    assert refused(one_case(trust={"remainder": Remainder(to=RemainderTo.NAMED)})) == {}


@pytest.mark.parametrize(
    ("shares", "total"),
    [
        (["one-half", "1/2"], "1"),
        (["two thirds", "one-third"], "1"),
        (["50%", "25 percent", "a quarter"], None),
        (["half", "50 percent"], "1"),
        (["equal shares"], None),
        (["1/0"], None),
        ([None], None),
        (["33.3 percent"] * 3, "999/1000"),
    ],
)
def test_shares_are_added_as_they_are_written(shares: list[str | None], total: str | None) -> None:
    assert (None if (found := whole(shares)) is None else str(found)) == total
