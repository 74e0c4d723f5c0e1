"""When the tax on annuity payments is paid and reported, and when their corpus is rolled over."""

from datetime import date, timedelta

from assembler.law.deadline import SPOUSE, Deadline, filing, limit
from assembler.law.deadlines_qdt import april_15
from assembler.law.figure import Outside, Step
from assembler.law.periods import months_later

DAYS_TO_ROLL_OVER = 60
"""The corpus of each payment reaches the QDOT within this many days of receipt. 26 CFR 20.2056A-4(c)(7)(i)."""

MONTHS_AFTER_DEATH = 9
"""Without an estate tax return, or by the regulation on payment, the day is this long after the death."""

PAY_LAW = "26 CFR 20.2056A-4(c)(6)(i)"
ROLL_LAW = "26 CFR 20.2056A-4(c)(7)(i)"
CONFLICT = (
    "In the year of the spouse's death the regulation says nine months after the death, and the agreement the day the "
    "spouse's estate tax return is filed (nine months if none): the earlier is taken, and the agreement is not altered."
)


def annuity_payments_year(
    year: int,
    *,
    died: date,
    estate_due: date,
    is_roll_over: bool,
    spouse_died: date | None = None,
    spouse_return_filed: date | None = None,
    estate_files_return: bool = True,
) -> Deadline:
    """Return when annuity payments received in a calendar year are reported and, unless rolled over, the tax paid.

    `estate_due` is the due date of the decedent's return with extensions. Raises Outside for a year before the
    decedent's death or after the spouse's.

    26 CFR 20.2056A-4(c)(6)(i), (ii), (c)(7)(i), (ii).
    """
    law = ROLL_LAW if is_roll_over else PAY_LAW
    _check_year(year, died, spouse_died, law)
    if spouse_died is not None and year == spouse_died.year:
        return _spouse_died_that_year(spouse_died, spouse_return_filed, is_roll_over=is_roll_over)
    ordinary = april_15(year)
    steps = (Step(f"April 15 after {year}", ordinary, law),)
    if year > died.year:
        return _report(year, ordinary, steps, is_roll_over=is_roll_over)
    if not estate_files_return:
        day = months_later(died, MONTHS_AFTER_DEATH)
        no_return = (Step("Decedent died", died, law), Step("nine months later, no return being filed", day, law))
        return _report(year, day, no_return, is_roll_over=is_roll_over)
    day = max(ordinary, estate_due)
    later = (Step("Decedent's estate tax return due, with extension", estate_due, law), Step("the later", day, law))
    return _report(year, day, (*steps, *later), is_roll_over=is_roll_over)


def _check_year(year: int, died: date, spouse_died: date | None, law: str) -> None:
    if year < died.year:
        raise Outside(
            f"a payment of {year} is before the decedent's death on {died}",
            "state the year in which the spouse received the payment",
            law,
        )
    if spouse_died is not None and year > spouse_died.year:
        raise Outside(
            f"a payment of {year} is after the spouse's death on {spouse_died}",
            "report what is paid after the spouse's death with the tax at that death",
            "26 CFR 20.2056A-5(b)(2)",
        )


def _report(
    year: int, day: date, steps: tuple[Step, ...], *, is_roll_over: bool, notes: tuple[str, ...] = ()
) -> Deadline:
    act = "and the schedule of transfers to the QDOT" if is_roll_over else "and pay the tax on their corpus"
    return filing(
        f"Form 706-QDT for annuity payments of {year}",
        day,
        who=SPOUSE,
        what=f"File Form 706-QDT on all payments received in {year}, {act}.",
        steps=steps,
        law=(ROLL_LAW if is_roll_over else PAY_LAW, "26 CFR 20.2056A-11"),
        notes=notes,
    )


def _spouse_died_that_year(died: date, filed: date | None, *, is_roll_over: bool) -> Deadline:
    nine = months_later(died, MONTHS_AFTER_DEATH)
    law = ROLL_LAW if is_roll_over else PAY_LAW
    steps = [Step("Spouse died", died, law), Step("nine months later", nine, law)]
    day = nine
    notes: tuple[str, ...] = ("It moves up to the day the spouse's estate tax return is filed, if that is sooner.",)
    if filed is not None:
        day, notes = (filed if is_roll_over else min(filed, nine)), ()
        steps.append(Step("spouse's estate tax return filed", filed, law))
    if not is_roll_over:
        notes = (CONFLICT, *notes)
        steps.append(Step("the earlier", day, PAY_LAW))
    return _report(died.year, day, tuple(steps), is_roll_over=is_roll_over, notes=notes)


def roll_over(received: date) -> Deadline:
    """Return the last day to transfer the corpus of one payment: the sixtieth after its receipt; it does not roll.

    26 CFR 20.2056A-4(c)(7)(i).
    """
    last = received + timedelta(days=DAYS_TO_ROLL_OVER)
    return limit(
        "Roll-over of an annuity payment",
        last,
        who=SPOUSE,
        what="Transfer the corpus portion of the payment to the QDOT.",
        steps=(Step("Payment received", received, ROLL_LAW), Step(f"{DAYS_TO_ROLL_OVER} days later", last, ROLL_LAW)),
        law=(ROLL_LAW,),
        notes=("Missed, the tax on the whole remaining value may be due at once. 26 CFR 20.2056A-4(c)(7)(ii).",),
    )
