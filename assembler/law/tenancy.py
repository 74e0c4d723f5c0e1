"""Gift tax on creating and on ending a joint tenancy between spouses, where the donee is not a citizen."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO, cents, plain, stated

REAL = "26 USC 2523(i)(3); 26 CFR 25.2523(i)-2(b)(1)"
PERSONAL = "26 CFR 25.2523(i)-2(c)(1)"
ACTUARIAL = "26 CFR 25.2523(i)-2(c)(2)"
GENERAL = "26 USC 2511; 26 CFR 25.2511-1(h)(1), (h)(5)"
FORMER = "26 USC 2515, as in force before 1982"
ENDED = "26 CFR 25.2523(i)-2(b)(2)(i)"
ENDED_WITH_GIFT = "26 CFR 25.2523(i)-2(b)(2)(ii)"

FIRST_TENANCY = date(1955, 1, 1)
"""The rules reach tenancies created from this day. 26 CFR 25.2523(i)-2(b)(2)(i), (ii)."""

FIRST_AFTER_2515 = date(1982, 1, 1)
"""From this day to July 13, 1988 creation was a gift by general principles. 26 CFR 25.2523(i)-2(b)(2)(ii)."""

FIRST_NO_GIFT = date(1988, 7, 14)
"""From this day creating a tenancy in real property is no gift. 26 CFR 25.2523(i)-2(b)(1)."""

HALF = Decimal("0.5")
"""Each spouse's retained interest, as a part of the value. 26 CFR 25.2523(i)-2(c)(1), 25.2511-1(h)(5)."""


@dataclass(frozen=True)
class Tenancy:
    """A joint tenancy with survivorship, or by the entirety, with the consideration each spouse furnished, in dollars.

    The donor is the spouse whose gift is asked about; the donee is not a citizen. Consideration includes what was paid
    for improvements and on the debt. ``gift_on_creation`` is what was treated as the donor's gift then, under section
    2511 (created from 1982 to July 13, 1988) or by an election under section 2515(c) (created before 1982).

    26 CFR 25.2523(i)-2(b), (c).
    """

    is_real_property: bool
    created: date
    by_donor: Decimal
    by_donee: Decimal
    gift_on_creation: Decimal = ZERO


def creation_gift(tenancy: Tenancy, *, needs_actuary: bool = False, was_elected: bool = False) -> Figure:
    """Compute the gift on creating a tenancy, or on adding to it, in dollars.

    Real property: none from July 14, 1988; before that, from 1982, what the donor furnished above one-half of the
    value. Personal property from July 14, 1988: the same excess over one-half. A joint bank account is no tenancy
    here until the donee draws on it. Raises OutOfRange for other dates, for an interest that only life expectancy can
    value (``needs_actuary``), and for a creation that an election made a gift (``was_elected``).

    26 CFR 25.2523(i)-2(a), (b)(1), (c).
    """
    _check(tenancy)
    if not tenancy.is_real_property:
        return _personal(tenancy, needs_actuary=needs_actuary)
    if tenancy.created >= FIRST_NO_GIFT:
        step = Step("Joint tenancy in real property: its creation is not deemed a transfer", ZERO, REAL)
        return Figure("gift on creating the tenancy", ZERO, "dollars", (step,), (REAL,))
    if tenancy.created >= FIRST_AFTER_2515:
        return _half(tenancy, GENERAL)
    if was_elected:
        raise OutOfRange(
            "the donor elected to treat the creation of the tenancy as a gift",
            "state the gift as the return then filed reported it",
            "26 USC 2515(c), as in force before 1982",
        )
    step = Step("No election under section 2515(c): the creation was not a gift", ZERO, FORMER)
    return Figure("gift on creating the tenancy", ZERO, "dollars", (step,), (FORMER,))


def termination_gift(
    tenancy: Tenancy, ended: date, proceeds: Decimal, received: Decimal, *, is_by_death: bool = False
) -> Figure:
    """Compute the donor's gift on ending a tenancy in real property otherwise than by death, in dollars.

    It is the donor's share of the consideration times the proceeds, less the proceeds ``received`` by the donor, and
    never below zero. What was a gift on creation counts as furnished by the donee. Raises OutOfRange for a tenancy that
    ended before July 14, 1988, for personal property, and for one to which no consideration was furnished.

    26 CFR 25.2523(i)-2(b)(2), (b)(4).
    """
    _check(tenancy)
    _check_end(tenancy, ended, proceeds, received)
    law = ENDED_WITH_GIFT if tenancy.gift_on_creation else ENDED
    if is_by_death:
        step = Step("The tenancy ended by the death of a spouse: no gift", ZERO, law)
        return Figure("gift on ending the tenancy", ZERO, "dollars", (step,), (law,))
    donor, whole = tenancy.by_donor - tenancy.gift_on_creation, tenancy.by_donor + tenancy.by_donee
    attributable = proceeds * donor / whole
    gift = plain(cents(max(attributable - received, ZERO)))
    steps = (
        *_furnished(tenancy, donor, law),
        Step(
            f"Proceeds attributable to the donor: ${plain(donor):,} ÷ ${plain(whole):,} × ${plain(proceeds):,}",
            plain(cents(attributable)),
            law,
        ),
        Step("Less: proceeds received by the donor", plain(received), law),
        Step("Gift by the donor to the donee", gift, law),
    )
    return Figure("gift on ending the tenancy", gift, "dollars", steps, (law,))


def _furnished(tenancy: Tenancy, donor: Decimal, law: str) -> tuple[Step, ...]:
    steps = [Step("Consideration furnished by the donor", plain(tenancy.by_donor), law)]
    if tenancy.gift_on_creation:
        steps.append(Step("Less: gift on creation, treated as the donee's", plain(tenancy.gift_on_creation), law))
        steps.append(Step("Consideration deemed furnished by the donor", plain(donor), law))
    total = tenancy.by_donor + tenancy.by_donee
    return (*steps, Step("Total consideration furnished by both spouses", plain(total), law))


def _personal(tenancy: Tenancy, *, needs_actuary: bool) -> Figure:
    if tenancy.created < FIRST_NO_GIFT:
        raise OutOfRange(
            f"a joint interest in personal property was created on {tenancy.created}",
            "apply the law in force then; the rule begins on July 14, 1988",
            PERSONAL,
        )
    if needs_actuary:
        raise OutOfRange(
            "the interest cannot be valued without the life expectancy of a spouse",
            "value the gift actuarially; one-half is not presumed",
            ACTUARIAL,
        )
    return _half(tenancy, PERSONAL)


def _half(tenancy: Tenancy, law: str) -> Figure:
    value = tenancy.by_donor + tenancy.by_donee
    gift = plain(max(tenancy.by_donor - HALF * value, ZERO))
    steps = (
        Step("Furnished by the donor", plain(tenancy.by_donor), law),
        Step(f"Less: interest retained by the donor, one-half of ${plain(value):,}", plain(HALF * value), law),
        Step("Gift by the donor to the donee", gift, law),
    )
    return Figure("gift on creating the tenancy", gift, "dollars", steps, (law,))


def _check(tenancy: Tenancy) -> None:
    stated("the donor's consideration", tenancy.by_donor, ENDED)
    stated("the donee's consideration", tenancy.by_donee, ENDED)
    stated("the gift on creation", tenancy.gift_on_creation, ENDED_WITH_GIFT)
    if tenancy.created < FIRST_TENANCY:
        raise OutOfRange(
            f"the tenancy was created on {tenancy.created}", "apply the law of tenancies created before 1955", ENDED
        )
    if tenancy.gift_on_creation > tenancy.by_donor:
        raise OutOfRange(
            f"a gift of {tenancy.gift_on_creation} out of {tenancy.by_donor} furnished",
            "state as a gift no more than the donor furnished",
            ENDED_WITH_GIFT,
        )
    if tenancy.gift_on_creation and tenancy.is_real_property and tenancy.created >= FIRST_NO_GIFT:
        raise OutOfRange(
            f"creating a tenancy in real property on {tenancy.created} was no gift, nor could it be elected to be one",
            "leave the gift on creation out",
            "26 CFR 25.2523(i)-2(a), (b)(1), (b)(3)(ii)",
        )


def _check_end(tenancy: Tenancy, ended: date, proceeds: Decimal, received: Decimal) -> None:
    stated("the proceeds", proceeds, ENDED)
    stated("the proceeds received by the donor", received, ENDED)
    if not tenancy.is_real_property:
        raise OutOfRange("personal property", "apply the general rules of section 2511 to its division", "26 USC 2511")
    if ended < max(FIRST_NO_GIFT, tenancy.created):
        raise OutOfRange(
            f"a tenancy created on {tenancy.created} and ended on {ended}",
            "state an end after the creation, from July 14, 1988 on",
            ENDED,
        )
    if received > proceeds or not tenancy.by_donor + tenancy.by_donee:
        raise OutOfRange(
            f"{received} received of {proceeds}, and {tenancy.by_donor + tenancy.by_donee} furnished",
            "state what both spouses furnished, and what the donor received of all the proceeds",
            ENDED,
        )
