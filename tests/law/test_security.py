from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import security

MONEY = st.decimals(min_value=0, max_value=10**10, places=2)


@pytest.mark.parametrize(
    ("assets", "excluded", "amount"),
    [
        ("3000000", "0", "1950000.00"),
        ("3000000", "600000", "1560000.00"),
        ("3000000", "450000", "1657500.00"),
        ("2000000.01", "0", "1300000.01"),
        ("3000000", "900000", "1560000.00"),
        ("500000", "600000", "0.00"),
    ],
)
def test_security_is_65_percent_rounded_up_to_the_cent(assets: str, excluded: str, amount: str) -> None:
    assert security.required_amount(Decimal(assets), Decimal(excluded)).value == Decimal(amount)


def test_the_figure_shows_what_is_secured() -> None:
    figure = security.required_amount(Decimal(3_000_000), Decimal(600_000))

    assert [step.value for step in figure.steps] == [
        Decimal(3_000_000),
        Decimal(600_000),
        Decimal(2_400_000),
        Decimal("1560000.00"),
    ]


@pytest.mark.parametrize(
    ("final", "change"), [("3500000", "325000.00"), ("2500000", "-325000.00"), ("3000000", "0.00")]
)
def test_security_is_adjusted_up_or_down_to_the_final_value(final: str, change: str) -> None:
    assert security.change_in_security(security.required_amount(Decimal(final)), Decimal("1950000")).value == Decimal(
        change
    )


def test_the_sixtieth_day_is_the_last() -> None:
    assert security.last_day_to_adjust(date(2026, 11, 1)) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("reported", "final", "expected"),
    [
        pytest.param("1500000", "3000000", True, id="exactly half is 50 percent or less"),
        pytest.param("1500000.01", "3000000", False, id="a cent more is not"),
        pytest.param("0", "0", False, id="nothing is not undervalued at nothing"),
    ],
)
def test_half_or_less_is_undervalued(reported: str, final: str, expected: bool) -> None:
    assert security.is_undervalued(Decimal(reported), Decimal(final)) is expected


@pytest.mark.parametrize(
    ("bond", "reported", "final", "cause", "faith", "lost"),
    [
        pytest.param(False, 1_500_000, 3_000_000, False, False, True, id="reported small and found large"),
        pytest.param(False, 2_500_000, 5_000_000, False, False, False, id="a large trust with a Bank Trustee"),
        pytest.param(True, 2_500_000, 5_000_000, False, False, True, id="a large trust with a bond"),
        pytest.param(True, 2_500_000, 5_000_000, True, False, True, id="reasonable cause alone does not excuse"),
        pytest.param(True, 2_500_000, 5_000_000, True, True, False, id="reasonable cause and good faith do"),
        pytest.param(True, 2_500_000, 5_000_000, True, None, None, id="good faith not known"),
        pytest.param(None, 2_500_000, 5_000_000, False, None, None, id="arrangement not known"),
        pytest.param(True, 2_600_000, 5_000_000, False, False, False, id="reported at more than half"),
    ],
)
def test_undervaluation_can_cost_the_whole_deduction(
    bond: bool | None, reported: int, final: int, cause: bool | None, faith: bool | None, lost: bool | None
) -> None:
    assert security.deduction_is_lost(bond, Decimal(reported), Decimal(final), cause, faith) is lost


@pytest.mark.parametrize(
    ("listed", "reference", "expected"),
    [
        (("bond",), False, {"bond"}),
        (("bond", "bank-trustee"), True, {"bond", "bank-trustee"}),
        (None, True, {"bank-trustee", "bond", "letter-of-credit"}),
        ((), True, {"bank-trustee", "bond", "letter-of-credit"}),
        ((), None, set()),
        (None, False, None),
        (None, None, None),
    ],
)
def test_a_reference_alone_permits_all_three(
    listed: tuple[str, ...] | None, reference: bool | None, expected: set[str] | None
) -> None:
    assert security.permitted(listed, reference) == expected


def test_exactly_one_arrangement_is_operative_at_a_time() -> None:
    assert security.exactly_one(["bond"])
    assert not security.exactly_one([])
    assert not security.exactly_one(["bond", "bank-trustee"])


@given(MONEY, MONEY, MONEY)
def test_more_value_never_lowers_security(assets: Decimal, more: Decimal, excluded: Decimal) -> None:
    before = security.required_amount(assets, excluded).value
    after = security.required_amount(assets + more, excluded).value

    assert isinstance(before, Decimal)
    assert isinstance(after, Decimal)
    assert before <= after


@given(MONEY)
def test_security_is_never_below_65_percent_nor_a_cent_above(assets: Decimal) -> None:
    amount = security.required_amount(assets).value

    assert isinstance(amount, Decimal)
    assert Decimal(0) <= amount - Decimal("0.65") * assets < Decimal("0.01")
