"""Whether a marital deduction needs a qualified domestic trust at all."""

from datetime import date

from assembler.terms import every, opposite, some

EFFECTIVE_AFTER = date(1988, 11, 10)
"""The rules reach estates of decedents dying after this day. 26 CFR 20.2056A-1(a)."""


def rules_apply(died: date) -> bool:
    """Tell whether the decedent died after November 10, 1988; a death on that day is not after it.

    26 CFR 20.2056A-1(a).
    """
    return died > EFFECTIVE_AFTER


def return_made(filed: date, due: date) -> date:
    """Return the day on which the return counts as made, ``due`` including extensions.

    A return filed early counts as filed on the last day for filing it; a late one when it was.

    26 CFR 20.2056A-1(b).
    """
    return max(filed, due)


def citizen_before_return(became: date | None, due: date | None, filed: date | None) -> bool | None:
    """Tell whether the spouse became a citizen before the day on which the return is made.

    Naturalized on that day is not before it. ``became`` of None is no naturalization. While the
    return is not filed, a day before the due date is early enough and any other is unknown.

    26 USC 2056(d)(4)(A); 26 CFR 20.2056A-1(b).
    """
    if became is None:
        return False
    if due is None:
        return None
    if filed is None:
        return True if became < due else None
    return became < return_made(filed, due)


def treated_as_citizen(is_before_return: bool | None, is_resident_throughout: bool | None) -> bool | None:
    """Tell whether a naturalized spouse is treated as a citizen at the decedent's death.

    Residence is that of chapter 11, domicile, at all times from the death to naturalization.

    26 USC 2056(d)(4); 26 CFR 20.2056A-1(b).
    """
    return every((is_before_return, is_resident_throughout))


def treaty_is_open(is_nonresident_noncitizen: bool | None, resides_in_treaty_country: bool | None) -> bool | None:
    """Tell whether the estate may choose a treaty's marital relief instead of the QDOT deduction.

    One or the other, never both, not even for the property that the treaty does not cover.

    26 CFR 20.2056A-1(c).
    """
    return every((is_nonresident_noncitizen, resides_in_treaty_country))


def needs_trust(
    applies: bool | None,
    is_sought: bool | None,
    is_citizen: bool | None,
    is_treated_as_citizen: bool | None,
    is_treaty_claimed: bool | None,
) -> bool | None:
    """Tell whether the deduction needs a qualified domestic trust, or for an annuity an agreement in its place.

    Residence of the spouse changes nothing.

    26 USC 2056(d)(1), (2), (4); 26 CFR 20.2056A-1(a), (c), 20.2056A-2(b)(3).
    """
    excused = some((is_citizen, is_treated_as_citizen, is_treaty_claimed))
    return every((applies, is_sought, opposite(excused)))
