from dataclasses import replace
from decimal import Decimal

import pytest
from assembler.facts import find
from one_case import BONDS, HOME, LAND, TRUST, fact, finding, first, one_case, refused

from assembler.casefile.shape import Asset, AssetKind, ResidenceExclusion


def worth(value: str) -> dict[str, object]:
    return {"assets": (replace(BONDS, value=Decimal(value), debt=Decimal(999_999)),)}


def test_exactly_two_million_is_small_and_says_so() -> None:
    case = one_case(trust=worth("2000000.00"))

    assert fact("is_large", case) is False
    assert fact("small_limb", case) is True
    assert finding("is_large", case).because == "the trust's assets are worth $2,000,000.00, not more than $2,000,000"


def test_a_cent_more_is_large() -> None:
    case = one_case(trust=worth("2000000.01"))

    assert fact("is_large", case) is True
    assert fact("small_limb", case) is False
    assert first(case).figures["threshold_value"].value == Decimal("2000000.01")


def test_two_small_trusts_may_be_large_together() -> None:
    pair = tuple(replace(TRUST, id=id_, assets=(replace(BONDS, value=Decimal(1_200_000)),)) for id_ in ("a", "b"))
    case = one_case(trusts=pair)

    assert fact("is_large", case) is True
    assert finding("is_large", case).because.startswith("the assets of all QDOTs are worth $2,400,000.00")


def test_a_value_that_is_missing_leaves_the_size_open() -> None:
    case = one_case(trust={"assets": (BONDS, Asset(kind=AssetKind.CASH))})

    assert fact("is_large", case) is None
    assert fact("small_limb", case) is None
    assert "threshold_value" not in first(case).figures
    assert fact("is_large", one_case(trust={"assets": None})) is None


def test_what_is_known_may_be_large_already() -> None:
    assert fact("is_large", one_case(trust={"assets": (replace(BONDS, value=Decimal(2_700_000)), Asset())})) is True


def test_a_living_clients_trust_has_no_size_and_carries_both_limbs() -> None:
    case = one_case(decedent={"died": None}, trust=worth("9000000"))

    assert fact("is_large", case) is None
    assert fact("small_limb", case) is True
    assert "threshold_value" not in first(case).figures


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

    furnished = first(one_case(trust={"assets": (bonds, home, chairs), "residence_exclusion": elected}))
    alone = first(one_case(trust={"assets": (bonds, chairs), "residence_exclusion": elected}))
    assert furnished.figures["threshold_value"].value == Decimal(2_000_000)
    assert alone.figures["threshold_value"].value == Decimal(2_100_000)


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


def test_what_the_trust_holds_is_told_by_kind_and_country() -> None:
    names = (
        "holds_real_property",
        "holds_foreign_real_property",
        "holds_business_interest",
        "holds_retirement_benefit",
    )

    def held(*assets: Asset) -> list[bool | None]:
        return [fact(name, one_case(trust={"assets": assets})) for name in names]

    assert held(BONDS) == [False, False, False, False]
    assert held(LAND) == [True, True, False, False]
    assert held(replace(LAND, country="PR")) == [True, True, False, False]
    assert held(replace(LAND, country="US")) == [True, False, False, False]
    assert held(replace(LAND, country=None)) == [True, None, False, False]
    assert held(replace(BONDS, kind=AssetKind.PARTNERSHIP)) == [False, False, True, False]
    assert held(replace(BONDS, kind=AssetKind.RETIREMENT)) == [False, False, False, True]
    assert held(Asset()) == [None, None, None, None]


def test_the_foreign_share_counts_the_home_that_the_threshold_leaves_out() -> None:
    trust = {"assets": (replace(BONDS, value=Decimal(1_300_000)), HOME)}
    figure = first(one_case(trust={**trust, "residence_exclusion": ResidenceExclusion(True, True)})).figures

    assert figure["foreign_real_property_share"].value == Decimal("35.00")


def test_an_interest_that_may_be_looked_through_is_said_to_be_left_aside() -> None:
    company = replace(BONDS, kind=AssetKind.CLOSELY_HELD)
    figures = first(one_case(trust={"assets": (company,)})).figures

    assert figures["foreign_real_property_share"].name == "foreign real property share, held directly"


def test_two_trusts_share_one_exclusion_for_security() -> None:
    elected = ResidenceExclusion(threshold=False, security=True)
    home = replace(HOME, value=Decimal(450_000))
    bonds = replace(BONDS, value=Decimal(1_000_000))
    pair = (
        replace(TRUST, id="a", assets=(home, bonds), residence_exclusion=elected),
        replace(TRUST, id="b", assets=(home, bonds), residence_exclusion=elected),
    )
    amounts = [trust.figures["security_amount"].value for trust in find(one_case(trusts=pair)).trusts]
    assert amounts == [Decimal("650000.00"), Decimal("845000.00")]


def test_security_is_not_computed_while_its_election_is_open() -> None:
    trust = {"assets": (HOME, BONDS), "residence_exclusion": ResidenceExclusion(threshold=False)}

    assert "security_amount" not in first(one_case(trust=trust)).figures
