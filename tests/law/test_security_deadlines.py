"""When a bond or letter of credit is filed, answered for and adjusted."""

from datetime import date

import pytest

from assembler.law import security_deadlines
from assembler.law.deadline import Office

DUE = date(2026, 11, 11)
EXTENDED = date(2027, 5, 11)


@pytest.mark.parametrize("instrument", list(security_deadlines.Instrument))
def test_security_was_filed_with_the_return_and_now_by_the_later_of_two_days(
    instrument: security_deadlines.Instrument,
) -> None:
    due, filed = date(2026, 11, 12), date(2026, 9, 1)

    def last(edition: str, filed: date | None) -> date:
        return security_deadlines.security_filing(instrument, edition, due=due, extended_due=EXTENDED, filed=filed).date

    assert last("1996", filed) == filed
    assert last("1996", None) == EXTENDED
    assert last("2026", filed) == due
    assert last("2026", EXTENDED) == EXTENDED
    assert last("2026", None) == due


def test_an_extended_return_leaves_a_note_on_the_filing_of_the_bond() -> None:
    extended = security_deadlines.security_filing(
        security_deadlines.Instrument.BOND, "2026", due=DUE, extended_due=EXTENDED
    )
    plain = security_deadlines.security_filing(security_deadlines.Instrument.BOND, "2026", due=DUE, extended_due=DUE)

    assert (extended.notes, plain.notes) == (("extension_not_counted",), ())
    assert extended.law[0] == "26 CFR 20.2056A-2(d)(1)(i)(B)(4)"


@pytest.mark.parametrize("instrument", list(security_deadlines.Instrument))
def test_notices_about_security_count_days_and_never_roll(instrument: security_deadlines.Instrument) -> None:
    notice = security_deadlines.nonrenewal_notice(instrument, date(2027, 6, 30))
    reply = security_deadlines.reply_to_notice(instrument, date(2027, 5, 6))

    assert (notice.date, notice.rolls) == (date(2027, 5, 1), False)  # a Saturday
    assert notice.work_by == date(2027, 4, 30)
    assert (reply.date, reply.rolls) == (date(2027, 6, 5), False)  # a Saturday
    giver = Office.SURETY if instrument is security_deadlines.Instrument.BOND else Office.BANK
    assert notice.offices == (giver,)
    letter = "B" if instrument is security_deadlines.Instrument.BOND else "C"
    assert notice.law == reply.law == (f"26 CFR 20.2056A-2(d)(1)(i)({letter})(1)",)
    assert security_deadlines.branch_closing_notice(date(2027, 6, 30)).date == date(2027, 5, 1)


@pytest.mark.parametrize("instrument", list(security_deadlines.Instrument))
def test_money_drawn_may_be_asked_for_only_after_april_15(instrument: security_deadlines.Instrument) -> None:
    for drawn in (date(2027, 1, 1), date(2027, 12, 31)):
        first = security_deadlines.return_of_remittance(instrument, drawn)
        assert (first.date, first.rolls) == (date(2028, 4, 16), False)  # a Sunday
        assert first.work_by == date(2028, 4, 18)
        assert first.law[0].endswith("(B)(3)" if instrument is security_deadlines.Instrument.BOND else "(C)(4)")


def test_sixty_days_run_from_the_final_determination() -> None:
    for due in (
        security_deadlines.adjust_security(security_deadlines.Instrument.BOND, date(2028, 3, 1)),
        security_deadlines.secure_after_determination(date(2028, 3, 1)),
    ):
        assert (due.date, due.rolls) == (date(2028, 4, 30), False)  # a Sunday
        assert due.work_by == date(2028, 4, 28)
