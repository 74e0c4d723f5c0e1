"""When the bond or letter of credit is filed, renewed, answered for and adjusted."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from assembler.law.calendar import rolled
from assembler.law.deadline import EXECUTOR, US_TRUSTEE, Deadline, filing, limit
from assembler.law.figure import Step
from assembler.law.security import DAYS_TO_ADJUST, last_day_to_adjust
from assembler.terms import FIRST


class Instrument(StrEnum):
    """The two instruments that secure the tax, and the paragraph of each."""

    BOND = "bond"
    LETTER_OF_CREDIT = "letter of credit"

    @property
    def paragraph(self) -> str:
        """Cite the paragraph on this instrument."""
        return "26 CFR 20.2056A-2(d)(1)(i)" + ("(B)" if self is Instrument.BOND else "(C)")


DAYS_OF_NOTICE = 60
"""Notice of failure to renew, or of a branch's closing, is mailed at least this many days before. 26 CFR
20.2056A-2(d)(1)(i)(B)(1), (C)(1)."""

DAYS_TO_REPLY = 30
"""The Internal Revenue Service does not draw if told within this many days of its receipt of the notice that other
security will take effect. 26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1)."""


def security_filing(
    instrument: Instrument, edition: str, *, due: date, extended_due: date, filed: date | None = None
) -> Deadline:
    """Return when the bond or letter of credit is filed, by edition.

    In the first edition with the return; in the second apart from it, by the later of the filing date and the due
    date; the text does not say whether an extension counts, so `due` is taken without one.

    26 CFR 20.2056A-2(d)(1)(i)(B)(4), (C)(5).
    """
    law = instrument.paragraph + ("(4)" if instrument is Instrument.BOND else "(5)")
    if edition == FIRST:
        return _filed_with_return(instrument, filed or extended_due, law)
    last = max(filed or due, due)
    steps = [Step("Return due, extensions not counted", due, law)]
    if filed:
        steps.append(Step("Return filed", filed, law))
    notes = ["An extension may be granted under 26 CFR 301.9100-1 and -3."]
    if extended_due > due:
        notes.append("The text does not say whether the due date includes an extension; the earlier day is taken.")
    return filing(
        f"{str(instrument).capitalize()} filed",
        last,
        who=US_TRUSTEE,
        what=f"File the {instrument}, apart from the return, with the Estate Tax Advisory Group (Publication 4235), "
        "with the list of assets and the statement on exclusions.",
        steps=(*steps, Step("the later", last, law)),
        law=(law,),
        notes=tuple(notes),
    )


def _filed_with_return(instrument: Instrument, day: date, law: str) -> Deadline:
    return filing(
        f"{str(instrument).capitalize()} filed",
        day,
        who=EXECUTOR,
        what=f"File the {instrument} with Form 706 or 706-NA, with the list of assets and the statement on exclusions.",
        steps=(Step("Return filed, or due with extension", day, law),),
        law=(law,),
        notes=("An extension may be granted under 26 CFR 301.9100-1 and -3.",),
    )


def nonrenewal_notice(instrument: Instrument, term_ends: date) -> Deadline:
    """Return the last day to mail notice of failure to renew: the sixtieth before the term ends; mailed, not received.

    26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1).
    """
    law = instrument.paragraph + "(1)"
    last = term_ends - timedelta(days=DAYS_OF_NOTICE)
    return limit(
        f"Notice that the {instrument} is not renewed",
        last,
        who="Surety" if instrument is Instrument.BOND else "Issuing bank",
        what="Mail the notice to the U.S. Trustee and the Internal Revenue Service; mailed later, it renews.",
        steps=(Step("Term ends", term_ends, law), Step(f"{DAYS_OF_NOTICE} days before", last, law)),
        law=(law,),
    )


def branch_closing_notice(closes: date) -> Deadline:
    """Return the last day for a foreign bank's branch to mail notice of closing. 26 CFR 20.2056A-2(d)(1)(i)(C)(1)."""
    law = "26 CFR 20.2056A-2(d)(1)(i)(C)(1)"
    last = closes - timedelta(days=DAYS_OF_NOTICE)
    return limit(
        "Notice that the U.S. branch is closing",
        last,
        who="U.S. branch or foreign bank",
        what="Mail the notice to the U.S. Trustee and the Internal Revenue Service.",
        steps=(Step("Branch closes", closes, law), Step(f"{DAYS_OF_NOTICE} days before", last, law)),
        law=(law,),
    )


def reply_to_notice(instrument: Instrument, received: date) -> Deadline:
    """Return the last day to tell the Internal Revenue Service of other security: 30 days from its receipt of notice.

    26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1).
    """
    law = instrument.paragraph + "(1)"
    last = received + timedelta(days=DAYS_TO_REPLY)
    return limit(
        f"Reply to the notice about the {instrument}",
        last,
        who=US_TRUSTEE,
        what="Notify the Internal Revenue Service, at the same address, of an alternate arrangement that takes effect "
        "no later than the present one ends.",
        steps=(
            Step("Notice received by the Internal Revenue Service", received, law),
            Step(f"{DAYS_TO_REPLY} days later", last, law),
        ),
        law=(law,),
        notes=("Counted from receipt, not from mailing. Otherwise the Internal Revenue Service may draw.",),
    )


def return_of_remittance(instrument: Instrument, drawn: date) -> Deadline:
    """Return the first day on which money drawn may be asked back: after April 15 of the year after the draw.

    26 CFR 20.2056A-2(d)(1)(i)(B)(3), (C)(4).
    """
    law = instrument.paragraph + ("(3)" if instrument is Instrument.BOND else "(4)")
    barred = date(drawn.year + 1, 4, 15)
    first = barred + timedelta(days=1)
    day = limit(
        "First day to ask for the return of money drawn",
        first,
        who=US_TRUSTEE,
        what="From this day, not before, ask for the return, without interest, of what was drawn.",
        steps=(
            Step(f"{str(instrument).capitalize()} drawn upon", drawn, law),
            Step("barred through", barred, law),
            Step("the day after", first, law),
        ),
        law=(law,),
    )
    # A day before the first one is no day to work to: take the next on which business is done.
    return replace(day, work_by=rolled(first))


def adjust_security(instrument: Instrument, concluded: date) -> Deadline:
    """Return the last day to adjust the amount to a final determination of value: the sixtieth day.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C).
    """
    return _sixty_days(
        f"Adjustment of the {instrument} to the value finally determined",
        f"Adjust the amount of the {instrument} to 65 percent of the value finally determined.",
        concluded,
        instrument.paragraph,
    )


def secure_after_determination(concluded: date) -> Deadline:
    """Return the last day to secure a trust reported at $2,000,000 or less and finally found larger.

    26 CFR 20.2056A-2(d)(1)(ii).
    """
    return _sixty_days(
        "Security for a trust finally found to exceed $2,000,000",
        "Appoint a bank as trustee, or furnish a bond or letter of credit.",
        concluded,
        "26 CFR 20.2056A-2(d)(1)(ii)",
    )


def _sixty_days(name: str, what: str, concluded: date, law: str) -> Deadline:
    last = last_day_to_adjust(concluded)
    return limit(
        name,
        last,
        who=US_TRUSTEE,
        what=what,
        steps=(Step("Proceeding or action concluded", concluded, law), Step(f"{DAYS_TO_ADJUST} days later", last, law)),
        law=(law,),
        notes=("The period is a reasonable one, of which this is the outer limit.",),
    )
