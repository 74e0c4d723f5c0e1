"""How the instrument secures the tax, and which arrangement is in use."""

from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Mode, Operative
from assembler.findings.finding import Fact, Finding, all_of, any_of, choice, contrary, said
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law.security import ARRANGEMENTS, permitted
from assembler.problem import Problem
from assembler.terms import some

SECURITY = "26 CFR 20.2056A-2(d)(1)(i)"
LAW = {
    Mode.BANK_TRUSTEE: f"{SECURITY}(A)",
    Mode.BOND: f"{SECURITY}(B)",
    Mode.LETTER_OF_CREDIT: f"{SECURITY}(C)",
}
NAMES = {
    Mode.BANK_TRUSTEE: "the Bank Trustee arrangement",
    Mode.BOND: "the Bond arrangement",
    Mode.LETTER_OF_CREDIT: "the Letter of Credit arrangement",
}
IN_USE = {
    "operative_bank": (Operative.BANK_TRUSTEE, f"{SECURITY}(A)"),
    "operative_branch": (Operative.US_BRANCH_TRUSTEE, f"{SECURITY}(A)"),
    "operative_bond": (Operative.BOND, f"{SECURITY}(B)"),
    "operative_letter": (Operative.LETTER_OF_CREDIT, f"{SECURITY}(C)"),
    "operative_foreign_limit": (Operative.FOREIGN_LIMIT, "26 CFR 20.2056A-2(d)(1)(ii)"),
    "operative_alternate_plan": (Operative.ALTERNATE_PLAN, "26 CFR 20.2056A-2(d)(4)"),
}


FACTS = (
    FactName(
        "security_by_reference",
        "The instrument refers to the regulation's arrangements and does not write them out.",
        family="security wording",
        excludes=("security_all_three", "security_alternating"),
    ),
    FactName(
        "security_in_full",
        "The instrument writes the arrangements out.",
        family="security wording",
        implies=(("bank_permitted", "bond_permitted", "letter_permitted"), ("security_all_three", "security_limited")),
    ),
    FactName("bank_permitted", "The Bank Trustee arrangement is permitted."),
    FactName("bond_permitted", "The Bond arrangement is permitted.", implies=("bond_or_letter_permitted",)),
    FactName(
        "letter_permitted", "The Letter of Credit arrangement is permitted.", implies=("bond_or_letter_permitted",)
    ),
    FactName(
        "bond_or_letter_permitted",
        "The Bond or the Letter of Credit arrangement is permitted.",
        implies=(("bond_permitted", "letter_permitted"),),
    ),
    FactName(
        "security_all_three",
        "All three arrangements are permitted and written out.",
        implies=("bank_permitted", "bond_permitted", "letter_permitted", "security_alternating"),
        excludes=("security_limited",),
    ),
    FactName(
        "security_limited",
        "Only one or two arrangements are permitted.",
        excludes=(("bank_permitted", "bond_permitted", "letter_permitted"),),
    ),
    FactName(
        "security_alternating",
        "Two or more arrangements are permitted and written out.",
        implies=(
            ("bank_permitted", "bond_permitted"),
            ("bank_permitted", "letter_permitted"),
            ("bond_permitted", "letter_permitted"),
        ),
    ),
    FactName("arrangement_known", "The arrangement in use from the start is stated."),
    FactName("operative_bank", "The Bank Trustee arrangement is in use, by a bank."),
    FactName("operative_branch", "The Bank Trustee arrangement is in use, by a branch of a foreign bank."),
    FactName("operative_bond", "The Bond arrangement is in use.", implies=("has_bond",)),
    FactName("operative_letter", "The Letter of Credit arrangement is in use.", implies=("has_letter",)),
    FactName("operative_foreign_limit", "The limit on foreign real property is in use."),
    FactName("operative_alternate_plan", "An alternate plan is in use.", excludes=("plan_requested",)),
    FactName("plan_requested", "The Internal Revenue Service is asked to approve an alternate plan."),
)

PERMITTED_BY = {
    Operative.BANK_TRUSTEE: "bank_permitted",
    Operative.US_BRANCH_TRUSTEE: "bank_permitted",
    Operative.BOND: "bond_permitted",
    Operative.LETTER_OF_CREDIT: "letter_permitted",
}
"""The fact on which each arrangement in use rests."""

BANK = f"{SECURITY}(A)"
PLAN = "26 CFR 20.2056A-2(d)(4)"


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what the instrument of one trust permits, and what is in use."""
    reference = _by_reference(subject)
    in_full = contrary(reference)
    yield "security_by_reference", reference
    yield "security_in_full", in_full
    modes = {mode: _permits(subject, mode) for mode in Mode}
    bank, bond, letter = modes[Mode.BANK_TRUSTEE], modes[Mode.BOND], modes[Mode.LETTER_OF_CREDIT]
    yield "bank_permitted", bank
    yield "bond_permitted", bond
    yield "letter_permitted", letter
    yield "bond_or_letter_permitted", any_of(bond, letter)
    count = _allowed(subject)
    yield "security_all_three", all_of(_counts(subject, count, range(len(ARRANGEMENTS), 4)), in_full)
    yield "security_limited", _counts(subject, count, range(1, len(ARRANGEMENTS)))
    yield "security_alternating", all_of(_counts(subject, count, range(2, 4)), in_full)
    yield from _in_use(subject)
    yield "plan_requested", _plan_requested(subject)


def _plan_requested(subject: Subject) -> Fact:
    security, paths = subject.trust.security, (subject.path("security.plan.terms"), subject.path("security.operative"))
    is_asked = security.plan.terms is not None and security.operative is not Operative.ALTERNATE_PLAN
    because = f"{'an' if is_asked else 'no'} alternate plan is stated for approval"
    return Finding(is_asked, because, (PLAN,), paths)


def _by_reference(subject: Subject) -> Fact:
    answer, listed = subject.trust.security.by_reference, subject.trust.security.permitted
    paths = (subject.path("security.by_reference"), subject.path("security.permitted"))
    if answer is None and listed is not None:
        return Finding(False, "the arrangements permitted are listed, to be written out", (SECURITY,), paths)
    said = {
        True: "the instrument refers to the regulation and does not write the arrangements out",
        False: "the instrument writes the arrangements out",
        None: "it is not stated which arrangements the instrument permits",
    }
    return Finding(answer, said[answer], (SECURITY,), paths)


def _allowed(subject: Subject) -> frozenset[str] | None:
    return permitted(subject.trust.security.permitted, subject.trust.security.by_reference)


def permitted_arrangements(trust: Subject) -> Finding[tuple[Mode, ...]]:
    """Find the arrangements that the instrument permits, in the order of the regulation."""
    allowed, paths = _allowed(trust), (trust.path("security.permitted"),)
    if not allowed:
        return Finding(None, "the arrangements permitted are not stated", (SECURITY,), paths)
    modes = tuple(mode for mode in Mode if mode in allowed)
    return Finding(modes, "the arrangements permitted are stated", (SECURITY,), paths)


def _permits(subject: Subject, mode: Mode) -> Fact:
    allowed, paths = _allowed(subject), (subject.path("security.permitted"),)
    if allowed is None:
        return Finding(None, "the arrangements permitted are not stated", (LAW[mode],), paths)
    value = mode in allowed
    return Finding(value, f"{NAMES[mode]} is {'' if value else 'not '}permitted", (LAW[mode],), paths)


def _counts(subject: Subject, allowed: frozenset[str] | None, wanted: range) -> Fact:
    paths = (subject.path("security.permitted"),)
    if allowed is None:
        return Finding(None, "the arrangements permitted are not stated", (SECURITY,), paths)
    count = len(allowed)
    said = f"{('no', 'one', 'two', 'all three')[count]} arrangement{' is' if count == 1 else 's are'} permitted"
    return Finding(count in wanted, said, (SECURITY,), paths)


def _in_use(subject: Subject) -> Iterator[tuple[str, Fact]]:
    operative, path = subject.trust.security.operative, subject.path("security.operative")
    known = operative is not None
    because = f"the arrangement in use is {'' if known else 'not '}stated"
    yield "arrangement_known", Finding(known, because, (SECURITY,), (path,))
    for name, (wanted, law) in IN_USE.items():
        if operative is None and subject.is_planning:
            yield name, Finding(False, "the decedent is living, and no arrangement is in use", (law,), (path,))
        else:
            yield name, choice(operative, wanted, "the arrangement in use", path, law)


def is_secured(subject: Subject) -> bool | None:
    """Tell whether a bank as trustee or security is in use, and not the limit; None when none is stated."""
    security = subject.trust.security
    return _secures(security.replacement.arrangement or security.operative)


def secured_on(subject: Subject, on: date | None) -> Fact:
    """Find whether a bank as trustee or security is in use on a day, and not the limit.

    Without a day it is known only where no change of arrangement could make a difference.
    """
    security, path = subject.trust.security, subject.path("security.operative")
    new, changed = security.replacement, subject.path("security.replacement.takes_effect")
    if new.arrangement is None or _secures(new.arrangement) is _secures(security.operative):
        return _secured(security.operative, path)
    if new.takes_effect is None or on is None:
        return Finding(None, "it is not stated which arrangement is in use by then", (SECURITY,), (changed,))
    return _secured(new.arrangement if new.takes_effect <= on else security.operative, path, changed)


def _secured(in_use: Operative | None, *paths: str) -> Fact:
    because = f"the arrangement in use is {'not stated' if in_use is None else said(in_use)}"
    return Finding(_secures(in_use), because, (SECURITY,), paths)


def _secures(arrangement: Operative | None) -> bool | None:
    return None if arrangement is None else arrangement is not Operative.FOREIGN_LIMIT


def is_secured_or_has_bank(subject: Subject) -> bool | None:
    """Tell whether the tax is secured, or a bank that would secure it serves as U.S. Trustee already."""
    return some((is_secured(subject), subject["has_bank_trustee"]))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse the arrangements of one trust."""
    security = subject.trust.security
    if security.permitted == () and not security.by_reference:
        what = "the instrument permits no arrangement to secure the tax."
        fix = "permit one or more of bank-trustee, bond and letter-of-credit, or write by_reference: true."
        yield Problem(subject.path("security.permitted"), what, fix, SECURITY)
    elif security.operative in PERMITTED_BY:
        yield from _permitted(subject, security.operative)
    if security.operative is Operative.FOREIGN_LIMIT:
        yield from _foreign_limit(subject)
    yield from _office(subject)


def _permitted(subject: Subject, operative: Operative) -> Iterator[Problem]:
    if subject[PERMITTED_BY[operative]] is False:
        what = f"the arrangement in use is {said(operative)}, which the instrument does not permit."
        yield Problem(subject.path("security.operative"), what, "permit it, or use one that is permitted.", SECURITY)


def _foreign_limit(subject: Subject) -> Iterator[Problem]:
    large = subject.fact("is_large")
    if large.value:
        what = f"{large.because}: the limit on foreign real property is not enough."
        fix = "use a Bank Trustee, a bond or a letter of credit."
        yield Problem(subject.path("security.operative"), what, fix, SECURITY)


def _office(subject: Subject) -> Iterator[Problem]:
    where = subject.path("security.operative")
    if subject["operative_bank"] and subject["has_bank_trustee"] is False:
        what = "a Bank Trustee is in use, and no U.S. Trustee named is a bank of section 581."
        fix = "name such a bank as a U.S. Trustee with is_section_581_bank: true, or use another arrangement."
        yield Problem(where, what, fix, BANK)
    if subject["operative_branch"] and subject["us_branch_trustee"] is False:
        what = "a branch of a foreign bank is in use as trustee, and no trustee named is one."
        fix = "name the branch with kind: us-branch-of-foreign-bank, or use another arrangement."
        yield Problem(where, what, fix, BANK)
