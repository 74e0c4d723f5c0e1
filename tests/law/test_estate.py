from datetime import date
from decimal import Decimal

import pytest

from assembler.law.estate import CreditBy, Estate, ForeignTax, Nonresident
from assembler.law.figure import OutOfRange


def test_a_nonresident_who_died_by_november_10_1988_had_other_rates() -> None:
    with pytest.raises(OutOfRange, match="other rates"):
        Estate(date(1988, 11, 10), Decimal(1), nonresident=Nonresident())
    Estate(date(1988, 11, 11), Decimal(1), nonresident=Nonresident())


@pytest.mark.parametrize(
    "who",
    [
        Nonresident(CreditBy.TREATY),
        Nonresident(CreditBy.TREATY, Decimal(2), Decimal(1)),
        Nonresident(CreditBy.POSSESSION, Decimal(-1), Decimal(1)),
    ],
)
def test_a_proportion_needs_both_gross_estates(who: Nonresident) -> None:
    with pytest.raises(OutOfRange, match="gross estate"):
        Estate(date(1995, 6, 1), Decimal(1), nonresident=who)


def test_a_nonresident_states_state_and_foreign_credits_as_other_credits() -> None:
    foreign = (ForeignTax("Portugal", Decimal(1), Decimal(1)),)

    with pytest.raises(OutOfRange, match="is a share"):
        Estate(date(1995, 6, 1), Decimal(1), nonresident=Nonresident(), state_tax_paid=Decimal(1))
    with pytest.raises(OutOfRange, match="foreign"):
        Estate(date(1995, 6, 1), Decimal(1), nonresident=Nonresident(), foreign=foreign)
    with pytest.raises(OutOfRange, match="unused"):
        Estate(date(2015, 6, 1), Decimal(1), nonresident=Nonresident(), spousal_unused_exclusion=Decimal(1))
