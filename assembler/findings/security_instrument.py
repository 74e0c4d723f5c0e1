"""The bond or letter of credit that secures the tax: which there is, who issues it, and what has befallen it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assembler.casefile.shape import Operative
from assembler.casefile.shape_security import Bond, IssuerKind, Letter
from assembler.findings.finding import Fact, Finding, all_of, any_of, choice, day
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law.calendar import years_later
from assembler.law.security_deadlines import Instrument
from assembler.terms import edition

ISSUERS = {
    "letter_by_us_bank": IssuerKind.SECTION_581_BANK,
    "letter_by_us_branch": IssuerKind.US_BRANCH,
    "letter_by_foreign_bank": IssuerKind.FOREIGN_BANK,
}
"""The facts on who issues a letter of credit."""

OPERATIVE = {Instrument.BOND: Operative.BOND, Instrument.LETTER_OF_CREDIT: Operative.LETTER_OF_CREDIT}

FACTS = (
    FactName("has_bond", "The trust has a bond, described in the case or in use.", implies=("has_bond_or_letter",)),
    FactName(
        "has_letter",
        "The trust has a letter of credit, described in the case or in use.",
        implies=("has_bond_or_letter",),
    ),
    FactName(
        "has_bond_or_letter", "The trust has a bond or a letter of credit.", implies=(("has_bond", "has_letter"),)
    ),
    FactName(
        "letter_by_us_bank",
        "A bank of section 581 issues the letter of credit.",
        implies=("has_letter",),
        excludes=("letter_by_us_branch", "letter_by_foreign_bank"),
    ),
    FactName(
        "letter_by_us_branch",
        "The United States branch of a foreign bank issues the letter of credit.",
        implies=("has_letter",),
        excludes=("letter_by_foreign_bank",),
    ),
    FactName(
        "letter_by_foreign_bank",
        "A foreign bank issues the letter of credit.",
        implies=("has_letter", "has_confirmation"),
    ),
    FactName(
        "has_confirmation",
        "A bank of section 581 is to confirm the letter of credit of a foreign bank.",
        implies=("letter_by_foreign_bank",),
    ),
    FactName(
        "notice_of_nonrenewal_bond",
        "Notice is given that the bond is not renewed.",
        implies=("has_bond", "notice_of_nonrenewal"),
    ),
    FactName(
        "notice_of_nonrenewal_letter",
        "Notice is given that the letter of credit is not renewed.",
        implies=("has_letter", "notice_of_nonrenewal"),
    ),
    FactName(
        "notice_of_nonrenewal",
        "Notice is given that the bond or the letter of credit is not renewed.",
        implies=(("notice_of_nonrenewal_bond", "notice_of_nonrenewal_letter"),),
    ),
    FactName(
        "notice_of_branch_closing",
        "The branch that issued the letter of credit is to close.",
        implies=("letter_by_us_branch",),
    ),
    FactName("replacement_secured", "An arrangement that takes the place of the present one is secured."),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find the bond or letter of credit of one trust."""
    has_bond = has_instrument(subject, Instrument.BOND)
    has_letter = has_instrument(subject, Instrument.LETTER_OF_CREDIT)
    yield "has_bond", has_bond
    yield "has_letter", has_letter
    yield "has_bond_or_letter", any_of(has_bond, has_letter)
    issuer, path = subject.trust.letter.issuer.kind, subject.path("letter.issuer.kind")
    issued, law = "the issuer of the letter of credit", Instrument.LETTER_OF_CREDIT.paragraph
    issuers = {name: all_of(has_letter, choice(issuer, kind, issued, path, law)) for name, kind in ISSUERS.items()}
    yield from issuers.items()
    yield "has_confirmation", issuers["letter_by_foreign_bank"]
    not_renewed = _not_renewed(subject)
    yield "notice_of_nonrenewal_bond", all_of(has_bond, not_renewed)
    yield "notice_of_nonrenewal_letter", all_of(has_letter, not_renewed)
    yield "notice_of_nonrenewal", all_of(any_of(has_bond, has_letter), not_renewed)
    closing = _event(subject, "branch_closes", "the branch that issued the letter of credit is to close")
    yield "notice_of_branch_closing", all_of(issuers["letter_by_us_branch"], closing)
    yield "replacement_secured", _replacement(subject)


@dataclass(frozen=True)
class Stated:
    """What the case states of a bond or a letter of credit, at its path; a letter takes effect when it is issued."""

    where: str
    is_described: bool
    dated: date | None
    effective: date | None
    expires: date | None
    renews: bool | None


def stated(subject: Subject, instrument: Instrument) -> Stated:
    """Give what the case states of the bond, or of the letter of credit, of a trust."""
    bond, letter = subject.trust.bond, subject.trust.letter
    if instrument is Instrument.BOND:
        described, where, effective = bond != Bond(), "bond", bond.effective
        return Stated(subject.path(where), described, bond.dated, effective, bond.expires, bond.renews_automatically)
    described, where, effective = letter != Letter(), "letter", letter.effective or letter.dated
    return Stated(subject.path(where), described, letter.dated, effective, letter.expires, letter.renews_automatically)


def has_instrument(subject: Subject, instrument: Instrument) -> Fact:
    """Find whether the trust has a bond, or a letter of credit: described in the case, or in use."""
    given, law = stated(subject, instrument), instrument.paragraph
    if given.is_described:
        return Finding(True, f"the case describes the {instrument}", (law,), (given.where,))
    operative, where = subject.trust.security.operative, subject.path("security.operative")
    if operative is None and subject.is_planning:
        because = f"the decedent is living, and no {instrument} is in use"
        return Finding(False, because, (law,), ("decedent.died",))
    return choice(operative, OPERATIVE[instrument], "the arrangement in use", where, law)


def term_end(subject: Subject) -> Finding[date]:
    """Find the day the present term ends: as stated, else that of the first term unless it has been renewed since."""
    events, instrument, path = subject.trust.events, in_use(subject), subject.path("events.security_term_ends")
    if events.security_term_ends is not None:
        return Finding(events.security_term_ends, "the end of the term is stated", (), (path,))
    given = None if instrument is None else stated(subject, instrument)
    on = events.nonrenewal_mailed or events.notice_received or subject.case.as_of
    if given is None or given.expires is None or (on is not None and on > given.expires):
        return Finding(None, "the end of the term is not stated", (), (path,))
    return Finding(given.expires, "the end of the first term is stated", (), (f"{given.where}.expires",))


def in_use(subject: Subject) -> Instrument | None:
    """Return the instrument in use, if one of the two is."""
    operative = subject.trust.security.operative
    return next((instrument for instrument, use in OPERATIVE.items() if use is operative), None)


def uses_instrument(subject: Subject) -> bool | None:
    """Tell whether the arrangement in use is a bond or letter of credit; None where none is stated to be in use."""
    return None if subject.trust.security.operative is None else in_use(subject) is not None


def instrument_of(subject: Subject) -> Instrument:
    """Return the instrument whose papers these are: the one in use, else the one that the case describes."""
    is_letter = subject.trust.letter.dated is not None and subject.trust.bond.dated is None
    return in_use(subject) or (Instrument.LETTER_OF_CREDIT if is_letter else Instrument.BOND)


def edition_of(subject: Subject, instrument: Instrument) -> Finding[str]:
    """Find the edition in force on the day that a bond or letter of credit has, on which its receiving office turns."""
    on, law = paper_day(subject, instrument), (instrument.paragraph,)
    if on is None:
        return Finding(None, f"the date of the {instrument} is not stated", law, ("as_of",))
    return Finding(edition(on), f"the {instrument} is dated {day(on)}", law, ("as_of",), on)


@dataclass(frozen=True)
class Term:
    """The first term of a bond; ``years`` when it runs for whole years."""

    starts: date
    ends: date
    years: int | None


def bond_term(subject: Subject) -> Finding[Term]:
    """Find for how long the bond runs at first."""
    bond, paths = subject.trust.bond, (subject.path("bond.effective"), subject.path("bond.expires"))
    if bond.effective is None or bond.expires is None:
        return Finding(None, "the term of the bond is not stated", (), paths)
    years = bond.expires.year - bond.effective.year
    is_whole = bond.expires == years_later(bond.effective, years)
    return Finding(Term(bond.effective, bond.expires, years if is_whole else None), "its term is stated", (), paths)


def paper_day(subject: Subject, instrument: Instrument) -> date | None:
    """Return the day whose words the bond or letter of credit has: its own, or that of the case's papers."""
    return stated(subject, instrument).dated or subject.trust.events.security_dated or subject.case.as_of


def _event(subject: Subject, answer: str, what: str) -> Fact:
    happened: date | None = getattr(subject.trust.events, answer)
    because = f"{what}, on {day(happened)}" if happened else f"it is not stated that {what}"
    return Finding(happened is not None, because, (), (subject.path(f"events.{answer}"),))


def _not_renewed(subject: Subject) -> Fact:
    mailed = _event(subject, "nonrenewal_mailed", "notice is mailed that the security is not renewed")
    if subject.trust.events.branch_closes is not None:
        return mailed
    received = _event(subject, "notice_received", "the Internal Revenue Service received notice of failure to renew")
    return any_of(mailed, received)


def _replacement(subject: Subject) -> Fact:
    secured = subject.trust.security.replacement.secured
    because = f"{'an' if secured else 'no'} arrangement that takes the place of the present one is secured"
    law = tuple(f"{each.paragraph}(1)" for each in Instrument)
    return Finding(secured is not None, because, law, (subject.path("security.replacement.secured"),))
