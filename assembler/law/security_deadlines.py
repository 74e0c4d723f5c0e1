"""When the bond or letter of credit is filed, renewed, answered for and adjusted."""

from datetime import date, timedelta
from enum import StrEnum

from assembler.law.calendar import DAY, april_15, rolled
from assembler.law.deadline import Deadline, Office, Values, filing, limit
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
    return filing(
        "security_filing",
        last,
        Office.US_TRUSTEE,
        steps=(*steps, Step("the later", last, law)),
        law=(law,),
        notes=("extension_not_counted",) if extended_due > due else (),
        values={"instrument": instrument},
    )


def _filed_with_return(instrument: Instrument, day: date, law: str) -> Deadline:
    return filing(
        "security_filing_with_return",
        day,
        Office.EXECUTOR,
        steps=(Step("Return filed, or due with extension", day, law),),
        law=(law,),
        values={"instrument": instrument},
    )


def nonrenewal_notice(instrument: Instrument, term_ends: date) -> Deadline:
    """Return the last day to mail notice of failure to renew: the sixtieth before the term ends; mailed, not received.

    26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1).
    """
    law = instrument.paragraph + "(1)"
    last = term_ends - timedelta(days=DAYS_OF_NOTICE)
    return limit(
        "nonrenewal_notice",
        last,
        Office.SURETY if instrument is Instrument.BOND else Office.BANK,
        steps=(Step("Term ends", term_ends, law), Step(f"{DAYS_OF_NOTICE} days before", last, law)),
        law=(law,),
        values={"instrument": instrument},
    )


def branch_closing_notice(closes: date) -> Deadline:
    """Return the last day for a foreign bank's branch to mail notice of closing. 26 CFR 20.2056A-2(d)(1)(i)(C)(1)."""
    law = "26 CFR 20.2056A-2(d)(1)(i)(C)(1)"
    last = closes - timedelta(days=DAYS_OF_NOTICE)
    return limit(
        "branch_closing_notice",
        last,
        Office.FOREIGN_BANK,
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
        "reply_to_notice",
        last,
        Office.US_TRUSTEE,
        steps=(
            Step("Notice received by the Internal Revenue Service", received, law),
            Step(f"{DAYS_TO_REPLY} days later", last, law),
        ),
        law=(law,),
        values={"instrument": instrument},
    )


def return_of_remittance(instrument: Instrument, drawn: date) -> Deadline:
    """Return the first day on which money drawn may be asked back: after April 15 of the year after the draw.

    26 CFR 20.2056A-2(d)(1)(i)(B)(3), (C)(4).
    """
    law = instrument.paragraph + ("(3)" if instrument is Instrument.BOND else "(4)")
    barred = april_15(drawn.year)
    first = barred + DAY
    return limit(
        "return_of_remittance",
        first,
        Office.US_TRUSTEE,
        steps=(
            Step(f"{str(instrument).capitalize()} drawn upon", drawn, law),
            Step("barred through", barred, law),
            Step("the day after", first, law),
        ),
        law=(law,),
        work_by=rolled(first),  # a day before the first is none to work to: the next on which business is done
    )


def adjust_security(instrument: Instrument, concluded: date) -> Deadline:
    """Return the last day to adjust the amount to a final determination of value: the sixtieth day.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C).
    """
    return _sixty_days("adjust_security", concluded, instrument.paragraph, {"instrument": instrument})


def secure_after_determination(concluded: date) -> Deadline:
    """Return the last day to secure a trust reported at $2,000,000 or less and finally found larger.

    26 CFR 20.2056A-2(d)(1)(ii).
    """
    return _sixty_days("secure_after_determination", concluded, "26 CFR 20.2056A-2(d)(1)(ii)")


def _sixty_days(key: str, concluded: date, law: str, values: Values | None = None) -> Deadline:
    last = last_day_to_adjust(concluded)
    steps = (Step("Proceeding or action concluded", concluded, law), Step(f"{DAYS_TO_ADJUST} days later", last, law))
    return limit(key, last, Office.US_TRUSTEE, steps=steps, law=(law,), values=values)
