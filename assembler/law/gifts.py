"""Lifetime gifts to a spouse who is not a citizen: no marital deduction, and a larger annual exclusion."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO, plain, stated
from assembler.law.tables import annual_gift_exclusion, spouse_gift_exclusion

GIFTS = "26 CFR 25.2503-2(f)(1), 25.2523(i)-1(c)(1)"
FORM = "26 CFR 25.2503-2(f)(2), 25.2523(i)-1(c)(1)"
ANNUITY = "26 USC 2523(f)(6); 26 CFR 25.2523(i)-1(b)"
CITIZEN = "26 USC 2523(a); 26 CFR 25.2523(i)-1(a)"

LAST_IN_ANY_FORM = date(1989, 6, 29)
"""Gifts after this day take the larger exclusion only in a form that would qualify. 26 CFR 25.2503-2(f)(2)."""


@dataclass(frozen=True)
class Gift:
    """A gift to the donor's spouse, in dollars; the donor's own citizenship and residence make no difference.

    ``present_interest`` is the value of the part that the spouse may enjoy now: all of an outright gift, the income
    interest of a trust. ``would_qualify`` is true where the form would qualify for the marital deduction if the spouse
    were a citizen, without a qualified terminable interest election, which is not open. ``is_citizen`` is the spouse's
    citizenship on the day of the gift; a later one changes nothing.

    26 CFR 25.2523(i)-1(a), (b), (c)(2), (d).
    """

    given: date
    value: Decimal
    present_interest: Decimal
    would_qualify: bool
    is_survivor_annuity: bool = False
    is_citizen: bool = False


def included_gifts(gifts: Sequence[Gift]) -> Figure:
    """Compute the gifts of one calendar year to the spouse that are included in the donor's gifts, in dollars.

    The exclusion falls on the earliest gifts first. Raises OutOfRange for gifts of several years, a gift before July
    14, 1988, and a year not in the tables.

    26 CFR 25.2503-2(f), 25.2523(i)-1.
    """
    _check(gifts)
    steps: list[Step] = []
    used = total = ZERO
    for gift in sorted(gifts, key=lambda gift: gift.given):
        steps.append(Step(f"Gift to the spouse on {gift.given}", plain(gift.value), GIFTS))
        deduction = _deduction(gift)
        if deduction is not None:
            steps.append(deduction)
            continue
        excluded = min(gift.present_interest, max(_limit(gift) - used, ZERO))
        used += excluded
        total += gift.value - excluded
        steps.append(_exclusion_step(gift, excluded))
        steps.append(Step("Included amount of the gift", plain(gift.value - excluded), GIFTS))
    steps.append(Step("Included gifts of the year", plain(total), GIFTS))
    return Figure("gifts to the spouse included for the year", plain(total), "dollars", tuple(steps), (GIFTS, FORM))


def takes_larger_exclusion(gift: Gift) -> bool:
    """Tell whether a gift takes the larger exclusion: by its form, or because it was made before June 30, 1989.

    26 CFR 25.2503-2(f)(2).
    """
    return gift.would_qualify or gift.given <= LAST_IN_ANY_FORM


def _limit(gift: Gift) -> Decimal:
    larger = spouse_gift_exclusion(gift.given)
    return larger if takes_larger_exclusion(gift) else annual_gift_exclusion(gift.given.year)


def _deduction(gift: Gift) -> Step | None:
    if gift.is_survivor_annuity:
        return Step("Less: marital deduction, joint and survivor annuity", plain(gift.value), ANNUITY)
    if gift.is_citizen and gift.would_qualify:
        return Step("Less: marital deduction, the spouse being a citizen at the gift", plain(gift.value), CITIZEN)
    return None


def _exclusion_step(gift: Gift, excluded: Decimal) -> Step:
    if takes_larger_exclusion(gift):
        text = f"Less: annual exclusion, up to ${_limit(gift):,} for a spouse who is not a citizen"
        return Step(text, plain(excluded), GIFTS)
    text = f"Less: annual exclusion, up to ${_limit(gift):,}; the form would not qualify for the marital deduction"
    return Step(text, plain(excluded), FORM)


def _check(gifts: Sequence[Gift]) -> None:
    if len({gift.given.year for gift in gifts}) > 1:
        raise OutOfRange("gifts of several years", "compute each calendar year by itself", GIFTS)
    for gift in gifts:
        stated("the value of the gift", gift.value, GIFTS)
        stated("the present interest", gift.present_interest, GIFTS)
        if gift.present_interest > gift.value:
            raise OutOfRange(
                f"a present interest of {gift.present_interest} in a gift of {gift.value}",
                "state as the present interest no more than was given",
                GIFTS,
            )
        if gift.is_citizen and not gift.would_qualify:
            raise OutOfRange(
                "a gift to a citizen spouse in a form that does not qualify takes no rule of a noncitizen spouse",
                "compute it with the donor's other gifts, under the ordinary exclusion",
                CITIZEN,
            )
        spouse_gift_exclusion(gift.given)
