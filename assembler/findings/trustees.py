"""Who the trustees are, and whether the law's own offices among them are filled."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from assembler.casefile.shape import Spouse, Succession, Trustee, TrusteeKind
from assembler.findings.finding import Fact, Finding, all_of, answered, contrary, lacking
from assembler.findings.subject import Subject, item, missing
from assembler.findings.vocabulary import FactName
from assembler.law import trustee as law
from assembler.law.trustee import branch_trustee_is_met
from assembler.problem import Problem
from assembler.terms import opposite, some, state_named

CORPORATE = "26 CFR 20.2056A-2(c)"
INDIVIDUAL = "26 CFR 20.2056A-2(d)(2)"
BRANCH = "26 CFR 20.2056A-2(d)(1)(i)(A)"
ANTI_ABUSE = "26 CFR 20.2056A-2(d)(1)(v)"
US_TRUSTEE = "26 USC 2056A(a)(1)(A)"
BANK = "26 USC 581"

Quality: TypeAlias = Callable[[Trustee, str], Fact]
"""What is so of a trustee at a path."""

Named: TypeAlias = tuple[tuple[Trustee, str], ...]
"""Trustees, each with its path."""

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
FIXES = {
    US_TRUSTEE: "name a citizen of the United States, or a domestic corporation.",
    INDIVIDUAL: "name a citizen whose tax home is in the United States.",
    CORPORATE: "name a corporation organized under the law of the United States or of a State, by its name.",
    BRANCH: "name a U.S. Trustee to act beside the branch, and write is_us_trustee: false for the branch.",
    ANTI_ABUSE: "name an independent citizen, or a corporation of substantial capital.",
}


class Jurisdiction(NamedTuple):
    """The law under which a corporation is organized; that of a State goes by the State's name."""

    name: str
    is_state: bool


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find who is named to act as trustee of one trust."""
    yield "us_branch_trustee", _named(subject, is_branch, "the branch of a foreign bank", BRANCH)
    for name, quality, what, cite in US_TRUSTEES:
        yield name, _named(subject, quality, f"{what} named as a U.S. Trustee", cite)
    spouse = subject.case.spouse
    qualified = _named(subject, lambda one, at: serves(one, spouse, at), "a U.S. Trustee that qualifies", US_TRUSTEE)
    yield "has_qualified_us_trustee", qualified
    yield "spouse_is_trustee", _named(subject, lambda one, at: _is_spouse(one, spouse, at), "the spouse", US_TRUSTEE)
    yield "has_several_trustees", _several(subject)
    yield "has_named_successor", _successor(subject)


def _named(subject: Subject, quality: Quality, what: str, cite: str) -> Fact:
    if subject.trust.trustees is None:
        return Finding(None, "the trustees are not stated", (cite,), (subject.path("trustees"),))
    found = [(one, where, quality(one, where)) for one, where in trustees(subject)]
    value = some(fact.value for _, _, fact in found)
    deciding = [(_name(one), where) for one, where, fact in found if fact.value is value]
    if value is False:
        return Finding(False, f"no trustee named is {what}", (cite,), (subject.path("trustees"),))
    name, _ = deciding[0]
    if value is None:
        because = f"it is not stated whether {name} is {what}"
        return Finding(None, because, (cite,), lacking(*(fact for _, _, fact in found)))
    return Finding(True, f"{name} is {what}", (cite,), tuple(where for _, where in deciding))


def trustees(trust: Subject) -> Iterator[tuple[Trustee, str]]:
    """Give each trustee named to act first, with its path."""
    for place, one in enumerate(trust.trust.trustees or ()):
        yield one, item(trust.path("trustees"), None, place)


def in_office(trust: Subject, on: date | None) -> Finding[Named]:
    """Find the trustees in office on a day, each with its path.

    They are those named to act first, less the one that had ceased to act, and those appointed in its place; unknown
    while it is not stated who that was, since when, or who was appointed.
    """
    succession, where = trust.trust.succession, trust.path("succession")
    if trust.trust.trustees is None:
        return Finding(None, "the trustees are not stated", (US_TRUSTEE,), (trust.path("trustees"),))
    if succession == Succession():
        return _in_office(tuple(trustees(trust)))
    if succession.vacancy is None or on is None:
        paths = missing(succession, where, "vacancy") or ("as_of",)
        return Finding(None, "it is not stated whether a trustee has ceased to act by then", (US_TRUSTEE,), paths)
    return _before_vacancy(trust) if on < succession.vacancy else _after_vacancy(trust)


def _in_office(named: Named) -> Finding[Named]:
    return Finding(named, "the trustees in office are stated", (US_TRUSTEE,), tuple(where for _, where in named))


def _before_vacancy(trust: Subject) -> Finding[Named]:
    """Find the trustees in office before a succession.

    Where the answers name those appointed later, and not the one that ceased to act, that one stands in their place;
    what it is remains to be answered.
    """
    named, former = tuple(trustees(trust)), trust.trust.succession.former
    is_later = [_is_one_of(one, (other for other, _ in _appointed(trust))) for one, _ in named]
    was_named, is_anew = some(same_person(one.name, former) for one, _ in named), some(is_later)
    if was_named or is_anew is False:
        return _in_office(named)
    if was_named is None or is_anew is None:
        return _nameless(trust)
    stayed = (one for one, later in zip(named, is_later, strict=True) if not later)
    return _in_office((*stayed, (Trustee(name=former), item(trust.path("trustees"), None, len(named)))))


def _after_vacancy(trust: Subject) -> Finding[Named]:
    """Find the trustees in office since a succession: one who is appointed, and was there before, stays."""
    first, succession = _before_vacancy(trust), trust.trust.succession
    is_former = [same_person(one.name, succession.former) for one, _ in first.value or ()]
    if first.value is None or some(is_former) is None:
        return _nameless(trust)
    if succession.appointed is None:
        path = trust.path("succession.appointed")
        return Finding(None, "it is not stated who is appointed", (US_TRUSTEE,), (path,))
    stayed = tuple(one for one, former in zip(first.value, is_former, strict=True) if not former)
    appointed = (one for one in _appointed(trust) if not _is_one_of(one[0], (other for other, _ in stayed)))
    return _in_office((*stayed, *appointed))


def _is_one_of(trustee: Trustee, others: Iterable[Trustee]) -> bool | None:
    """Tell whether a trustee is one of some others, by name; None where a name is missing that would tell."""
    return some(same_person(trustee.name, other.name) for other in others)


def _appointed(trust: Subject) -> Iterator[tuple[Trustee, str]]:
    """Give each trustee appointed in place of another, with its path."""
    for place, one in enumerate(trust.trust.succession.appointed or ()):
        yield one, item(trust.path("succession.appointed"), None, place)


def _nameless(trust: Subject) -> Finding[Named]:
    """Find nobody, because a name is missing by which the one that ceased to act would be known."""
    succession, people = trust.trust.succession, (*trustees(trust), *_appointed(trust))
    without = (path for one, where in people for path in missing(one, where, "name"))
    paths = (*missing(succession, trust.path("succession"), "former"), *without)
    return Finding(None, "it is not stated which trustee has ceased to act", (US_TRUSTEE,), paths)


def _several(subject: Subject) -> Fact:
    named, path = subject.trust.trustees, (subject.path("trustees"),)
    if named is None:
        return Finding(None, "the trustees are not stated", (), path)
    count = len(named)
    said = "one trustee is named" if count == 1 else f"{count or 'no'} trustees are named"
    return Finding(count > 1, said, (), path)


def _successor(subject: Subject) -> Fact:
    successors, path = subject.trust.successors, (subject.path("successors"),)
    if successors is None:
        return Finding(None, "it is not stated whether a successor is named", (), path)
    return Finding(bool(successors), f"{'a' if successors else 'no'} successor trustee is named", (), path)


def is_us_trustee(trustee: Trustee, where: str) -> Fact:
    """Find whether a trustee is named to act as a U.S. Trustee."""
    name, path = _name(trustee), f"{where}.is_us_trustee"
    yes, no = f"{name} is named as a U.S. Trustee", f"{name} is not named as a U.S. Trustee"
    return answered(trustee.is_us_trustee, yes, no, path, US_TRUSTEE)


def is_branch(trustee: Trustee, where: str) -> Fact:
    """Find whether a trustee is the United States branch of a foreign bank."""
    return _is_of_kind(trustee, where, "the branch of a foreign bank", BRANCH, TrusteeKind.US_BRANCH)


def is_bank(trustee: Trustee, where: str) -> Fact:
    """Find whether a trustee is a bank as section 581 of the Code defines it."""
    value = _is_section_581_bank(trustee)
    said = {True: "is a bank of section 581", False: "is no bank of section 581", None: "may be a bank of section 581"}
    path = f"{where}.kind" if trustee.kind is None else f"{where}.is_section_581_bank"
    return Finding(value, f"{_name(trustee)} {said[value]}", (BANK,), (path,))


def is_individual_us_trustee(trustee: Trustee, where: str) -> Fact:
    """Find whether an individual is named to act as a U.S. Trustee."""
    is_individual = _is_of_kind(trustee, where, "an individual", INDIVIDUAL, TrusteeKind.INDIVIDUAL)
    return all_of(is_individual, is_us_trustee(trustee, where))


def is_incorporated_us_trustee(trustee: Trustee, where: str) -> Fact:
    """Find whether a corporation, which may be a bank, is named to act as a U.S. Trustee."""
    kinds = (TrusteeKind.DOMESTIC_CORPORATION, TrusteeKind.BANK)
    is_corporation = _is_of_kind(trustee, where, "a corporation", CORPORATE, *kinds)
    return all_of(is_corporation, is_us_trustee(trustee, where))


def is_bank_us_trustee(trustee: Trustee, where: str) -> Fact:
    """Find whether a bank of section 581 is named to act as a U.S. Trustee."""
    return all_of(is_bank(trustee, where), is_us_trustee(trustee, where))


def signs_as_bank(trustee: Trustee, where: str) -> Fact:
    """Find whether a U.S. Trustee signs as a bank: what is called one does, unless said to be none."""
    is_called_bank = trustee.is_section_581_bank is not False and trustee.kind is TrusteeKind.BANK
    signs = Finding(True, f"{_name(trustee)} is called a bank", (BANK,), (f"{where}.kind",))
    return all_of(signs if is_called_bank else is_bank(trustee, where), is_us_trustee(trustee, where))


def signs_as_corporation(trustee: Trustee, where: str) -> Fact:
    """Find whether a U.S. Trustee signs as a corporation that is no bank."""
    return all_of(is_incorporated_us_trustee(trustee, where), contrary(signs_as_bank(trustee, where)))


def is_other_trustee(trustee: Trustee, where: str) -> Fact:
    """Find whether a trustee is neither named to act as a U.S. Trustee nor the branch of a foreign bank."""
    return all_of(contrary(is_us_trustee(trustee, where)), contrary(is_branch(trustee, where)))


def signs_by_officer(trustee: Trustee, where: str) -> Fact:
    """Find whether an officer signs for a trustee, as for whatever is known to be no individual."""
    value = trustee.kind not in (None, TrusteeKind.INDIVIDUAL)
    because = f"{_name(trustee)} is {'' if value else 'not known to be '}a corporation or a bank"
    return Finding(value, because, (CORPORATE,), (f"{where}.kind",))


US_TRUSTEES: tuple[tuple[str, Quality, str, str], ...] = (
    ("has_individual_us_trustee", is_individual_us_trustee, "an individual", INDIVIDUAL),
    ("has_corporate_us_trustee", is_incorporated_us_trustee, "a corporation", CORPORATE),
    ("has_bank_trustee", is_bank_us_trustee, "a section 581 bank", BRANCH),
)


def jurisdiction(trustee: Trustee, where: str) -> Finding[Jurisdiction]:
    """Find under whose law a corporation, a bank or a foreign bank is organized."""
    organized, path = trustee.organized_under, (f"{where}.organized_under",)
    if organized is None:
        return Finding(None, f"it is not stated under whose law {_name(trustee)} is organized", (CORPORATE,), path)
    home = state_named(organized)
    because = f"{_name(trustee)} is organized under the law of {home or organized}"
    return Finding(Jurisdiction(home or organized, home is not None), because, (CORPORATE,), path)


def _is_of_kind(trustee: Trustee, where: str, what: str, cite: str, *kinds: TrusteeKind) -> Fact:
    value = None if trustee.kind is None else trustee.kind in kinds
    because = f"{_name(trustee)} {'is not known to be' if value is None else 'is' if value else 'is not'} {what}"
    return Finding(value, because, (cite,), (f"{where}.kind",))


def _name(trustee: Trustee) -> str:
    return trustee.name or "a trustee without a name"


def _is_spouse(trustee: Trustee, spouse: Spouse, where: str) -> Fact:
    value = same_person(trustee.name, spouse.name)
    because = f"{_name(trustee)} and the spouse {'have' if value else 'do not have'} the same name"
    paths = (*missing(trustee, where, "name"), *missing(spouse, "spouse", "name")) if value is None else (where,)
    return Finding(value, because, (US_TRUSTEE,), paths)


def same_person(one: str | None, other: str | None) -> bool | None:
    """Tell whether two names are the same, spaces and capitals aside; None when one is missing."""
    if one is None or other is None:
        return None
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _is_section_581_bank(trustee: Trustee) -> bool | None:
    if trustee.kind in (TrusteeKind.BANK, TrusteeKind.DOMESTIC_CORPORATION):
        # a corporation that nobody calls a bank is none
        unsaid = None if trustee.kind is TrusteeKind.BANK else False
        answer = unsaid if trustee.is_section_581_bank is None else trustee.is_section_581_bank
        return law.is_bank(answer, trustee.organized_under)
    return None if trustee.kind is None else False


def serves(trustee: Trustee, spouse: Spouse, where: str) -> Fact:
    """Find whether a trustee is named as a U.S. Trustee and qualifies as one."""
    return all_of(is_us_trustee(trustee, where), qualifies(trustee, spouse, where))


def qualifies(trustee: Trustee, spouse: Spouse, where: str) -> Fact:
    """Find whether a trustee may be a U.S. Trustee."""
    match trustee.kind:
        case None:
            return Finding(None, "it is not stated what the trustee is", (CORPORATE,), (f"{where}.kind",))
        case TrusteeKind.INDIVIDUAL:
            return _individual(trustee, spouse, where)
        case TrusteeKind.US_BRANCH:
            return Finding(False, "a branch of a foreign bank is no domestic corporation", (BRANCH,), (where,))
        case TrusteeKind.FOREIGN_CORPORATION:
            return Finding(False, "a foreign corporation is no domestic corporation", (CORPORATE,), (where,))
        case _:
            return _corporation(trustee, where)


def _individual(trustee: Trustee, spouse: Spouse, where: str) -> Fact:
    is_citizen, home = _is_citizen(trustee, spouse, where), _tax_home(trustee, where)
    value, cite = law.individual_qualifies(is_citizen.value, home.value), (INDIVIDUAL,)
    if is_citizen.value is False:
        because = "an individual U.S. Trustee must be a citizen of the United States"
        return Finding(value, because, (US_TRUSTEE,), is_citizen.rests_on)
    if home.value is False:
        return Finding(value, "the individual's tax home is outside the United States", cite, home.rests_on)
    if value is None:
        because = "the individual's citizenship and a tax home in the United States are not both known"
        return Finding(value, because, cite, lacking(is_citizen, home))
    return Finding(value, "the individual is a citizen with a tax home in the United States", cite, (where,))


def _is_citizen(trustee: Trustee, spouse: Spouse, where: str) -> Fact:
    name, path = _name(trustee), f"{where}.is_us_citizen"
    stated = answered(trustee.is_us_citizen, f"{name} is a citizen", f"{name} is no citizen", path)
    if not same_person(trustee.name, spouse.name) or spouse.became_citizen is not None:
        return stated
    yes, no = "the spouse is a citizen", "the spouse is no citizen"
    return all_of(stated, answered(spouse.is_us_citizen, yes, no, "spouse.is_us_citizen"))


def _tax_home(trustee: Trustee, where: str) -> Fact:
    """Find whether an individual's tax home is in the United States, as stated or as the place tells."""
    stated, place = trustee.tax_home_in_us, trustee.tax_home
    if stated is None and place is not None:
        stated = law.tax_home_is_domestic(place)
    said = {True: "is in", False: "is outside", None: "is not known to be in"}
    because = f"the tax home of {_name(trustee)} {said[stated]} the United States"
    path = f"{where}.tax_home" if place is None else f"{where}.tax_home_in_us"
    return Finding(stated, because, (INDIVIDUAL,), (path,))


def _corporation(trustee: Trustee, where: str) -> Fact:
    thin, organized = trustee.is_thinly_capitalized_family_company, trustee.organized_under
    if trustee.kind is TrusteeKind.BANK:
        value = law.bank_qualifies(trustee.is_section_581_bank, organized, thin)
    else:
        value = law.corporation_qualifies(organized, thin)
    if thin:
        because = "it is a company of insubstantial capital set up by the spouse or the spouse's family"
        return Finding(value, because, (ANTI_ABUSE,), (where,))
    said = {
        True: "it is a domestic corporation",
        False: f"it is organized under the law of {organized}, not of the United States or a State",
        None: "it is not stated under whose law the bank is organized",
    }
    return Finding(value, said[value], (CORPORATE,), (f"{where}.organized_under",))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse the trustees of one trust, those named to follow included."""
    named, spouse = tuple(trustees(subject)), subject.case.spouse
    found = tuple(_offices(subject, named, spouse))
    yield from found
    served = some(serves(one, spouse, where).value for one, where in named)
    if subject.trust.trustees is not None and not found and served is False:
        fix = "name a citizen with a tax home in the United States, or a domestic corporation; is_us_trustee: true."
        yield Problem(subject.path("trustees"), "no trustee is named as a U.S. Trustee.", fix, US_TRUSTEE)
    for number, successor in enumerate(subject.trust.successors or ()):
        yield from _unqualified(successor, spouse, item(subject.path("successors"), None, number))


def _offices(subject: Subject, named: Named, spouse: Spouse) -> Iterator[Problem]:
    for one, where in named:
        yield from _unqualified(one, spouse, where)
    if named and all(same_person(one.name, spouse.name) for one, _ in named):
        fix = "name a U.S. Trustee beside the spouse or in the spouse's place."
        yield Problem(subject.path("trustees"), "the spouse is the sole trustee.", fix, US_TRUSTEE)
    has_branch = some(is_branch(one, where).value for one, where in named)
    beside = (serves(one, spouse, where).value for one, where in named)
    if has_branch and opposite(branch_trustee_is_met(has_branch, beside)):
        what = "no U.S. Trustee acts beside the United States branch of a foreign bank."
        fix = "name a U.S. Trustee to act with the branch for the entire term of the trust."
        yield Problem(subject.path("trustees"), what, fix, BRANCH)


def _unqualified(trustee: Trustee, spouse: Spouse, where: str) -> Iterator[Problem]:
    found = qualifies(trustee, spouse, where)
    if trustee.is_us_trustee and found.value is False:
        what = f"{_name(trustee)} cannot be a U.S. Trustee: {found.because}."
        yield Problem(where, what, FIXES[found.law[0]], found.law[0])
