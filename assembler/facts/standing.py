"""How each named trustee stands: whether it qualifies, as what, and why or why not."""

from dataclasses import dataclass

from assembler.casefile.shape import Spouse, Trustee, TrusteeKind
from assembler.law import trustee as law
from assembler.terms import every, some

CORPORATE = "26 CFR 20.2056A-2(c)"
INDIVIDUAL = "26 CFR 20.2056A-2(d)(2)"
BRANCH = "26 CFR 20.2056A-2(d)(1)(i)(A)"
ANTI_ABUSE = "26 CFR 20.2056A-2(d)(1)(v)"


@dataclass(frozen=True)
class Standing:
    """One trustee: ``qualifies`` as a U.S. Trustee or not, ``because``, and what else it is."""

    where: str
    name: str
    is_named_us_trustee: bool | None
    is_individual: bool | None
    is_corporate: bool | None
    is_bank: bool | None
    is_branch: bool | None
    is_spouse: bool | None
    qualifies: bool | None
    because: str
    law: str

    def is_us_trustee(self) -> bool | None:
        """Tell whether it is named a U.S. Trustee and qualifies as one."""
        return every((self.is_named_us_trustee, self.qualifies))


def stand(trustee: Trustee, spouse: Spouse, where: str) -> Standing:
    """Find how one named trustee stands."""
    kind, is_spouse = trustee.kind, same_person(trustee.name, spouse.name)
    qualifies, because, cite = _qualifies(trustee, spouse, is_spouse)
    return Standing(
        where=where,
        name=trustee.name or "a trustee without a name",
        is_named_us_trustee=trustee.is_us_trustee,
        is_individual=None if kind is None else kind is TrusteeKind.INDIVIDUAL,
        is_corporate=None if kind is None else kind in (TrusteeKind.DOMESTIC_CORPORATION, TrusteeKind.BANK),
        is_bank=_is_bank(trustee),
        is_branch=None if kind is None else kind is TrusteeKind.US_BRANCH,
        is_spouse=is_spouse,
        qualifies=qualifies,
        because=because,
        law=cite,
    )


def same_person(one: str | None, other: str | None) -> bool | None:
    """Tell whether two names are the same, spaces and capitals aside; None when one is missing."""
    if one is None or other is None:
        return None
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _is_bank(trustee: Trustee) -> bool | None:
    if trustee.kind in (TrusteeKind.BANK, TrusteeKind.DOMESTIC_CORPORATION):
        # a corporation that nobody calls a bank is none
        unsaid = None if trustee.kind is TrusteeKind.BANK else False
        answer = unsaid if trustee.is_section_581_bank is None else trustee.is_section_581_bank
        return law.is_bank(answer, trustee.organized_under)
    return None if trustee.kind is None else False


def _qualifies(trustee: Trustee, spouse: Spouse, is_spouse: bool | None) -> tuple[bool | None, str, str]:
    match trustee.kind:
        case None:
            return None, "it is not stated what the trustee is", CORPORATE
        case TrusteeKind.INDIVIDUAL:
            return _individual(trustee, spouse, is_spouse)
        case TrusteeKind.US_BRANCH:
            return False, "a branch of a foreign bank is no domestic corporation", BRANCH
        case TrusteeKind.FOREIGN_CORPORATION:
            return False, "a foreign corporation is no domestic corporation", CORPORATE
        case _:
            return _corporation(trustee)


def _individual(trustee: Trustee, spouse: Spouse, is_spouse: bool | None) -> tuple[bool | None, str, str]:
    is_citizen = trustee.is_us_citizen
    if is_spouse and spouse.became_citizen is None:
        is_citizen = every((is_citizen, spouse.is_us_citizen))
    home = trustee.tax_home_in_us
    if home is None and trustee.tax_home is not None:
        home = law.tax_home_is_domestic(trustee.tax_home)
    value = law.individual_qualifies(is_citizen, home)
    if is_citizen is False:
        return value, "an individual U.S. Trustee must be a citizen of the United States", "26 USC 2056A(a)(1)(A)"
    if home is False:
        return value, "the individual's tax home is outside the United States", INDIVIDUAL
    if value is None:
        return value, "the individual's citizenship and a tax home in the United States are not both known", INDIVIDUAL
    return value, "the individual is a citizen with a tax home in the United States", INDIVIDUAL


def _corporation(trustee: Trustee) -> tuple[bool | None, str, str]:
    thin, organized = trustee.is_thinly_capitalized_family_company, trustee.organized_under
    if trustee.kind is TrusteeKind.BANK:
        value = law.bank_qualifies(trustee.is_section_581_bank, organized, thin)
    else:
        value = law.corporation_qualifies(organized, thin)
    if thin:
        return value, "it is a company of insubstantial capital set up by the spouse or the spouse's family", ANTI_ABUSE
    if value is False:
        return value, f"it is organized under the law of {organized}, not of the United States or a State", CORPORATE
    if value is None:
        return value, "it is not stated under whose law the bank is organized", CORPORATE
    return value, "it is a domestic corporation", CORPORATE


def us_trustee_among(standings: tuple[Standing, ...] | None) -> bool | None:
    """Tell whether a qualified U.S. Trustee is named; None when it cannot be told."""
    return None if standings is None else some(standing.is_us_trustee() for standing in standings)
