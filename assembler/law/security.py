"""How a large trust secures the tax: which arrangements, how much, and until when to adjust it."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from assembler.law.figure import Figure, Step
from assembler.law.money import CENT, percent_up
from assembler.law.residence import EXCLUSION_CAP
from assembler.law.threshold import is_large
from assembler.terms import every, opposite

SECURED_SHARE = Decimal("0.65")
"""A bond or letter of credit is for this part of the trust's assets. 26 CFR 20.2056A-2(d)(1)(i)(B), (C)."""

DAYS_TO_ADJUST = 60
"""The most a reasonable period runs after a final determination. 26 CFR 20.2056A-2(d)(1)(i)(B), (C), (ii)."""

UNDERVALUED_TIMES = 2
"""A reported value whose double is no more than the final value is 50 percent or less of it.

26 CFR 20.2056A-2(d)(1)(i)(D).
"""

ARRANGEMENTS = ("bank-trustee", "bond", "letter-of-credit")
"""Paragraphs (A), (B) and (C). 26 CFR 20.2056A-2(d)(1)(i)."""

_AMOUNT = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"
_UNDERVALUED = "26 CFR 20.2056A-2(d)(1)(i)(D)(1)"
_EXCUSED = "26 CFR 20.2056A-2(d)(1)(i)(D)(2)"
_EXCLUSION = "26 CFR 20.2056A-2(d)(1)(iv)(B)"


def required_amount(
    assets: Decimal, excluded: Decimal = Decimal(0), *, is_final: bool = False, limb: str = "(B), (C)"
) -> Figure:
    """Compute the amount of a bond or letter of credit for one trust, in dollars, rounded up to the cent.

    ``assets`` is that trust's own value at the date of death or the alternate date, debt not
    subtracted, never today's; ``is_final`` when it has been finally determined. ``excluded`` is its
    part of the residence exclusion elected for this purpose, which is not the election for the
    $2,000,000 test. ``limb`` is the paragraph that asks for it: (B) of a bond, (C) of a letter of credit.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C), (d)(1)(iv)(B).
    """
    asked = f"26 CFR 20.2056A-2(d)(1)(i){limb}"
    counted = min(excluded, EXCLUSION_CAP, assets)
    base = assets - counted
    amount = (SECURED_SHARE * base).quantize(CENT, rounding=ROUND_CEILING)
    valued = "as finally determined" if is_final else "at the date of death or the alternate date"
    steps = [Step(f"assets of the trust {valued}, without reduction for debt", assets, asked)]
    if counted:
        steps.append(Step("less the residence exclusion", counted, _EXCLUSION))
        steps.append(Step("assets to be secured", base, _EXCLUSION))
    steps.append(Step("65 percent of that, rounded up to the cent", amount, asked))
    return Figure("security amount", amount, "dollars", tuple(steps), (asked, _EXCLUSION))


def change_in_security(required: Figure, furnished: Decimal) -> Figure:
    """Compute the change in security once the amount required has changed, in dollars; less is negative.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C).
    """
    change = required.number - furnished
    steps = (
        *required.steps,
        Step("amount furnished at first", furnished, _AMOUNT),
        Step("change in the amount", change, _AMOUNT),
    )
    return Figure("change in security", change, "dollars", steps, required.law)


def last_day_to_adjust(concluded: date) -> date:
    """Return the sixtieth day after the proceeding or action that determined the value finally.

    The same days run for a trust reported at $2,000,000 or less and finally found to be larger. They
    bound a reasonable period and are not extended over a weekend.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C), (d)(1)(ii).
    """
    return concluded + timedelta(days=DAYS_TO_ADJUST)


def is_undervalued(reported: Decimal, final: Decimal) -> bool:
    """Tell whether the value on the return is 50 percent or less of the value finally determined.

    26 CFR 20.2056A-2(d)(1)(i)(D)(1).
    """
    return reported < final and UNDERVALUED_TIMES * reported <= final


def undervaluation_matters(uses_bond_or_letter: bool | None, reported: Decimal, final: Decimal) -> bool | None:
    """Tell whether an undervaluation can cost the deduction.

    It can when a bond or letter of credit was chosen, or when a trust reported as small is large.

    26 CFR 20.2056A-2(d)(1)(i)(D)(1)(i), (ii).
    """
    return True if not is_large(reported) and is_large(final) else uses_bond_or_letter


def deduction_is_lost(
    uses_bond_or_letter: bool | None,
    reported: Decimal,
    final: Decimal,
    has_reasonable_cause: bool | None = None,
    is_in_good_faith: bool | None = None,
) -> bool | None:
    """Tell whether the whole marital deduction is disallowed for undervaluation.

    Reasonable cause and good faith, both, excuse it.

    26 CFR 20.2056A-2(d)(1)(i)(D)(1), (2).
    """
    return every(
        (
            is_undervalued(reported, final),
            undervaluation_matters(uses_bond_or_letter, reported, final),
            opposite(every((has_reasonable_cause, is_in_good_faith))),
        )
    )


def part_reported(reported: Decimal, final: Decimal, is_lost: bool | None) -> Figure:
    """Show what part of the value finally determined was reported, in percent, rounded up to two places.

    ``is_lost`` tells whether the deduction is disallowed, as `deduction_is_lost` does. Of nothing, all was reported.

    26 CFR 20.2056A-2(d)(1)(i)(D)(1), (2).
    """
    part = percent_up(reported, final) if final else Decimal(100)
    is_under = is_undervalued(reported, final)
    compared = f"{'50 percent or less' if is_under else 'more than 50 percent'} was reported"
    steps = [
        Step("value reported on the estate tax return", reported, _UNDERVALUED),
        Step("value finally determined", final, _UNDERVALUED),
        Step(compared, part, _UNDERVALUED, "percent"),
    ]
    if is_under:
        effect = {True: "disallowed", False: "kept", None: "not decided by the answers"}[is_lost]
        steps.append(Step("the marital deduction", effect, _EXCUSED))
    return Figure("part of the final value that was reported", part, "percent", tuple(steps), (_UNDERVALUED, _EXCUSED))


def permitted(listed: Collection[str] | None, is_by_reference: bool | None) -> frozenset[str] | None:
    """Return the arrangements that the instrument permits, or None when it cannot be told.

    A list may hold one, two or all three. An instrument that says the trust must be administered
    in compliance with (A), (B) or (C), and lists none, permits all three. An empty list permits none.

    26 CFR 20.2056A-2(d)(1)(i).
    """
    if listed:
        return frozenset(listed)
    if is_by_reference:
        return frozenset(ARRANGEMENTS)
    return None if listed is None else frozenset()


def exactly_one(operative: Sequence[str]) -> bool:
    """Tell whether exactly one arrangement is operative: at any given time one must be.

    26 CFR 20.2056A-2(d)(1)(i).
    """
    return len(set(operative)) == 1
