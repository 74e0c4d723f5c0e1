"""When a QDOT owes the yearly statement on its assets."""

from assembler.law.kleene import every, opposite, some


def land_is_reported(holds_land_abroad: bool | None, is_secured: bool | None) -> bool | None:
    """Tell whether land abroad, held directly or looked through to, calls for the statement.

    Any land does, unless a bank is trustee, or a bond, a letter of credit or an alternate plan secures the tax.

    26 CFR 20.2056A-2(d)(3)(i)(A), (C).
    """
    return every((holds_land_abroad, opposite(is_secured)))


def residence_is_reported(is_excluded: bool | None, is_sold_or_ceased: bool | None) -> bool | None:
    """Tell whether a residence left out under the exclusion, and sold or no longer used, calls for the statement.

    It does even where a bank is trustee or the tax is secured.

    26 CFR 20.2056A-2(d)(3)(i)(B), (d)(1)(iv)(F).
    """
    return every((is_excluded, is_sold_or_ceased))


def is_due(*criteria: bool | None) -> bool | None:
    """Tell whether any one of the criteria is met. 26 CFR 20.2056A-2(d)(3)(i)."""
    return some(criteria)
