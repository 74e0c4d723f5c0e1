from decimal import Decimal

import pytest

from assembler.law.figure import OutOfRange
from assembler.law.foreign_limit import (
    Asset,
    Entity,
    EntityKind,
    Stake,
    foreign_share,
    is_looked_through,
    pro_rata_share,
)

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
