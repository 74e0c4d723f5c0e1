"""The reformation of a trust into a QDOT, by its own terms or by a court: whether it is in time, pending or dropped."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from assembler.casefile.shape import Source
from assembler.findings.deadline import Call, Found, Missing, done, since
from assembler.findings.estate import Days, days_of
from assembler.findings.finding import Fact, Finding, day
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law import estate_return, transfer
from assembler.problem import Caution, Problem

BY_TERMS = "26 CFR 20.2056A-4(a)(1)"
BY_COURT = "26 USC 2056(d)(5)(A)(ii); 26 CFR 20.2056A-4(a)(2)"

FACTS = (
    FactName(
        "reformation_over",
        "The proceeding to reform the trust has ended, with or without a change.",
        implies=("instrument_reformed", ("reformation_made", "reformation_dropped")),
        excludes=("reformation_pending",),
    ),
    FactName(
        "reformation_made",
        "The trust was changed under the proceeding to reform it.",
        implies=("instrument_reformed", "reformation_over"),
        excludes=("reformation_dropped",),
    ),
    FactName(
        "reformation_pending",
        "A court is asked to reform the trust.",
        implies=("instrument_reformed",),
        excludes=("reformation_dropped",),
    ),
    FactName(
        "reformation_dropped",
        "The proceeding to reform the trust ended without a change of it.",
        implies=("instrument_reformed", "reformation_over"),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether a reformation by a court is pending, or was dropped."""
    source, answers = subject.trust.source, subject.trust.reformation
    by_court = source is Source.JUDICIAL_REFORMATION
    unfinished = source is Source.JUDICIAL_REFORMATION and answers.completed is None
    paths = (subject.path("source"), subject.path("reformation.completed"), subject.path("reformation.ended"))
    said = {
        "reformation_pending": (unfinished and answers.ended is None, "reformation of the trust is before a court"),
        "reformation_dropped": (
            unfinished and answers.ended is not None,
            "proceeding to reform the trust ended without a change of it",
        ),
    }
    said["reformation_made"] = (by_court and answers.completed is not None, "change of the trust by a court")
    said["reformation_over"] = (
        by_court and (answers.completed or answers.ended) is not None,
        "end of a proceeding to reform the trust",
    )
    for name, (value, what) in said.items():
        because = f"{'a' if value else 'no'} {what}"
        yield name, Finding(None if source is None else value, because, (BY_COURT,), paths)


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse a reformation that came too late, or to nothing."""
    days, answers = days_of(subject.case), subject.trust.reformation
    if subject.trust.source is Source.CONFORMED_BY_AMENDMENT:
        yield from _cannot_be_amended(subject)
    if days is None:
        return
    if subject.trust.source is Source.JUDICIAL_REFORMATION:
        yield from _by_court_late(days, subject)
    elif subject.trust.source is Source.CONFORMED_BY_AMENDMENT and answers.completed is not None:
        last = _last_to_amend(days)
        if answers.completed > last:
            what = f"the trust was changed by its own terms on {day(answers.completed)}, after {day(last)}."
            fix = "correct the day; it had to be complete when the return was due, or was filed if that was later."
            yield Problem(subject.path("reformation.completed"), what, fix, BY_TERMS)


def _last_to_amend(days: Days) -> date:
    """Give the last day for a change by the instrument's own terms: that of the return, as it is treated as filed."""
    if days.filed is None:
        return estate_return.last_election_date(days.due)
    return max(days.filed, estate_return.last_day_in_time(days.due))


def last_day_to_amend(subject: Subject) -> date | None:
    """Give the last day on which the instrument can be changed by its own terms; None while the decedent lives."""
    days = days_of(subject.case)
    return None if days is None else _last_to_amend(days)


def last_day_to_petition(subject: Subject) -> date | None:
    """Give the last day on which a court can be asked; None while the decedent lives."""
    days = days_of(subject.case)
    return None if days is None else estate_return.last_day_in_time(days.due)


def _cannot_be_amended(subject: Subject) -> Iterator[Problem]:
    """Refuse an amendment that nobody may make, of an instrument that is not there, or that has nothing to add."""
    answers, where = subject.trust.reformation, subject.path("reformation.has_power")
    if subject.case.decedent.died is None:
        fix = "change the instrument itself while the client lives, or state the date of death."
        what = "the trust is to be conformed after a death, and nobody died."
        yield Problem(subject.path("source"), what, fix, BY_TERMS)
    if answers.has_power is False:
        what = "neither the instrument nor the law of a State gives a power to change the trust without a court."
        fix = "ask a court, and write source: judicial-reformation; or correct the answer, and name the power."
        yield Problem(where, what, fix, BY_TERMS)
    if answers.lacks == ():
        fix = "name what it lacks; a trust that has all of it needs no amendment."
        yield Problem(subject.path("reformation.lacks"), "the instrument lacks nothing.", fix, BY_TERMS)


def _by_court_late(days: Days, subject: Subject) -> Iterator[Problem]:
    answers, last = subject.trust.reformation, estate_return.last_day_in_time(days.due)
    if answers.commenced is not None and answers.commenced > last:
        what = f"the proceeding was commenced on {day(answers.commenced)}, and the return was due on {day(last)}."
        fix = "correct the day; one commenced later makes no QDOT of the trust, whenever the return is filed."
        yield Problem(subject.path("reformation.commenced"), what, fix, BY_COURT)
    if answers.commenced is not None and answers.court is None:
        what = f"the proceeding was commenced on {day(answers.commenced)}, and no court is named."
        yield Problem(subject.path("reformation.court"), what, "name the court, as the caption has it.", BY_COURT)
    if subject["reformation_dropped"] and answers.ended is not None:
        what = f"the proceeding ended on {day(answers.ended)} without a change of the trust, which is no QDOT."
        fix = "make no election, and have the estate pay the increased tax; or state when the trust was changed."
        yield Problem(subject.path("reformation.ended"), what, fix, BY_COURT)


def cautions(subject: Subject) -> Iterator[Caution]:
    """Caution of a reformation that is not begun or not complete, and of one that is in time only if a day rolls."""
    days, source = days_of(subject.case), subject.trust.source
    if days is None or not days.applies:
        return
    if source is Source.JUDICIAL_REFORMATION:
        yield from _by_court_doubtful(days, subject)
    elif source is Source.CONFORMED_BY_AMENDMENT:
        yield from _by_terms_doubtful(days, subject)


def _by_court_doubtful(days: Days, subject: Subject) -> Iterator[Caution]:
    commenced, where = subject.trust.reformation.commenced, subject.path("reformation.commenced")
    if commenced is None and not subject["reformation_dropped"]:
        what = "no proceeding to reform the trust is stated to be commenced."
        yield Caution(where, what, f"commence it by {day(days.due)}, whenever the return is filed.", BY_COURT)
    elif subject["reformation_pending"] and commenced and commenced <= estate_return.last_day_in_time(days.due):
        what = "the proceeding to reform the trust is pending, and until it ends the trust is treated as a QDOT."
        fix = "file and pay as one, and notify the Internal Revenue Service when it ends; a year of assessment follows."
        yield Caution(where, what, fix, f"{BY_COURT}; 26 USC 2056(d)(5)(B)")
    yield from _rolled(days, subject, commenced, "commenced")


def _by_terms_doubtful(days: Days, subject: Subject) -> Iterator[Caution]:
    completed, where = subject.trust.reformation.completed, subject.path("reformation.completed")
    in_time = estate_return.last_day_in_time(days.due)
    if completed is None:
        what = "the change of the trust by its own terms is not stated to be complete."
        fix = f"complete it by {day(days.due)}, before the election statement says what the instrument requires."
        yield Caution(where, what, fix, BY_TERMS)
    elif days.filed is None and completed > in_time:
        what = f"the trust was changed on {day(completed)}, after the return was due on {day(in_time)}."
        yield Caution(where, what, "file the return on that day or later; an earlier one comes before it.", BY_TERMS)
    elif days.filed is None or days.filed <= in_time:
        yield from _rolled(days, subject, completed, "completed")


def _rolled(days: Days, subject: Subject, on: date | None, answer: str) -> Iterator[Caution]:
    if on is not None and days.due < on <= estate_return.last_day_in_time(days.due):
        what = f"it was {answer} on {day(on)}, in time only as the due date, {day(days.due)}, was no business day."
        fix = "be ready to show that section 7503 moves the day for this act as it does for the return."
        yield Caution(subject.path(f"reformation.{answer}"), what, fix, "26 USC 7503; 26 CFR 20.2056A-4(a)")


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the dates of every trust that is reformed."""
    if subject.trust.source is Source.CONFORMED_BY_AMENDMENT:
        yield from _by_instrument(days, subject)
    elif subject.trust.source is Source.JUDICIAL_REFORMATION:
        yield from _by_court(days, subject)


def _by_instrument(days: Days, subject: Subject) -> Iterator[Found]:
    made = partial(transfer.reformation_by_instrument, days.due, days.filed)
    completed = subject.trust.reformation.completed
    yield Call(subject.id, subject.path("source"), lambda: done(made(), "completed", completed))


def _by_court(days: Days, subject: Subject) -> Iterator[Found]:
    answers = subject.trust.reformation
    made = partial(transfer.reformation_by_court, days.due)
    yield Call(subject.id, subject.path("source"), lambda: done(made(), "commenced", answers.commenced))
    ended = answers.ended or answers.completed
    if ended is None:
        yield Missing(subject.id, "reformation_notice", subject.path("reformation.ended"))
        return
    notice = since(days.died, ended, transfer.reformation_notice)
    yield Call(subject.id, subject.path("reformation.ended"), notice)
    if answers.notified is None:
        yield Missing(subject.id, "reformation_assessment", subject.path("reformation.notified"))
    else:
        year = since(ended, answers.notified, transfer.reformation_assessment, "the end of the proceeding")
        yield Call(subject.id, subject.path("reformation.notified"), year)
