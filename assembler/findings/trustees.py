"""Who the trustees are, and whether the law's own offices among them are filled."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assembler.casefile.shape import Spouse, Trustee, TrusteeKind
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.vocabulary import FactName
from assembler.law import trustee as law
from assembler.law.trustee import branch_trustee_is_met
from assembler.problem import Problem
from assembler.terms import every, opposite, some

CORPORATE = "26 CFR 20.2056A-2(c)"
INDIVIDUAL = "26 CFR 20.2056A-2(d)(2)"
BRANCH = "26 CFR 20.2056A-2(d)(1)(i)(A)"
ANTI_ABUSE = "26 CFR 20.2056A-2(d)(1)(v)"
US_TRUSTEE = "26 USC 2056A(a)(1)(A)"


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


Quality = Callable[[Standing], bool | None]


FACTS = (
    FactName("us_branch_trustee", "A named trustee is the United States branch of a foreign bank."),
    FactName("has_individual_us_trustee", "An individual is named as a U.S. Trustee."),
    FactName("has_corporate_us_trustee", "A corporation or bank is named as a U.S. Trustee."),
    FactName("has_bank_trustee", "A bank of section 581 is named as a U.S. Trustee."),
    FactName("has_qualified_us_trustee", "A named U.S. Trustee qualifies as one."),
    FactName("has_several_trustees", "More than one trustee is named to act first."),
    FactName("spouse_is_trustee", "The spouse is a trustee."),
    FactName("has_named_successor", "A successor trustee is named."),
)
_US_TRUSTEES: tuple[tuple[str, Quality, str, str], ...] = (
    ("has_individual_us_trustee", lambda s: s.is_individual, "an individual", INDIVIDUAL),
    ("has_corporate_us_trustee", lambda s: s.is_corporate, "a corporation", CORPORATE),
    ("has_bank_trustee", lambda s: s.is_bank, "a section 581 bank", BRANCH),
)
FIXES = {
    US_TRUSTEE: "name a citizen of the United States, or a domestic corporation.",
    INDIVIDUAL: "name a citizen whose tax home is in the United States.",
    CORPORATE: "name a corporation organized under the law of the United States or of a State, by its name.",
    BRANCH: "name a U.S. Trustee to act beside the branch, and write is_us_trustee: false for the branch.",
    ANTI_ABUSE: "name an independent citizen, or a corporation of substantial capital.",
}


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find who is named to act as trustee of one trust."""
    yield "us_branch_trustee", _named(subject, lambda s: s.is_branch, "the branch of a foreign bank", BRANCH)
    for name, quality, what, cite in _US_TRUSTEES:
        yield name, _named(subject, _as_us_trustee(quality), f"{what} named as a U.S. Trustee", cite)
    qualified = _named(subject, Standing.is_us_trustee, "a U.S. Trustee that qualifies", US_TRUSTEE)
    yield "has_qualified_us_trustee", qualified
    yield "spouse_is_trustee", _named(subject, lambda s: s.is_spouse, "the spouse", US_TRUSTEE)
    trustees, path = subject.trust.trustees, (subject.path("trustees"),)
    if trustees is None:
        yield "has_several_trustees", Finding(None, "the trustees are not stated", (), path)
    else:
        count = len(trustees)
        said = "one trustee is named" if count == 1 else f"{count or 'no'} trustees are named"
        yield "has_several_trustees", Finding(count > 1, said, (), path)
    yield "has_named_successor", _successor(subject)


def _as_us_trustee(quality: Quality) -> Quality:
    return lambda standing: every((standing.is_named_us_trustee, quality(standing)))


def _named(subject: Subject, quality: Quality, what: str, law: str) -> Fact:
    named = standings(subject)
    if named is None:
        return Finding(None, "the trustees are not stated", (law,), (subject.path("trustees"),))
    answers = [(standing, quality(standing)) for standing in named]
    value = some(answer for _, answer in answers)
    deciding = [standing for standing, answer in answers if answer is value]
    if value:
        because = f"{deciding[0].name} is {what}"
    elif value is None:
        because = f"it is not stated whether {deciding[0].name} is {what}"
    else:
        because = f"no trustee named is {what}"
    paths = tuple(standing.where for standing in deciding) if value is not False else (subject.path("trustees"),)
    return Finding(value, because, (law,), paths)


def _successor(subject: Subject) -> Fact:
    successors, path = subject.trust.successors, (subject.path("successors"),)
    if successors is None:
        return Finding(None, "it is not stated whether a successor is named", (), path)
    return Finding(bool(successors), f"{'a' if successors else 'no'} successor trustee is named", (), path)


@conclusion
def standings(trust: Subject) -> tuple[Standing, ...] | None:
    """Find how each trustee of a trust stands; None where none is stated."""
    if trust.trust.trustees is None:
        return None
    paths = (item(trust.path("trustees"), None, place) for place in range(len(trust.trust.trustees)))
    spouse = trust.case.spouse
    return tuple(stand(one, spouse, path) for one, path in zip(trust.trust.trustees, paths, strict=True))


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


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse the trustees of one trust, those named to follow included."""
    named = standings(subject)
    if named is not None:
        found = tuple(_offices(subject, named))
        yield from found
        if not found and us_trustee_among(named) is False:
            fix = "name a citizen with a tax home in the United States, or a domestic corporation; is_us_trustee: true."
            yield Problem(subject.path("trustees"), "no trustee is named as a U.S. Trustee.", fix, US_TRUSTEE)
    for number, successor in enumerate(subject.trust.successors or ()):
        yield from _refused_successor(subject, successor, number)


def _offices(subject: Subject, standings: tuple[Standing, ...]) -> Iterator[Problem]:
    for standing in standings:
        yield from _unqualified(standing)
    if standings and all(standing.is_spouse for standing in standings):
        fix = "name a U.S. Trustee beside the spouse or in the spouse's place."
        yield Problem(subject.path("trustees"), "the spouse is the sole trustee.", fix, US_TRUSTEE)
    has_branch = some(standing.is_branch for standing in standings)
    beside = (standing.is_us_trustee() for standing in standings)
    if has_branch and opposite(branch_trustee_is_met(has_branch, beside)):
        what = "no U.S. Trustee acts beside the United States branch of a foreign bank."
        fix = "name a U.S. Trustee to act with the branch for the entire term of the trust."
        yield Problem(subject.path("trustees"), what, fix, BRANCH)


def _refused_successor(subject: Subject, successor: Trustee, number: int) -> Iterator[Problem]:
    where = item(subject.path("successors"), None, number)
    yield from _unqualified(stand(successor, subject.case.spouse, where))


def _unqualified(standing: Standing) -> Iterator[Problem]:
    if standing.is_named_us_trustee and standing.qualifies is False:
        what = f"{standing.name} cannot be a U.S. Trustee: {standing.because}."
        yield Problem(standing.where, what, FIXES[standing.law], standing.law)
