"""The year of the payments that the schedule of transfers is for, and whether it is over on the day of the papers."""

from collections.abc import Iterator

from assembler.findings.annuities import receipt_path
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName

LAW = "26 CFR 20.2056A-4(c)(6)(i), (c)(7)(i)"

FACTS = (FactName("annuity_year_over", "The year of the last payment is over on the day of the papers."),)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether all the payments of the year can have been received."""
    year, on = year_of_payments(subject), subject.case.as_of
    value = None if year.value is None or on is None else on.year > year.value
    because = year.because if value is None else f"{year.value} is {'' if value else 'not '}over"
    yield "annuity_year_over", Finding(value, because, (LAW,), year.rests_on, on)


def year_of_payments(subject: Subject) -> Finding[int]:
    """Find the year of the last payment by the day of the papers; it is unknown while a payment's day is missing."""
    on, rows = subject.case.as_of, subject.annuity.receipts or ()
    undated = tuple(f"{receipt_path(subject, place)}.received" for place, row in enumerate(rows) if not row.received)
    if undated:
        return Finding(None, "the day of a payment is not stated", (LAW,), undated, on)
    rests_on = (subject.path("receipts"),)
    came = [row.received for row in rows if row.received is not None]
    year = max((day.year for day in came if on is None or day <= on), default=None)
    because = "no payment is stated by the day of the papers" if year is None else f"payments came in {year}"
    return Finding(year, because, (LAW,), rests_on, on)
