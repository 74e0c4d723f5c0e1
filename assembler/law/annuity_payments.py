"""What becomes of each annuity payment: the part taxed or rolled over, hardship, and the base of an acceleration."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from assembler.law.annuity import Terms, Valuation, present_value
from assembler.law.calendar import april_15, months_later
from assembler.law.deadline import Deadline, Office, filing, limit
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import CENT, plain

HARDSHIP_LAW = "26 CFR 20.2056A-4(c)(2)(i), (c)(3)(i)"


def corpus_of_payments(received: Decimal, portion: Decimal) -> Figure:
    """Return the corpus in a payment, or in a year's payments, in dollars and cents.

    Raises OutOfRange for a negative payment and for a portion that is not from 0 to 1.

    26 CFR 20.2056A-4(c)(4)(i).
    """
    corpus, step = _corpus(received, portion)
    return Figure("Corpus in the payments received", corpus, "dollars", (step,), ("26 CFR 20.2056A-4(c)(4)",))


def _corpus(received: Decimal, portion: Decimal) -> tuple[Decimal, Step]:
    law = "26 CFR 20.2056A-4(c)(4)(i)"
    if received < 0:
        raise OutOfRange(f"a payment of {received} dollars was received", "state the amount received, in dollars", law)
    if not 0 <= portion <= 1:
        raise OutOfRange(f"the corpus portion is {portion}", "state it as a fraction, from 0 to 1", law)
    # up, and what hardship exempts down: a transfer a cent short is a default
    corpus = (received * portion).quantize(CENT, ROUND_CEILING)
    return corpus, Step(f"${plain(received):,} × {portion}", corpus, law)


def after_hardship(received: Decimal, portion: Decimal, exempt_if_from_qdot: Decimal) -> Figure:
    """Return the corpus still taxed or rolled over, where part would be exempt as hardship if paid from a QDOT.

    `exempt_if_from_qdot` is the amount, in dollars, that would have been exempt; at most the whole corpus is relieved.
    Raises OutOfRange for a negative amount.

    26 CFR 20.2056A-4(c)(2)(i), (c)(3)(i); 26 CFR 20.2056A-5(c)(1).
    """
    if exempt_if_from_qdot < 0:
        raise OutOfRange(
            f"the hardship amount is {exempt_if_from_qdot} dollars", "state an amount of 0 or more", HARDSHIP_LAW
        )
    corpus, step = _corpus(received, portion)
    relieved = min(corpus, exempt_if_from_qdot.quantize(CENT, ROUND_FLOOR))
    steps = (
        step,
        Step("less the part a hardship exemption would cover", relieved, HARDSHIP_LAW),
        Step(f"{corpus:,} − {relieved:,}", corpus - relieved, HARDSHIP_LAW),
    )
    name = "Corpus that is taxed or rolled over"
    return Figure(name, corpus - relieved, "dollars", steps, (HARDSHIP_LAW, "26 CFR 20.2056A-5(c)(1)"))


def accelerated_value(
    remaining: Terms, year: int, died: date, *, rate: Decimal | None = None, table: str | None = None
) -> Valuation:
    """Value what is left of the annuity at the beginning of the year of a payment whose tax or transfer failed.

    The tax under section 2056A(b)(1) on the whole of it may become due at once; relief may be asked for under section
    301.9100-1. `remaining` gives the payments still to come (for a term certain, the years left on January 1). The
    agreement does not say how the value is found: this takes the section 7520 rate, mortality table and ages of
    January 1; `rate`, percent a year, stands in place of the table's. Raises OutOfRange for a year before the death and
    for anything outside a table.

    26 CFR 20.2056A-4(c)(6)(ii), (c)(7)(ii).
    """
    if year < died.year:
        raise OutOfRange(
            f"the failed payment was received in {year}, before the death on {died}",
            "state the year in which the payment was received",
            "26 CFR 20.2056A-4(c)(6)(ii)",
        )
    # In the year of the death the annuity begins with the death, not with the year.
    valuation = max(date(year, 1, 1), died)
    return present_value(remaining, valuation, died, rate=rate, table=table)


DAYS_TO_ROLL_OVER = 60
"""The corpus of each payment reaches the QDOT within this many days of receipt. 26 CFR 20.2056A-4(c)(7)(i)."""

MONTHS_AFTER_DEATH = 9
"""Without an estate tax return, or by the regulation on payment, the day is this long after the death."""

PAY_LAW = "26 CFR 20.2056A-4(c)(6)(i)"
ROLL_LAW = "26 CFR 20.2056A-4(c)(7)(i)"


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

    `estate_due` is the due date of the decedent's return with extensions. Raises OutOfRange for a year before the
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
        raise OutOfRange(
            f"a payment of {year} is before the decedent's death on {died}",
            "state the year in which the spouse received the payment",
            law,
        )
    if spouse_died is not None and year > spouse_died.year:
        raise OutOfRange(
            f"a payment of {year} is after the spouse's death on {spouse_died}",
            "report what is paid after the spouse's death with the tax at that death",
            "26 CFR 20.2056A-5(b)(2)",
        )


def _report(
    year: int, day: date, steps: tuple[Step, ...], *, is_roll_over: bool, notes: tuple[str, ...] = ()
) -> Deadline:
    return filing(
        "annuity_payments_rolled_over" if is_roll_over else "annuity_payments_taxed",
        day,
        Office.SPOUSE,
        steps=steps,
        law=(ROLL_LAW if is_roll_over else PAY_LAW, "26 CFR 20.2056A-11"),
        notes=notes,
        values={"year": year},
    )


def _spouse_died_that_year(died: date, filed: date | None, *, is_roll_over: bool) -> Deadline:
    """Return the earlier of two days: nine months after the death, and the day the spouse's return is filed.

    The regulation says the one and the agreement the other; for a roll-over the filing alone counts.
    """
    nine = months_later(died, MONTHS_AFTER_DEATH)
    law = ROLL_LAW if is_roll_over else PAY_LAW
    steps = [Step("Spouse died", died, law), Step("nine months later", nine, law)]
    day = nine
    notes: tuple[str, ...] = ("spouse_return_unfiled",)
    if filed is not None:
        day, notes = (filed if is_roll_over else min(filed, nine)), ()
        steps.append(Step("spouse's estate tax return filed", filed, law))
    if not is_roll_over:
        notes = ("earlier_of_two", *notes)
        steps.append(Step("the earlier", day, PAY_LAW))
    return _report(died.year, day, tuple(steps), is_roll_over=is_roll_over, notes=notes)


def roll_over(received: date) -> Deadline:
    """Return the last day to transfer the corpus of one payment: the sixtieth after its receipt; it does not roll.

    26 CFR 20.2056A-4(c)(7)(i).
    """
    last = received + timedelta(days=DAYS_TO_ROLL_OVER)
    return limit(
        "roll_over",
        last,
        Office.SPOUSE,
        steps=(Step("Payment received", received, ROLL_LAW), Step(f"{DAYS_TO_ROLL_OVER} days later", last, ROLL_LAW)),
        law=(ROLL_LAW,),
    )
