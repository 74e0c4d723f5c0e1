"""Whether the trusts are large, what they hold, and whether a residence may be left out."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape import Asset, AssetKind, ResidenceExclusion
from assembler.findings import find
from assembler.findings.threshold import threshold_value
from assembler.findings.valuation import estate_of, worth
from findings.one_case import BONDS, HOME, LAND, TRUST, amount, fact, facts, finding, one_case
from findings.written_case import figured, holding, steps, values


def bonds(value: str) -> dict[str, object]:
    return {"assets": (replace(BONDS, value=Decimal(value), debt=Decimal(999_999)),)}


def test_exactly_two_million_is_small_and_says_so() -> None:
    case = one_case(trust=bonds("2000000.00"))

    assert fact("is_large", case) is False
    assert fact("small_limb", case) is True
    assert finding("is_large", case).because == "the trust's assets are worth $2,000,000.00, not more than $2,000,000"


def test_a_cent_more_is_large() -> None:
    case = one_case(trust=bonds("2000000.01"))

    assert fact("is_large", case) is True
    assert fact("small_limb", case) is False
    assert amount(threshold_value(find(case).whole)) == Decimal("2000000.01")


def test_two_small_trusts_may_be_large_together() -> None:
    pair = tuple(replace(TRUST, id=id_, assets=(replace(BONDS, value=Decimal(1_200_000)),)) for id_ in ("a", "b"))
    case = one_case(trusts=pair)

    assert fact("is_large", case) is True
    assert finding("is_large", case).because.startswith("the assets of all QDOTs are worth $2,400,000.00")


def test_a_value_that_is_missing_leaves_the_size_open() -> None:
    case = one_case(trust={"assets": (BONDS, Asset(kind=AssetKind.CASH))})

    assert fact("is_large", case) is None
    assert fact("small_limb", case) is None
    assert threshold_value(find(case).whole).value is None
    assert fact("is_large", one_case(trust={"assets": None})) is None


def test_what_is_known_may_be_large_already() -> None:
    assert fact("is_large", one_case(trust={"assets": (replace(BONDS, value=Decimal(2_700_000)), Asset())})) is True


def test_a_living_clients_trust_has_no_size_and_carries_both_limbs() -> None:
    case = one_case(decedent={"died": None}, trust=bonds("9000000"))

    assert fact("is_large", case) is None
    assert fact("small_limb", case) is True
    assert threshold_value(find(case).whole).value is None


@pytest.mark.parametrize(
    ("elected", "bonds", "expected"),
    [
        pytest.param(True, "1900000", False, id="less the cap it is two million"),
        pytest.param(True, "1900001", True, id="a dollar more is large"),
        pytest.param(False, "1900000", True, id="not elected it counts in full"),
        pytest.param(None, "1900000", None, id="the election decides"),
        pytest.param(None, "1300000", False, id="unless the whole is small"),
        pytest.param(None, "1900001", True, id="or large whatever is elected"),
    ],
)
def test_the_residence_exclusion_counts_when_elected(elected: bool | None, bonds: str, expected: bool | None) -> None:
    trust = {
        "assets": (replace(BONDS, value=Decimal(bonds)), HOME),
        "residence_exclusion": ResidenceExclusion(threshold=elected),
    }

    assert fact("is_large", one_case(trust=trust)) is expected


def test_furnishings_are_left_out_with_the_home_and_never_alone() -> None:
    chairs = Asset(kind=AssetKind.TANGIBLE, value=Decimal(100_000), is_residence=True)
    elected = ResidenceExclusion(threshold=True)
    home = replace(HOME, value=Decimal(400_000))
    bonds = replace(BONDS, value=Decimal(2_000_000))

    furnished = one_case(trust={"assets": (bonds, home, chairs), "residence_exclusion": elected})
    alone = one_case(trust={"assets": (bonds, chairs), "residence_exclusion": elected})
    assert amount(threshold_value(find(furnished).whole)) == Decimal(2_000_000)
    assert amount(threshold_value(find(alone).whole)) == Decimal(2_100_000)


@pytest.mark.parametrize(
    ("assets", "exclusion", "possible", "claimed"),
    [
        ((BONDS,), ResidenceExclusion(), False, False),
        ((HOME,), ResidenceExclusion(), True, None),
        ((HOME,), ResidenceExclusion(False, False), True, False),
        ((HOME,), ResidenceExclusion(False, True), True, True),
        ((replace(HOME, is_residence=None),), ResidenceExclusion(), None, None),
        (None, ResidenceExclusion(), None, None),
    ],
)
def test_the_exclusion_is_possible_where_there_is_a_home(
    assets: tuple[Asset, ...] | None, exclusion: ResidenceExclusion, possible: bool | None, claimed: bool | None
) -> None:
    case = one_case(trust={"assets": assets, "residence_exclusion": exclusion})

    assert fact("residence_exclusion_possible", case) is possible
    assert fact("residence_exclusion_claimed", case) is claimed


def test_a_plan_leaves_the_exclusion_possible_and_unclaimed() -> None:
    case = one_case(decedent={"died": None}, trust={"residence_exclusion": ResidenceExclusion()})

    assert fact("residence_exclusion_possible", case) is True
    assert fact("residence_exclusion_claimed", case) is False


def test_what_the_trust_holds_is_told_by_kind_and_country() -> None:
    names = (
        "holds_real_property",
        "holds_foreign_real_property",
        "holds_business_interest",
        "holds_retirement_benefit",
    )

    def held(*assets: Asset) -> list[bool | None]:
        return facts({"assets": assets}, *names)

    assert held(BONDS) == [False, False, False, False]
    assert held(LAND) == [True, True, False, False]
    assert held(replace(LAND, country="PR")) == [True, True, False, False]
    assert held(replace(LAND, country="US")) == [True, False, False, False]
    assert held(replace(LAND, country=None)) == [True, None, False, False]
    assert held(replace(BONDS, kind=AssetKind.PARTNERSHIP)) == [False, False, True, False]
    assert held(replace(BONDS, kind=AssetKind.RETIREMENT)) == [False, False, False, True]
    assert held(Asset()) == [None, None, None, None]


def test_debt_on_any_asset_encumbers_the_trust_and_an_unstated_one_may() -> None:
    def encumbered(*debts: int | None) -> bool | None:
        assets = tuple(replace(BONDS, debt=None if debt is None else Decimal(debt)) for debt in debts)
        return facts({"assets": assets}, "holds_encumbered_property")[0]

    assert encumbered(0, 0) is False
    assert encumbered(0, 1) is True
    assert encumbered(None, 1) is True
    assert encumbered(None, 0) is None


def test_two_trusts_are_several() -> None:
    assert fact("several_qdots", one_case()) is False
    assert fact("several_qdots", one_case(trusts=(TRUST, TRUST))) is True


@pytest.mark.parametrize(
    ("cents", "verdict"), [("00", "not more than $2,000,000"), ("01", "threshold value, more than $2,000,000")]
)
def test_two_million_is_small_and_a_cent_more_is_large(cents: str, verdict: str) -> None:
    found = figured(holding("", assets=f"{{kind: cash, country: US, value: 2000000.{cents}}}"))

    assert verdict in steps(found, "threshold value")[-1]


def test_a_living_clients_trust_has_no_threshold_value() -> None:
    planning = "format: 1\nas_of: 2026-11-21\ndecedent: {name: Ana}\nspouse: {is_us_citizen: false}\n"

    assert [one.figure.name for one in figured(holding(""), planning).figures] == ["foreign real property share"]


def test_a_final_threshold_value_waits_for_the_election() -> None:
    found = figured(holding(", residence_exclusion: {security: false}, valuation: {final: 1000000}"))

    assert list(values(found, "threshold value")) == ["Ó Briain QDOT"]


@pytest.mark.parametrize(
    ("answers", "rests_on"),
    [
        ({"decedent": {"died": None}}, ("decedent.died",)),
        ({"trust": {"assets": None}}, ("trusts[share].assets[0].value",)),
        ({"trust": {"assets": (replace(BONDS, value=None),)}}, ("trusts[share].assets[bonds].value",)),
    ],
)
def test_a_threshold_value_that_is_unknown_names_the_answers_it_rests_on(
    answers: dict[str, Any], rests_on: tuple[str, ...]
) -> None:
    found = threshold_value(find(one_case(**answers)).whole)

    assert (found.value, found.rests_on) == (None, rests_on)
    assert found.because
    assert found.law


def test_the_value_of_all_trusts_is_added_up_once() -> None:
    found = find(one_case(trusts=(TRUST, replace(TRUST, id="other"))))

    assert estate_of(found.whole) is estate_of(found.whole)
    assert [worth(trust).total for trust in found.trusts] == [Decimal(1_500_000)] * 2
