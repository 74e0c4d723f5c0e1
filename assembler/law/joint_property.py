"""How much of property held jointly by the spouses is included in the decedent's gross estate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import PERCENT, ZERO, cents, plain, stated

GENERAL = "26 USC 2040(a), 2056(d)(1)(B); 26 CFR 20.2056A-8(a)(1), 20.2040-1(a)(2)"
GIFT = "26 CFR 20.2056A-8(a)(2)"
CITIZEN = "26 USC 2040(b), 2056(d)(4); 26 CFR 20.2056A-8(b)"
TRANSFER = "26 CFR 20.2056A-8(a)(3), 20.2056A-4(b)(3)"

FIRST_WITHOUT_GIFT = date(1988, 7, 14)
"""What the decedent furnished before this day may count as the spouse's. 26 CFR 20.2056A-8(a)(2)."""

HALF = Decimal("0.5")

SHARE = Decimal("0.000001")
SHARE_ROUNDING = ROUND_FLOOR
"""A share is shown to six places, cut down, so that a deed that states it never carries more than is included; dollars
are computed from the consideration itself."""


@dataclass(frozen=True)
class Consideration:
    """Consideration furnished for joint property, in dollars, by the decedent or by the surviving spouse.

    ``gift`` is the part that was treated as a gift to the surviving spouse when furnished, by section 2511 or by an
    election under section 2515, the decedent being taken for a citizen.

    26 CFR 20.2056A-8(a)(2).
    """

    by_decedent: bool
    amount: Decimal
    furnished: date
    gift: Decimal = ZERO


@dataclass(frozen=True)
class _Furnished:
    """What counts for each spouse, in dollars, and how it was reached."""

    decedent: Decimal
    spouse: Decimal
    steps: tuple[Step, ...]


def included_value(value: Decimal, consideration: Sequence[Consideration] = ()) -> Figure:
    """Compute the value included in the gross estate when the surviving spouse is not a citizen, in dollars.

    Without facts that the executor submits, all of it. Raises OutOfRange for a gift larger than what was furnished.

    26 USC 2040(a); 26 CFR 20.2056A-8(a)(1), (2).
    """
    stated("the value of the joint property", value, GENERAL)
    counted = _count(consideration)
    whole = counted.decedent + counted.spouse
    if not whole:
        amount = plain(value)
        step = Step("No consideration of the surviving spouse shown: the entire value is included", amount, GENERAL)
        return Figure("joint property included in the gross estate", amount, "dollars", (step,), (GENERAL,))
    amount = plain(cents(value * counted.decedent / whole))
    text = f"${plain(value):,} × ${plain(counted.decedent):,} ÷ ${plain(whole):,}"
    steps = (*counted.steps, Step(text, amount, GENERAL))
    return Figure("joint property included in the gross estate", amount, "dollars", steps, (GENERAL, GIFT))


def included_share(consideration: Sequence[Consideration] = ()) -> Figure:
    """Compute the share included in the gross estate, as a fraction to six places; one without facts submitted.

    26 CFR 20.2056A-8(a)(1), (2), (c).
    """
    counted = _count(consideration)
    whole = counted.decedent + counted.spouse
    if not whole:
        return _fraction(Decimal(1), (), "No consideration of the surviving spouse shown", (GENERAL,))
    text = f"${plain(counted.decedent):,} ÷ ${plain(whole):,}"
    return _fraction(counted.decedent / whole, counted.steps, text, (GENERAL, GIFT))


def share_is_exact(consideration: Sequence[Consideration] = ()) -> bool:
    """Tell whether the included share comes out even in six places; otherwise it is rounded down, never up.

    26 CFR 20.2056A-8(a)(1), (3).
    """
    counted = _count(consideration)
    whole = counted.decedent + counted.spouse
    return not whole or included_share(consideration).number * whole == counted.decedent


def included_share_of_citizen() -> Figure:
    """Return one-half: the rule for spouses returns where the survivor becomes a citizen in time.

    26 USC 2040(b), 2056(d)(4); 26 CFR 20.2056A-8(b).
    """
    return _fraction(HALF, (), "Joint interest of spouses, the survivor being treated as a citizen", (CITIZEN,))


def transferable_value(value: Decimal, included: Decimal) -> Figure:
    """Compute how much of a jointly held asset the spouse may transfer to the QDOT: only what is included, in dollars.

    Raises OutOfRange where more is included than there is.

    26 CFR 20.2056A-8(a)(3), 20.2056A-4(b)(3), 20.2056A-4(d), Example 3.
    """
    stated("the value of the asset", value, TRANSFER)
    stated("the value included", included, TRANSFER)
    if included > value:
        raise OutOfRange(
            f"{included} is included of an asset worth {value}", "state the part that is included", TRANSFER
        )
    percent = (included / value / PERCENT).quantize(SHARE, rounding=SHARE_ROUNDING) if value else ZERO
    steps = (
        Step("Value included in the gross estate", plain(included), TRANSFER),
        Step("Percent of the asset that may be transferred", percent, TRANSFER, "percent"),
        Step("Value that may be transferred to the QDOT", plain(included), TRANSFER),
    )
    return Figure("transferable value", plain(included), "dollars", steps, (TRANSFER,))


def _fraction(share: Decimal, before: tuple[Step, ...], text: str, law: tuple[str, ...]) -> Figure:
    shown = share.quantize(SHARE, rounding=SHARE_ROUNDING).normalize()
    text = text if shown == share else f"{text}, rounded down"
    steps = (*before, Step(text, shown, law[0], "fraction"))
    return Figure("share included in the gross estate", shown, "fraction", steps, law)


def _count(consideration: Sequence[Consideration]) -> _Furnished:
    steps: list[Step] = []
    decedent = spouse = ZERO
    for item in consideration:
        _check(item)
        moved = item.gift if item.by_decedent and item.furnished < FIRST_WITHOUT_GIFT else ZERO
        who = "the decedent" if item.by_decedent else "the surviving spouse"
        steps.append(Step(f"Furnished by {who} on {item.furnished}", plain(item.amount), GENERAL))
        if item.gift:
            steps.append(_gift_step(item, moved))
        decedent += item.amount - moved if item.by_decedent else ZERO
        spouse += moved if item.by_decedent else item.amount
    totals = (
        Step("Consideration furnished by the decedent", plain(decedent), GENERAL),
        Step("Consideration furnished by the surviving spouse", plain(spouse), GENERAL),
    )
    return _Furnished(decedent, spouse, (*steps, *totals))


def _gift_step(item: Consideration, moved: Decimal) -> Step:
    if moved:
        return Step("Of that, treated as a gift, and so as furnished by the surviving spouse", plain(moved), GIFT)
    why = "made by the survivor" if not item.by_decedent else "made on or after July 14, 1988"
    return Step(f"A gift {why} does not change who furnished it; counted as the donee's", ZERO, GIFT)


def _check(item: Consideration) -> None:
    stated("the consideration furnished", item.amount, GENERAL)
    stated("the part treated as a gift", item.gift, GIFT)
    if item.gift > item.amount:
        raise OutOfRange(
            f"a gift of {item.gift} out of {item.amount} furnished",
            "state as a gift no more than was furnished",
            GIFT,
        )
