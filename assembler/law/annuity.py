"""The present value of an annuity that pays the spouse, by section 7520, as the regulations' examples work it."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from assembler.law.actuarial import (
    PER_YEAR,
    annuity_from_remainder,
    interest,
    nearest_age,
    remainder_factor,
    term_annuity,
)
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import cents, plain
from assembler.law.tables import lives, mortality_table, section_7520_rate, table_j, table_k, unconfirmed

DOLLAR = Decimal(1)
"""Payments and values are carried in whole dollars, halves up, as Example 4 carries them; the law prescribes no
rounding. The ratios are taken before this rounding, so that a small annuity is not distorted by it.
26 CFR 20.2056A-4(d), Example 4."""

VALUE_LAW = "26 CFR 20.2056A-4(c)(4)(ii)(B)"
RATE_LAW = "26 USC 7520(a); 26 CFR 20.7520-1(b)(1)"
FACTOR_LAW = "26 CFR 20.2031-7(d)(2)(iv)"
EXAMPLE_LAW = "26 CFR 20.2056A-4(d), Example 4"


class Interval(StrEnum):
    """How often an annuity pays."""

    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


class Timing(StrEnum):
    """When in each period an annuity pays."""

    END = "end"
    BEGINNING = "beginning"


@dataclass(frozen=True)
class Terms:
    """What an annuity pays: dollars a year, how often, and for which lives or how many years.

    `born` gives the date of birth of one measuring life, or of two where payments last until the survivor's death.
    """

    annual_payment: Decimal
    interval: Interval = Interval.MONTHLY
    timing: Timing = Timing.END
    born: tuple[date, ...] = ()
    years: int | None = None
    has_scheduled_changes: bool = False
    has_terminal_illness: bool = False


@dataclass(frozen=True)
class Valuation:
    """An annuity's value on a date: each figure of the way there, and what is unconfirmed about them.

    `percent` is the rate; `payment` the frequency-adjusted payment; `exact` the value before rounding to dollars;
    `table` the table of mortality, or Table B for a term of years.
    """

    rate: Figure
    factor: Figure
    adjustment: Figure
    adjusted_payment: Figure
    present_value: Figure
    percent: Decimal
    payment: Decimal
    exact: Decimal
    table: str
    unconfirmed: tuple[str, ...]


def check_terms(terms: Terms) -> None:
    """Raise OutOfRange where the standard factors do not fit the annuity."""
    if terms.annual_payment <= 0:
        raise OutOfRange(
            f"the annuity pays {terms.annual_payment} dollars a year",
            "state the total payable each year, in dollars",
            "26 CFR 20.2056A-4(c)(5)(iii)",
        )
    if not terms.born and terms.years is None:
        raise OutOfRange(
            "the annuity has neither a measuring life nor a term",
            "state the date of birth of each measuring life, or the term in years",
            "26 CFR 20.2056A-4(c)(5)(iv)",
        )
    if terms.born and terms.years is not None:
        raise OutOfRange(
            "the annuity depends on both a life and a term of years",
            "ask an actuary or the Internal Revenue Service for a special factor",
            "26 CFR 20.2031-7(d)(4)",
        )
    if terms.has_scheduled_changes:
        raise OutOfRange(
            "the payments are scheduled to change",
            "ask an actuary: the standard factors value level payments only",
            "26 CFR 20.2056A-4(c)(5)(iii); 26 CFR 20.7520-3(b)(1)(ii)",
        )
    if terms.has_terminal_illness:
        raise OutOfRange(
            "a measuring life is terminally ill",
            "value the annuity on the facts: the standard factors may not be used",
            "26 CFR 20.7520-3(b)(3)",
        )


def dollars(amount: Decimal) -> Decimal:
    """Round to whole dollars, halves up."""
    return amount.quantize(DOLLAR, ROUND_HALF_UP)


def present_value(
    terms: Terms,
    valuation: date,
    died: date,
    *,
    rate: Decimal | None = None,
    table: str | None = None,
) -> Valuation:
    """Value an annuity on a date: the frequency-adjusted payment times the factor for the lives or the term.

    `rate`, percent a year, stands in place of the table's for the month; `table` chooses among the mortality tables
    open to the date of death. An annuity for life paid at the beginning of each period adds its first payment. Raises
    OutOfRange where the standard factors do not fit, and for any date, age or rate outside a table.

    26 CFR 20.2056A-4(c)(4)(ii)(B); 26 CFR 20.2031-7(d)(2)(iv).
    """
    check_terms(terms)
    percent = section_7520_rate(valuation) if rate is None else rate
    interest(percent)
    is_stated = rate is not None and rate != _published(valuation)
    name = mortality_table(valuation, died, table) if terms.years is None else ""
    factor, steps = _factor(terms, valuation, percent, name)
    adjustment = _adjustment(terms, percent)
    payment = dollars(terms.annual_payment * adjustment)
    first = _first_payment(terms)
    return Valuation(
        rate=_rate_figure(percent, valuation, is_stated=is_stated),
        factor=Figure("Annuity factor", factor, "factor", steps, (VALUE_LAW, FACTOR_LAW + "(A)")),
        adjustment=_adjustment_figure(terms, percent, adjustment),
        adjusted_payment=_payment_figure(terms, adjustment, payment),
        present_value=_value_figure(payment, factor, first),
        percent=percent,
        payment=payment,
        exact=payment * factor + first,
        table=name or "B",
        unconfirmed=_notes(terms, valuation, died, percent, is_stated=is_stated, table=name, is_chosen=bool(table)),
    )


def _published(valuation: date) -> Decimal | None:
    try:
        return section_7520_rate(valuation)
    except OutOfRange:
        return None


def _rate_figure(percent: Decimal, valuation: date, *, is_stated: bool) -> Figure:
    stated = ", as stated" if is_stated else ""
    step = Step(f"Section 7520 rate for {valuation:%Y-%m}{stated}", percent, RATE_LAW, "percent")
    return Figure("Section 7520 rate", percent, "percent", (step,), (RATE_LAW,))


def _notes(
    terms: Terms, valuation: date, died: date, percent: Decimal, *, is_stated: bool, table: str, is_chosen: bool
) -> tuple[str, ...]:
    stated = f"the section 7520 rate for {valuation:%Y-%m}, {percent} percent, is as stated, not from the table"
    notes = (stated,) if is_stated else unconfirmed("section_7520_rates", valuation)
    notes += unconfirmed("table_j" if _uses_table_j(terms) else "table_k", percent)
    if table:
        notes += unconfirmed("mortality", table)
    return notes + (unconfirmed("mortality_periods", died) if is_chosen else ())


def _factor(terms: Terms, valuation: date, rate: Decimal, table: str) -> tuple[Decimal, tuple[Step, ...]]:
    if terms.years is None:
        return _life_factor(terms.born, valuation, rate, table)
    factor = term_annuity(rate, terms.years)
    text = f"Table B, column 1: {terms.years} years at {rate} percent"
    return factor, (Step(text, factor, "Publication 1457, Table B", "factor"),)


def _life_factor(
    born: tuple[date, ...], valuation: date, rate: Decimal, table: str
) -> tuple[Decimal, tuple[Step, ...]]:
    ages = [nearest_age(day, valuation) for day in born]
    remainder = remainder_factor(lives(table), rate, *ages)
    factor = annuity_from_remainder(remainder, rate)
    steps = [Step("Mortality table", f"Table {table}", "26 CFR 20.2031-7(c), (d)(3)")]
    steps += [
        Step(f"Age on the birthday nearest to {valuation}, of the life born on {day}", age, "26 CFR 20.2031-7(d)(2)")
        for day, age in zip(born, ages, strict=True)
    ]
    which = "after one life" if len(ages) == 1 else "after the survivor of two lives"
    text = f"Remainder factor {which} at {rate} percent"
    steps.append(Step(text, remainder, "26 CFR 20.2031-7(d)(2)(ii)", "factor"))
    text = f"1 less {remainder}, divided by {interest(rate).normalize()}"
    return factor, (*steps, Step(text, factor, FACTOR_LAW + "(A)", "factor"))


def _uses_table_j(terms: Terms) -> bool:
    return terms.timing is Timing.BEGINNING and terms.years is not None


def _adjustment(terms: Terms, rate: Decimal) -> Decimal:
    return (table_j if _uses_table_j(terms) else table_k)(rate, terms.interval)


def _adjustment_figure(terms: Terms, rate: Decimal, factor: Decimal) -> Figure:
    letter = "J" if _uses_table_j(terms) else "K"
    text = f"Table {letter}: payments {terms.interval} at {rate} percent"
    step = Step(text, factor, "26 CFR 20.2031-7(d)(6)", "factor")
    return Figure("Adjustment factor", factor, "factor", (step,), (FACTOR_LAW,))


def _payment_figure(terms: Terms, adjustment: Decimal, payment: Decimal) -> Figure:
    step = Step(f"${plain(terms.annual_payment):,} × {adjustment}", payment, EXAMPLE_LAW)
    return Figure("Annual payment, adjusted for frequency", payment, "dollars", (step,), (EXAMPLE_LAW,))


def _first_payment(terms: Terms) -> Decimal:
    if terms.timing is Timing.END or terms.years is not None:
        return Decimal(0)
    return cents(terms.annual_payment / PER_YEAR[terms.interval])


def _value_figure(payment: Decimal, factor: Decimal, first: Decimal) -> Figure:
    steps = [Step(f"${payment:,} × {factor}", dollars(payment * factor), EXAMPLE_LAW)]
    if first:
        steps.append(Step("plus the first payment, due at once", first, FACTOR_LAW + "(B)"))
    return Figure(
        "Present value of the annuity", dollars(payment * factor + first), "dollars", tuple(steps), (VALUE_LAW,)
    )
