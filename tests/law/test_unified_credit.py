from datetime import date
from decimal import Decimal

import pytest

from assembler.law.estate import CreditBy, Estate, Nonresident
from assembler.law.estate_tax import unified_credit
from assembler.law.figure import OutOfRange
from assembler.law.net_tax import estate_tax


def net(estate: Estate) -> Decimal:
    return Decimal(str(estate_tax(estate).value))


@pytest.mark.parametrize(
    ("who", "died", "expected"),
    [
        pytest.param(None, date(1995, 6, 1), 192_800, id="citizen, 1995"),
        pytest.param(None, date(2026, 6, 1), 5_945_800, id="citizen, 2026"),
        pytest.param(Nonresident(), date(2026, 6, 1), 13_000, id="nonresident"),
        pytest.param(
            Nonresident(CreditBy.TREATY, Decimal(2_000_000), Decimal(10_000_000)),
            date(2026, 6, 1),
            1_189_160,
            id="treaty: a fifth of the citizen's credit",
        ),
        pytest.param(
            Nonresident(CreditBy.TREATY, Decimal(1), Decimal(1)), date(1995, 6, 1), 192_800, id="treaty: all here"
        ),
        pytest.param(
            Nonresident(CreditBy.POSSESSION, Decimal(1), Decimal(2)), date(1995, 6, 1), 23_400, id="possession: half"
        ),
        pytest.param(
            Nonresident(CreditBy.POSSESSION, Decimal(1), Decimal(10)), date(1995, 6, 1), 13_000, id="possession: least"
        ),
    ],
)
def test_the_unified_credit_depends_on_status_and_year(who: Nonresident | None, died: date, expected: int) -> None:
    assert unified_credit(Estate(died, Decimal(0), nonresident=who)).value == expected


def test_how_a_credit_was_reached_is_shown_where_it_is_not_that_of_the_table() -> None:
    treaty = Nonresident(CreditBy.TREATY, Decimal(0), Decimal(1))
    texts = [
        [step.text for step in estate_tax(estate).steps]
        for estate in (
            Estate(date(2026, 1, 1), Decimal(1)),
            Estate(date(2026, 1, 1), Decimal(1), spousal_unused_exclusion=Decimal(1)),
            Estate(date(2026, 1, 1), Decimal(1), nonresident=Nonresident()),
            Estate(date(2026, 1, 1), Decimal(1), nonresident=treaty),
        )
    ]

    assert [len(steps) for steps in texts] == [6, 9, 7, 7]
    assert "Plus a former spouse's unused exclusion" in texts[1]
    assert "Unified credit of a nonresident not a citizen" in texts[2]
    assert unified_credit(Estate(date(2026, 1, 1), Decimal(1), nonresident=treaty)).value == 0


def test_a_former_spouses_unused_exclusion_is_added_from_2011() -> None:
    unused = Decimal(5_000_000)

    assert unified_credit(Estate(date(2026, 1, 1), Decimal(0), spousal_unused_exclusion=unused)).value == 7_945_800
    assert net(Estate(date(2026, 1, 1), Decimal(20_000_000), spousal_unused_exclusion=unused)) == 0
    unified_credit(Estate(date(2011, 1, 1), Decimal(0), spousal_unused_exclusion=unused))
    with pytest.raises(OutOfRange, match="unused exclusion"):
        unified_credit(Estate(date(2010, 12, 31), Decimal(0), spousal_unused_exclusion=unused))
