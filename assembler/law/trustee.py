"""Who may be the U.S. Trustee, and what a bank or a branch of a foreign bank adds."""

from collections.abc import Iterable

from assembler.terms import UNITED_STATES, every, is_domestic_law, some, state_named


def individual_qualifies(is_citizen: bool | None, tax_home_in_us: bool | None) -> bool | None:
    """Tell whether an individual is a U.S. Trustee: a citizen whose tax home is in the United States.

    Permanent residence is not citizenship; a citizen whose tax home is abroad fails. The rule holds
    for small trusts as for large ones.

    26 USC 2056A(a)(1)(A); 26 CFR 20.2056A-2(d)(2).
    """
    return every((is_citizen, tax_home_in_us))


def tax_home_is_domestic(place: str) -> bool | None:
    """Tell whether ``place`` names a tax home in a State or the District.

    A city followed by a State, or a State alone, is in the United States. Georgia, which is also a
    country, and every other place cannot be told from the words alone, and are unknown.

    26 CFR 20.2056A-2(d)(2).
    """
    if is_domestic_law(place):
        return None if state_named(place) == "Georgia" else True
    *city, last = (part.strip() for part in place.split(","))
    if last.casefold() in UNITED_STATES:
        return True
    state = state_named(last) if city else None
    return True if state is not None and (state != "Georgia" or last == "GA") else None


def corporation_qualifies(organized_under: str | None, is_thin_family_company: bool | None = None) -> bool:
    """Tell whether a corporation said to be domestic is a U.S. Trustee.

    It is created or organized under the laws of the United States, a State or the District of
    Columbia; a law that is stated overrides what is said. A company of insubstantial capital set up
    by the spouse or the spouse's family never serves; that nobody has said so is no suspicion.

    26 CFR 20.2056A-2(c), (d)(1)(v).
    """
    if is_thin_family_company:
        return False
    return organized_under is None or is_domestic_law(organized_under)


def is_bank(answer: bool | None, organized_under: str | None) -> bool | None:
    """Tell whether a trustee is a bank as section 581 defines it: supervised, and incorporated here.

    A domestic subsidiary of a foreign bank may be one; a branch of a foreign bank never is.

    26 USC 581; 26 CFR 20.2056A-2(d)(1)(i)(A).
    """
    return every((answer, organized_under is None or is_domestic_law(organized_under)))


def bank_qualifies(
    is_section_581: bool | None, organized_under: str | None, is_thin_family_company: bool | None = None
) -> bool | None:
    """Tell whether a bank is a U.S. Trustee: every section 581 bank is a domestic corporation.

    One that is not a section 581 bank may still be a domestic corporation, by where it is organized.

    26 CFR 20.2056A-2(c), (d)(1)(i)(A).
    """
    if is_thin_family_company:
        return False
    if organized_under is not None:
        return is_domestic_law(organized_under)
    return True if is_section_581 else None


def branch_trustee_is_met(has_branch: bool | None, us_trustees_beside_it: Iterable[bool | None]) -> bool | None:
    """Tell whether a U.S. branch of a foreign bank serves with a U.S. Trustee beside it.

    The branch is never itself the U.S. Trustee, and one must act with it for the entire term.

    26 CFR 20.2056A-2(d)(1)(i)(A).
    """
    return every((has_branch, some(us_trustees_beside_it)))
