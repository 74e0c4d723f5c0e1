"""The calendar has words for every deadline of the law, and a firm may replace them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from inspect import getmembers, isfunction, signature
from itertools import product
from pathlib import Path

import pytest
from icalendar import Calendar

from assembler.findings.calendar_words import CALENDAR, DEADLINES
from assembler.findings.deadline import Dates, Missing, Note, SubjectDate, done
from assembler.law import (
    annual_statement,
    annuity_payments,
    citizenship,
    estate_return,
    foreign_limit,
    form_706qdt,
    limitation,
    remainder,
    residence,
    security_deadlines,
    transfer,
)
from assembler.law.deadline import Deadline, Office
from assembler.law.figure import OutOfRange
from assembler.law.security_deadlines import Instrument
from assembler.matter import Engine, Matter
from assembler.matter.calendar import CalendarEntry, Deadlines, in_words, rows
from assembler.matter.icalendar_file import as_ics
from assembler.matter.index import names

SAMPLE = Path(__file__).parents[2] / "samples" / "deadlines.yaml"

TOPICS = (
    annual_statement, annuity_payments, citizenship, estate_return, foreign_limit, form_706qdt, limitation,
    remainder, residence, security_deadlines, transfer,
)  # fmt: skip
DAY, LATER = date(2027, 3, 4), date(2027, 9, 1)
TRIED: Mapping[object, tuple[object, ...]] = {
    bool: (False, True),
    int: (2027,),
    str: ("1996", "2026"),
    date: (DAY, LATER),
    date | None: (None, LATER),
    Instrument: tuple(Instrument),
}
"""What a function of the law is given, by what it asks for."""


def functions() -> Iterator[Callable[..., Deadline]]:
    """Give every function of the law that returns a deadline."""
    for topic in TOPICS:
        for name, make in getmembers(topic, isfunction):
            is_its_own = make.__module__ == topic.__name__ and "key" not in signature(make).parameters
            if is_its_own and not name.startswith("_") and signature(make).return_annotation is Deadline:
                yield make


def deadlines_of(make: Callable[..., Deadline]) -> Iterator[Deadline]:
    """Give every deadline that a function of the law returns, whatever it turns on."""
    parameters = signature(make).parameters
    for values in product(*(TRIED[parameter.annotation] for parameter in parameters.values())):
        with suppress(OutOfRange):
            yield make(**dict(zip(parameters, values, strict=True)))


@pytest.fixture
def worded(engine: Engine) -> Callable[..., Deadlines]:
    """Give a function that puts our words to deadlines, and to notes."""

    def put(*deadlines: Deadline, notes: tuple[Missing | Note, ...] = ()) -> Deadlines:
        return in_words(Dates(tuple(SubjectDate("share", one) for one in deadlines), (), notes), engine.library.words)

    return put


Worded = Callable[..., Deadlines]


def entry(found: Deadlines) -> CalendarEntry:
    (one,) = found.dates
    return one


@pytest.mark.parametrize("make", tuple(functions()), ids=lambda make: make.__name__)
def test_every_deadline_has_its_words_and_every_value_that_they_name(
    make: Callable[..., Deadline], worded: Worded
) -> None:
    for deadline in deadlines_of(make):
        one = entry(worded(deadline))
        assert CALENDAR.keys() >= set(deadline.notes)
        of_notes = (CALENDAR[note] for note in deadline.notes)
        assert DEADLINES[deadline.key].union(*of_notes) == deadline.values.keys()
        assert all(text[0].isupper() or text[0].isdigit() for text in (one.name, one.who, one.what, *one.notes))


def test_the_law_returns_every_deadline_that_has_words() -> None:
    assert {one.key for make in functions() for one in deadlines_of(make)} == DEADLINES.keys()


def test_a_name_begins_with_a_capital_whatever_it_begins_with(worded: Worded) -> None:
    of_bond = security_deadlines.security_filing(Instrument.BOND, "2026", due=DAY, extended_due=LATER)
    one = entry(worded(of_bond))

    assert (one.name, one.who) == ("Bond filed", "U.S. Trustee")
    assert one.what.startswith("File the bond, apart from the return")
    assert one.notes == (
        "An extension may be granted under 26 CFR 301.9100-1 and -3.",
        "The text does not say whether the due date includes an extension; the earlier day is taken.",
    )


@pytest.mark.parametrize(
    ("offices", "who"),
    [
        ((Office.SPOUSE, Office.EXECUTOR), "Surviving spouse and executor"),
        (
            (Office.SPOUSE_REPRESENTATIVE, Office.EXECUTOR),
            "Legal representative of the surviving spouse (Zoë Çelik-Ng) and executor",
        ),
        ((Office.SPOUSE_ESTATE,), "Personal representative of the surviving spouse’s estate (Zoë Çelik-Ng)"),
    ],
)
def test_several_who_act_are_named_together_and_a_representative_by_name(
    offices: tuple[Office, ...], who: str, worded: Worded
) -> None:
    conveyed = replace(transfer.conveyance(DAY), offices=offices, values={"representative": "Zoë Çelik-Ng"})

    assert entry(worded(conveyed)).who == who


def test_a_representative_who_is_not_stated_has_no_name(worded: Worded) -> None:
    unnamed = replace(transfer.conveyance(DAY), offices=(Office.SPOUSE_REPRESENTATIVE,))

    assert entry(worded(unnamed)).who == "Legal representative of the surviving spouse"


def test_what_was_done_is_said_and_said_to_be_late(worded: Worded) -> None:
    due = estate_return.estate_return(date(2026, 2, 11))

    assert entry(worded(done(due, "filed", due.date))).notes == ("Filed on 2026-11-12.",)
    assert entry(worded(done(due, "filed", LATER))).notes == ("Filed on 2027-09-01, after this day.",)


def test_what_is_left_out_is_told_by_its_name_and_each_note_once(worded: Worded) -> None:
    missing = Missing("share", "nonrenewal_notice", "trusts[share].events", {"instrument": Instrument.BOND})
    found = worded(notes=(missing, missing, Note("share", "excess_bought", {"year_end": LATER}), Note("", "living")))

    assert found.notes == (
        "share: Notice that the bond is not renewed is left out until trusts[share].events is answered.",
        "share: the excess at the end of 2027-09-01 was bought, and no year is given to cure it.",
        "The decedent is living: no date has begun to run.",
    )


def test_deadlines_of_one_day_stand_by_their_names_and_others_by_their_days(worded: Worded) -> None:
    citizen, gift, later = (
        citizenship.citizenship_notice(DAY),
        citizenship.gift_election(DAY),
        residence.residence_cessation,
    )
    found = worded(later(date(2028, 1, 1)), citizen, gift)

    assert [one.deadline.key for one in found.dates] == ["gift_election", "citizenship_notice", "residence_cessation"]


def test_a_row_of_a_paper_says_the_day_the_reasons_and_the_notes(worded: Worded) -> None:
    found = worded(done(estate_return.last_election(DAY), "filed", DAY))
    (row,) = rows(found, {"share": "Çelik Marital Trust"})

    assert row == {
        "date": "March 4, 2028",
        "weekday": "Saturday",
        "name": "Last day for a QDOT election (Çelik Marital Trust)",
        "who": "Executor",
        "what": "File the first return, if none was filed on time: one filed after this day can carry no election.",
        "why": "Return due, with extension; one year later. "
        "No relief can be granted: the limit is set by statute. Filed on March 4, 2027.",
        "rolls": "does not roll",
        "law": "26 USC 2056A(d); 26 CFR 20.2056A-1(a)(1)(iii)",
    }


def test_a_row_names_a_thing_by_its_id_where_it_has_no_name(worded: Worded) -> None:
    (row,) = rows(worded(estate_return.last_election(DAY)), {})

    assert row["name"] == "Last day for a QDOT election (share)"


def test_the_dates_of_a_case_name_the_estate_the_trust_and_the_annuity() -> None:
    found = names(Matter.open(SAMPLE).findings)

    assert found["estate"] == "Estate of Thaddeus Boyle-Nakamura III"
    assert found["boyle"] == "Boyle-Nakamura Qualified Domestic Trust"
    assert found["pension"] == "Miami Valley Teachers Retirement Plan"


def test_what_hangs_on_a_due_date_that_rolls_says_both_days(worded: Worded) -> None:
    words = "2026-11-11 is no business day: a request made on 2026-11-12 is in time. 26 USC 7503."

    assert words in entry(worded(estate_return.longest_extension(date(2026, 2, 11)))).notes
    assert not any("7503" in note for note in entry(worded(estate_return.longest_extension(date(2026, 2, 12)))).notes)


def test_a_firm_calls_a_deadline_and_an_office_as_it_likes_and_the_event_stays_the_same(tmp_path: Path) -> None:
    words = tmp_path / "clauses" / "words"
    words.mkdir(parents=True)
    (words / "deadlines.yaml").write_text("estate_tax:\n  name: Tax on the estate\n", encoding="utf-8")
    (words / "offices.yaml").write_text("executor:\n  name: personal representative\n", encoding="utf-8")
    ours, theirs = Matter.open(SAMPLE), Matter.open(SAMPLE, Engine(tmp_path))

    (paid,) = (one for one in theirs.deadlines.dates if one.deadline.key == "estate_tax")
    assert theirs.problems == ()
    assert (paid.name, paid.who) == ("Tax on the estate", "Personal representative")
    assert paid.what.startswith("Pay the estate tax shown on the return")
    assert uids(theirs) == uids(ours)


def uids(matter: Matter) -> set[str]:
    events = Calendar.from_ical(as_ics(matter.deadlines, matter.case)).walk("VEVENT")
    found = {str(event["uid"]) for event in events}
    assert len(found) == len(matter.deadlines.dates)
    return found
