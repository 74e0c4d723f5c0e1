from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import foreign_limit
from assembler.law.figure import OutOfRange
from assembler.law.foreign_limit import (
    Asset,
    Cause,
    Entity,
    EntityKind,
    ForeignShare,
    Stake,
    foreign_share,
    is_looked_through,
    pro_rata_share,
)

MONEY = st.decimals(min_value=0, max_value=10**10, places=2)


@pytest.mark.parametrize(
    ("foreign", "total", "within"),
    [
        pytest.param(350_000, 1_000_000, True, id="exactly 35 percent is no more than"),
        pytest.param(350_001, 1_000_000, False, id="a dollar more is"),
        pytest.param(0, 0, True, id="an empty trust passes"),
        pytest.param(0, 1, True, id="nothing abroad passes"),
    ],
)
def test_at_most_35_percent_is_abroad(foreign: int, total: int, within: bool) -> None:
    assert ForeignShare(Decimal(foreign), Decimal(total)).is_within_limit() is within


def test_no_excess_reads_as_35_percent() -> None:
    assert ForeignShare(Decimal(350_000), Decimal(1_000_000)).percent() == Decimal("35.00")
    assert ForeignShare(Decimal(350_001), Decimal(1_000_000)).percent() == Decimal("35.01")
    assert ForeignShare(Decimal(0), Decimal(0)).percent() == 0


def test_the_figure_shows_both_sides_of_the_test() -> None:
    figure = ForeignShare(Decimal(663_100), Decimal(1_900_000)).figure()

    assert figure.value == Decimal("34.90")
    assert [step.value for step in figure.steps][:3] == [Decimal(663_100), Decimal(1_900_000), Decimal("665000.00")]
    assert figure.steps[-1].text == "at most 35 percent"


@pytest.mark.parametrize(
    ("country", "expected"), [("US", False), ("pt", True), ("PR", True), ("GU", True), (None, None)]
)
def test_a_territory_is_outside_the_united_states(country: str | None, expected: bool | None) -> None:
    assert foreign_limit.is_foreign(country) is expected


@pytest.mark.parametrize(
    ("causes", "within", "secured", "expected"),
    [
        pytest.param([Cause.PRINCIPAL_DISTRIBUTION], True, False, True, id="a distribution, mended the next year"),
        pytest.param([Cause.CURRENCY], False, True, True, id="a currency, secured the next year"),
        pytest.param([Cause.MARKET_VALUE], False, False, False, id="two years over"),
        pytest.param([Cause.ACQUISITION], True, True, False, id="a purchase has no grace"),
        pytest.param([Cause.CURRENCY, Cause.ACQUISITION], True, True, False, id="nor has one among other causes"),
        pytest.param([], True, True, False, id="no cause excuses nothing"),
        pytest.param([Cause.CURRENCY], None, False, None, id="the next year is not over"),
    ],
)
def test_an_excused_excess_has_until_the_end_of_the_next_year(
    causes: list[Cause], within: bool | None, secured: bool | None, expected: bool | None
) -> None:
    assert foreign_limit.still_qualifies(causes, within, secured) is expected


def test_the_cure_ends_with_the_next_taxable_year() -> None:
    assert foreign_limit.cure_deadline(date(2026, 12, 31)) == date(2027, 12, 31)
    assert foreign_limit.cure_deadline(date(2027, 2, 28)) == date(2028, 2, 29)


@given(MONEY, MONEY, MONEY)
def test_more_at_home_never_breaks_the_limit(foreign: Decimal, other: Decimal, more: Decimal) -> None:
    before = ForeignShare(foreign, foreign + other)
    after = ForeignShare(foreign, foreign + other + more)

    assert after.is_within_limit() or not before.is_within_limit()


@given(MONEY, MONEY)
def test_the_percentage_shown_agrees_with_the_test(foreign: Decimal, other: Decimal) -> None:
    share = ForeignShare(foreign, foreign + other)

    assert share.is_within_limit() == (share.percent() <= Decimal(35))


CORPORATION, PARTNERSHIP, OTHER = EntityKind.CORPORATION, EntityKind.PARTNERSHIP, EntityKind.OTHER


def part(percent: int) -> Decimal:
    return Decimal(percent) / 100


def stock(percent: int) -> Stake:
    return Stake(votes=part(percent), value=part(percent))


def capital(percent: int, profits: int = 0) -> Stake:
    return Stake(capital=part(percent), profits=part(profits))


LAND = Asset(Decimal(1_000_000), is_foreign_real_property=True)
CASH = Asset(Decimal(1_000_000))


@pytest.mark.parametrize(
    ("entity", "own", "expected"),
    [
        pytest.param(Entity(CORPORATION, 15, ()), stock(20), False, id="exactly 20 percent is not more"),
        pytest.param(Entity(CORPORATION, 15, ()), stock(21), True, id="more than 20 percent of fifteen holders"),
        pytest.param(Entity(CORPORATION, 16, ()), stock(21), False, id="sixteen holders are too many"),
        pytest.param(
            Entity(CORPORATION, 16, (), Stake(), 1), stock(21), True, id="family counts with the trust as one"
        ),
        pytest.param(Entity(CORPORATION, 15, ()), Stake(votes=part(21)), True, id="by votes alone"),
        pytest.param(Entity(CORPORATION, 15, ()), Stake(value=part(21)), True, id="by value alone"),
        pytest.param(Entity(CORPORATION, 15, (), stock(10)), stock(15), True, id="15 and the spouse's 10 are 25"),
        pytest.param(Entity(PARTNERSHIP, 15, ()), capital(10, 30), False, id="profits do not count for the test"),
        pytest.param(Entity(PARTNERSHIP, 15, (), capital(11)), capital(10), True, id="family capital does"),
        pytest.param(Entity(OTHER, 15, ()), Stake(value=part(21)), True, id="an interest in a trust, consistently"),
        pytest.param(Entity(OTHER, 15, ()), Stake(votes=part(100)), False, id="votes are for corporations"),
    ],
)
def test_more_than_20_percent_and_15_or_fewer_holders(entity: Entity, own: Stake, expected: bool) -> None:
    assert is_looked_through(entity, own) is expected


def test_only_the_trusts_own_share_counts() -> None:
    assert pro_rata_share(Entity(CORPORATION, 2, (), stock(10)), stock(15)) == part(15)
    assert pro_rata_share(Entity(PARTNERSHIP, 2, ()), capital(25, 30)) == part(30)
    assert pro_rata_share(Entity(PARTNERSHIP, 2, ()), capital(40, 30)) == part(40)


def test_assets_inside_stand_in_place_of_the_interest() -> None:
    company = Entity(CORPORATION, 4, (LAND, CASH), stock(10))
    share = foreign_share(
        [CASH, Asset(Decimal(250_000), entity="Azulejo S.A.", stake=stock(15))], {"Azulejo S.A.": company}
    )

    assert (share.foreign, share.total) == (Decimal(150_000), Decimal(1_300_000))


def test_an_interest_not_looked_through_is_no_real_property() -> None:
    company = Entity(CORPORATION, 16, (LAND,))
    share = foreign_share([Asset(Decimal(900_000), entity="Grande", stake=stock(90))], {"Grande": company})

    assert (share.foreign, share.total) == (Decimal(0), Decimal(900_000))


def test_a_chain_is_followed_by_the_product_of_the_shares() -> None:
    entities = {
        "上海 Holding": Entity(CORPORATION, 3, (Asset(Decimal(500_000), entity="Land LP", stake=capital(50, 50)),)),
        "Land LP": Entity(PARTNERSHIP, 3, (LAND,)),
    }
    share = foreign_share([Asset(Decimal(400_000), entity="上海 Holding", stake=stock(50))], entities)

    assert (share.foreign, share.total) == (Decimal(250_000), Decimal(250_000))


def test_a_chain_stops_where_the_product_is_20_percent() -> None:
    entities = {
        "Top": Entity(CORPORATION, 3, (Asset(Decimal(400_000), entity="Land LP", stake=capital(40)),)),
        "Land LP": Entity(PARTNERSHIP, 3, (LAND,)),
    }
    share = foreign_share([Asset(Decimal(1), entity="Top", stake=stock(50))], entities)

    assert (share.foreign, share.total) == (Decimal(0), Decimal(200_000))


def test_a_loop_is_outside_the_law() -> None:
    entities = {
        "A": Entity(CORPORATION, 2, (Asset(Decimal(1), entity="B", stake=stock(100)),)),
        "B": Entity(CORPORATION, 2, (Asset(Decimal(1), entity="A", stake=stock(100)),)),
    }

    with pytest.raises(OutOfRange, match="A owns B owns A"):
        foreign_share([Asset(Decimal(1), entity="A", stake=stock(100))], entities)


def test_an_entity_that_is_not_described_is_outside() -> None:
    with pytest.raises(OutOfRange, match="not described"):
        foreign_share([Asset(Decimal(1), entity="Nobody & Co.", stake=stock(100))], {})


def test_the_foreign_limit_is_cured_by_the_end_of_the_next_taxable_year() -> None:
    assert foreign_limit.foreign_limit_cure(date(2027, 6, 30)).date == date(2028, 6, 30)
    assert foreign_limit.foreign_limit_cure(date(2027, 2, 28)).date == date(2028, 2, 29)


@given(MONEY, MONEY)
def test_what_is_sold_or_distributed_brings_the_trust_back_to_the_cent(land: Decimal, rest: Decimal) -> None:
    share = ForeignShare(land, land + rest)
    cent = Decimal("0.01")
    back = [Decimal(str(figure.value)) for figure in foreign_limit.to_come_back(share)]

    assert bool(back) is not share.is_within_limit()
    if back:
        sold, given_away = back
        assert ForeignShare(land - sold, land + rest).is_within_limit()
        assert not ForeignShare(land - sold + cent, land + rest).is_within_limit()
        assert ForeignShare(land - given_away, land + rest - given_away).is_within_limit()
        assert not ForeignShare(land - given_away + cent, land + rest - given_away + cent).is_within_limit()


def test_a_price_that_is_kept_lowers_the_land_alone() -> None:
    sold, given_away = foreign_limit.to_come_back(ForeignShare(Decimal(400_000), Decimal(1_000_000)))

    assert (sold.value, given_away.value) == (Decimal("50000.00"), Decimal("76923.08"))
