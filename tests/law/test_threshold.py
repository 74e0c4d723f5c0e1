from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import threshold
from assembler.law.figure import OutOfRange

MONEY = st.decimals(min_value=0, max_value=10**10, places=2)


def value(*trusts: str, homes: tuple[str, ...] = ()) -> Decimal:
    qdots = [("one", Decimal(trust)) for trust in trusts]
    found = threshold.threshold_value(qdots, [Decimal(home) for home in homes]).value
    assert isinstance(found, Decimal)
    return found


@pytest.mark.parametrize(
    ("worth", "homes", "large"),
    [
        pytest.param("2000000.00", (), False, id="exactly two million is not more than"),
        pytest.param("2000000.01", (), True, id="a cent more is"),
        pytest.param("2600000", ("700000",), False, id="less six hundred thousand of a home it is two million"),
        pytest.param("2600001", ("700000",), True, id="a dollar more is large"),
        pytest.param("2500000", ("450000",), True, id="a smaller home takes off its own value only"),
        pytest.param("2600000", ("350000", "350000"), False, id="two homes share one cap"),
        pytest.param("0", (), False, id="an empty trust is small"),
    ],
)
def test_more_than_two_million_is_large(worth: str, homes: tuple[str, ...], large: bool) -> None:
    assert threshold.is_large(value(worth, homes=homes)) is large


def test_all_qdots_are_added_whoever_made_them() -> None:
    assert value("1200000", "1200000") == Decimal(2_400_000)
    assert threshold.is_large(value("1200000", "1200000"))


def test_trusts_of_one_name_are_both_counted() -> None:
    figure = threshold.threshold_value([("Same", Decimal(1)), ("Same", Decimal(2))])

    assert figure.value == Decimal(3)


def test_the_figure_shows_its_steps() -> None:
    figure = threshold.threshold_value([("O'Brien & Søn QDOT", Decimal(2_600_000))], [Decimal(900_000)])

    assert [(step.text, step.value) for step in figure.steps] == [
        ("assets of O'Brien & Søn QDOT, without reduction for debt", Decimal(2_600_000)),
        ("assets of all QDOTs for the spouse", Decimal(2_600_000)),
        ("less the residence exclusion", Decimal(600_000)),
        ("threshold value, not more than $2,000,000", Decimal(2_000_000)),
    ]


def test_a_third_home_is_never_excluded() -> None:
    with pytest.raises(OutOfRange, match="3 residences"):
        value("3000000", homes=("1", "1", "1"))


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        ("2000000.01", None, True),
        ("1999999", None, None),
        ("1400000", "2000000", False),
        ("2000000", "2000000.01", None),
    ],
)
def test_bounds_decide_where_they_lie_on_one_side(least: str, most: str | None, expected: bool | None) -> None:
    assert threshold.is_large_between(Decimal(least), None if most is None else Decimal(most)) is expected


@given(MONEY, MONEY, MONEY)
def test_more_value_never_makes_a_large_trust_small(worth: Decimal, more: Decimal, home: Decimal) -> None:
    before = threshold.threshold_value([("one", worth)], [min(home, worth)]).value
    after = threshold.threshold_value([("one", worth), ("two", more)], [min(home, worth)]).value

    assert isinstance(before, Decimal)
    assert isinstance(after, Decimal)
    assert threshold.is_large(after) or not threshold.is_large(before)


@given(MONEY, MONEY)
def test_the_exclusion_takes_off_at_most_its_cap(worth: Decimal, home: Decimal) -> None:
    without = threshold.threshold_value([("one", worth)]).value
    less = threshold.threshold_value([("one", worth)], [home]).value

    assert isinstance(without, Decimal)
    assert isinstance(less, Decimal)
    assert without - Decimal(600_000) <= less <= without


@pytest.mark.parametrize(("worth", "over"), [("2000000.00", None), ("2000000.01", Decimal("0.01"))])
def test_the_excess_over_the_threshold_is_what_would_have_to_stay_out(worth: str, over: Decimal | None) -> None:
    figure = threshold.excess(threshold.threshold_value([("one", Decimal(worth))]))

    assert (figure and figure.value) == over
