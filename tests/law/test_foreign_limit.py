from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import foreign_limit
from assembler.law.foreign_limit import Cause, ForeignShare

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
