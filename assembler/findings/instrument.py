"""Under whose law the instrument is executed, and where the spouse lives."""

import re
from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Source
from assembler.findings.finding import Fact, Finding, answered, day
from assembler.findings.funding import AGREED
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law import old_instrument
from assembler.problem import Problem
from assembler.terms import state_named

FOREIGN = "26 CFR 20.2056A-2(a)"
RESIDENT = "26 CFR 20.0-1(b)(1)"

OLD = "26 CFR 20.2056A-2(d)(6)"
FACTS = (
    FactName("foreign_instrument", "The instrument is executed under the law of a foreign country."),
    FactName("spouse_is_nonresident", "The spouse is not domiciled in the United States."),
    FactName(
        "incompetency_statement",
        "The rule for a decedent unable to amend since 1995 applies.",
        excludes=("irrevocable_statement", "planning"),
    ),
    FactName(
        "irrevocable_statement", "The rule for an irrevocable trust of 1995 or before applies.", excludes=("planning",)
    ),
)
LAW = "26 CFR 20.2056A-2(a)"
_EIN = re.compile(r"[0-9]{2}-[0-9]{7}")
STATE = "name one State, or the District of Columbia; a territory, a country or the United States is none."
WHOLE = "26 CFR 20.2056A-3(b)"


def rules_for_old_ones(executed: date) -> tuple[str, ...]:
    """Name the rules that an instrument of a day may keep: *transition* before November 5, 1990, *old* through 1995."""
    is_under = {
        "transition": executed < old_instrument.TRANSITION,
        "old": executed <= old_instrument.LAST_EXECUTED,
    }
    return tuple(rule for rule, holds in is_under.items() if holds)


def _old_instrument(subject: Subject) -> Iterator[tuple[str, Fact]]:
    old, signed = subject.trust.old_instrument, subject.trust.instrument_date
    paths = (subject.path("instrument_date"), subject.path("old_instrument"))
    if subject.is_planning or (signed is None and subject.trust.source in AGREED):
        is_old: bool | None = False
    else:
        is_old = old_instrument.is_old(signed, subject.case.decedent.died)
    age = {True: "is", False: "is not", None: "is not known to be"}[is_old]
    because = f"the instrument {age} one of November 20, 1995 or before, for a death after February 19, 1996"
    rules = {
        "incompetency_statement": old_instrument.rule_of_incompetency(
            is_old, old.was_irrevocable, old.was_under_disability, old.may_be_amended
        ),
        "irrevocable_statement": old_instrument.rule_of_irrevocable_trusts(
            is_old, old.was_irrevocable, old.may_be_amended
        ),
    }
    for name, value in rules.items():
        yield name, Finding(value, because if not is_old else _special(value), (OLD,), paths)


def _special(value: bool | None) -> str:
    said = {True: "is met", False: "is not met", None: "cannot be decided yet"}
    return f"the special rule for an instrument of 1995 or before {said[value]}"


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the instrument is foreign and whether the spouse is nonresident."""
    yield "foreign_instrument", _foreign(subject)
    resident = subject.case.spouse.is_resident
    yield (
        "spouse_is_nonresident",
        answered(
            None if resident is None else not resident,
            "the spouse is not domiciled in the United States",
            "the spouse is domiciled in the United States",
            "spouse.is_resident",
            RESIDENT,
        ),
    )
    yield from _old_instrument(subject)


def _foreign(subject: Subject) -> Fact:
    answer = subject.trust.is_foreign_instrument
    if answer is None and subject.trust.source is Source.FOREIGN_WILL:
        return Finding(True, "the instrument is a foreign will", (FOREIGN,), (subject.path("source"),))
    if answer is None and subject.trust.foreign_law is not None:
        because = f"the instrument is executed under the law of {subject.trust.foreign_law}"
        return Finding(True, because, (FOREIGN,), (subject.path("foreign_law"),))
    yes = "the instrument is executed under the law of a foreign country"
    no = "the instrument is not executed under the law of a foreign country"
    return answered(answer, yes, no, subject.path("is_foreign_instrument"), FOREIGN)


def governing_state(trust: Subject) -> Finding[str]:
    """Find the State, or the District of Columbia, whose law governs administration."""
    what = "the law that governs administration is that of"
    return _state(trust.trust.governing_law, what, trust.path("governing_law"))


def records_state(trust: Subject) -> Finding[str]:
    """Find the State, or the District of Columbia, in which the records are kept."""
    return _state(trust.trust.records_kept_in, "the records are kept in", trust.path("records_kept_in"))


def _state(answer: str | None, what: str, path: str) -> Finding[str]:
    if answer is None:
        return Finding(None, f"it is not stated that {what} a State", (LAW,), (path,))
    state = state_named(answer)
    return Finding(state, f"{what} {state or answer}{'' if state else ', which is no State'}", (LAW,), (path,))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse where the trust is governed or kept, what it is, or how it is settled."""
    trust, state, kept = subject.trust, governing_state(subject).value, records_state(subject).value
    for answer, found in (
        (trust.governing_law, governing_state(subject)),
        (trust.records_kept_in, records_state(subject)),
    ):
        if answer is not None and found.value is None:
            yield Problem(found.rests_on[0], f"{found.because}.", STATE, LAW)
    if state and kept and state != kept:
        what = f"the records are kept in {kept}, while the law of {state} governs administration."
        fix = f"keep the records, or copies of them, in {state}."
        yield Problem(subject.path("records_kept_in"), what, fix, LAW)
    if trust.is_ordinary_trust is False:
        fix = "use an ordinary trust; the nature of the property it takes does not make it another entity."
        yield Problem(subject.path("is_ordinary_trust"), "the trust is not an ordinary trust.", fix, LAW)
    yield from _number(subject)
    yield from _settlor(subject)


def _number(subject: Subject) -> Iterator[Problem]:
    ein, has_ein = subject.trust.ein, subject.trust.has_ein
    if ein is not None and not _EIN.fullmatch(ein):
        what = "the number given is not an employer identification number."
        fix = "write it as 98-7654321; a social security number does not belong in a case file."
        yield Problem(subject.path("ein"), what, fix, "26 CFR 301.6109-1(a)(1)(ii)(C)")
    if ein is not None and has_ein is False:
        what = "a taxpayer identification number is given, and it is said that none has been assigned."
        yield Problem(subject.path("has_ein"), what, "correct the one or the other.")


def _settlor(subject: Subject) -> Iterator[Problem]:
    died, trust = subject.case.decedent.died, subject.trust
    signed = trust.instrument_date
    if trust.source is Source.EXECUTOR_CREATED and died is None:
        fix = "state the date of death, or choose another source."
        yield Problem(subject.path("source"), "an executor creates the trust while the decedent is living.", fix, LAW)
    if trust.source is Source.LIFETIME_AGREEMENT and died and signed and signed > died:
        what = f"the decedent signs the agreement on {day(signed)}, after dying on {day(died)}."
        fix = "correct the dates, or let the spouse or the executor create the trust."
        yield Problem(subject.path("instrument_date"), what, fix, LAW)


def partial_election(subject: Subject) -> Iterator[Problem]:
    """Refuse a partial election for one trust."""
    if subject.trust.elects_part:
        what = "the QDOT election is to reach only a part of the trust."
        fix = "elect for all of it, or sever the trust before the election is due and describe each part as a trust."
        yield Problem(subject.path("elects_part"), what, fix, WHOLE)
