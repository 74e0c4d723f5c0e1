from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from one_case import TRUST, fact, one_case, refused

from assembler.casefile.shape import (
    Annuity,
    Assignment,
    Charitable,
    CharitableKind,
    MaritalForm,
    Principal,
    Remainder,
    RemainderTo,
    Source,
    SpousePower,
    Taker,
    Undertaking,
)
from assembler.findings.joint_property import whole

LIFETIME = {"source": Source.LIFETIME_AGREEMENT, "marital_form": MaritalForm.QTIP, "instrument_date": date(2020, 1, 2)}


def holds(case_trust: dict[str, object], *names: str) -> list[bool | None]:
    return [fact(name, one_case(trust=case_trust)) for name in names]


def test_the_decedent_settles_and_funds_a_lifetime_agreement() -> None:
    names = (
        "settled_by_decedent",
        "settled_by_spouse",
        "settled_by_executor",
        "funded_by_decedent",
        "funded_by_spouse",
    )

    assert holds(LIFETIME, *names, "funded_only_by_spouse") == [True, False, False, True, False, False]


@pytest.mark.parametrize("source", [Source.ARTICLE_IN_WILL, Source.FOREIGN_WILL, Source.JUDICIAL_REFORMATION])
def test_nobody_settles_by_agreement_what_comes_by_another_instrument(source: Source) -> None:
    names = ("settled_by_decedent", "settled_by_spouse", "settled_by_executor", "funded_by_decedent")

    assert holds({"source": source}, *names) == [False, False, False, True]


@pytest.mark.parametrize(("other", "only"), [(False, True), (True, False), (None, None)])
def test_a_spouse_alone_funds_what_holds_nothing_else(other: bool | None, only: bool | None) -> None:
    assert fact("funded_only_by_spouse", one_case(trust={"other_property": other})) is only
    assert fact("funded_by_decedent", one_case(trust={"other_property": other})) is other


def test_an_assignment_to_a_lifetime_trust_makes_the_spouse_a_transferor() -> None:
    case = one_case(trust=LIFETIME, assignments=(Assignment(trust="share"),))

    assert fact("funded_by_spouse", case) is True
    assert fact("funded_only_by_spouse", case) is False


@pytest.mark.parametrize(
    ("annuity", "expected"),
    [
        (Annuity(undertaking=Undertaking.ROLL_OVER, trust="share"), True),
        (Annuity(undertaking=Undertaking.PAY, trust="share"), False),
        (Annuity(undertaking=Undertaking.ROLL_OVER), None),
        (Annuity(trust="share"), None),
    ],
)
def test_a_roll_over_is_received_by_the_trust_it_names(annuity: Annuity, expected: bool | None) -> None:
    assert fact("receives_roll_over", one_case(annuities=(annuity,))) is expected


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
    assert holds({"spouse_power": SpousePower.LIMITED}, "spouse_keeps_remainder_power") == [True]
    assert holds({"spouse_power": SpousePower.NONE}, "spouse_keeps_remainder_power") == [False]
    assert holds({**LIFETIME, "spouse_power": SpousePower.LIMITED}, "spouse_keeps_remainder_power") == [False]


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


CHARITABLE = {
    "source": Source.LIFETIME_AGREEMENT,
    "instrument_date": date(2020, 1, 2),
    "marital_form": MaritalForm.CHARITABLE_REMAINDER,
    "charitable": Charitable(kind=CharitableKind.UNITRUST, percent=Decimal(5), charity="Fundação Ñandú & Co."),
    "spouse_power": None,
    "principal": None,
    "remainder": Remainder(),
}


def test_a_charitable_trust_pays_no_principal_and_ends_in_charity() -> None:
    names = ("charitable_unitrust", "charitable_annuity_trust", "principal_none", "remainder_to_charity")

    assert holds(CHARITABLE, *names) == [True, False, True, True]
    assert refused(one_case(trust=CHARITABLE)) == {}


def test_an_estate_trust_ends_in_the_spouses_estate() -> None:
    terms = {**CHARITABLE, "marital_form": MaritalForm.ESTATE_TRUST}

    assert holds(terms, "remainder_to_spouse_estate", "principal_may_reach_spouse") == [True, False]


def test_a_measure_that_is_chosen_is_found_as_chosen() -> None:
    terms = {**CHARITABLE, "principal": Principal.HARDSHIP}

    assert holds(terms, "principal_for_hardship", "principal_none") == [True, False]


def test_an_agreement_may_be_signed_on_the_day_of_death() -> None:
    assert refused(one_case(trust={**LIFETIME, "instrument_date": date(2026, 2, 11)})) == {}


def test_the_measure_for_principal_is_unknown_until_it_is_chosen() -> None:
    names = ("principal_for_hardship", "principal_none", "principal_may_reach_spouse")

    assert holds({"principal": None}, *names) == [None, None, None]
    assert holds({"principal": Principal.NONE}, *names) == [False, True, False]


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
        pytest.param({"governing_law": "Puerto Rico"}, "governing_law", id="a territory"),
        pytest.param({"governing_law": "United States"}, "governing_law", id="no particular State"),
        pytest.param({"governing_law": "Portugal"}, "governing_law", id="a country"),
        pytest.param({"records_kept_in": "Nevada"}, "records_kept_in", id="records in another State"),
        pytest.param({"records_kept_in": "Lisbon"}, "records_kept_in", id="records abroad"),
        pytest.param({"is_ordinary_trust": False}, "is_ordinary_trust", id="no ordinary trust"),
        pytest.param({**LIFETIME, "instrument_date": date(2026, 2, 12)}, "instrument_date", id="signed after death"),
    ],
)
def test_terms_that_do_not_qualify_are_refused(terms: dict[str, object], where: str) -> None:
    assert list(refused(one_case(trust=terms))) == [f"trusts[share].{where}"]


def test_an_executor_does_not_act_for_the_living() -> None:
    case = one_case(decedent={"died": None}, trust={"source": Source.EXECUTOR_CREATED})

    assert list(refused(case)) == ["trusts[share].source"]


@pytest.mark.parametrize("percent", ["4.99", "50.01"])
def test_a_payout_outside_5_to_50_is_refused(percent: str) -> None:
    terms = {**CHARITABLE, "charitable": replace(CHARITABLE["charitable"], percent=Decimal(percent))}  # type: ignore[type-var]

    assert list(refused(one_case(trust=terms))) == ["trusts[share].charitable.percent"]


@pytest.mark.parametrize("percent", ["5", "50"])
def test_a_payout_of_exactly_5_or_50_is_not(percent: str) -> None:
    terms = {**CHARITABLE, "charitable": replace(CHARITABLE["charitable"], percent=Decimal(percent))}  # type: ignore[type-var]

    assert refused(one_case(trust=terms)) == {}


@pytest.mark.parametrize("answer", ["governing_law", "records_kept_in", "is_ordinary_trust", "remainder"])
def test_terms_left_out_are_open_and_not_refused(answer: str) -> None:
    blank = Remainder(to=RemainderTo.NAMED) if answer == "remainder" else None

    assert refused(one_case(trust={answer: blank})) == {}


def test_a_foreign_will_is_a_foreign_instrument() -> None:
    assert holds({"source": Source.FOREIGN_WILL, "is_foreign_instrument": None}, "foreign_instrument") == [True]
    assert holds({"is_foreign_instrument": None, "foreign_law": "Portugal"}, "foreign_instrument") == [True]
    assert holds({"is_foreign_instrument": None}, "foreign_instrument") == [None]
    assert refused(one_case(trust={"is_foreign_instrument": True})) == {}


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


def test_two_trusts_are_several() -> None:
    assert fact("several_qdots", one_case()) is False
    assert fact("several_qdots", one_case(trusts=(TRUST, TRUST))) is True
