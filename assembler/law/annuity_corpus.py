"""The corpus portion of each annuity payment: what part of it is principal, and so taxed or rolled over."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assembler.law.actuarial import LONGEST_TERM, PLACES_ANNUITY, rounded, term_annuity
from assembler.law.annuity import EXAMPLE_LAW, VALUE_LAW, Terms, Valuation, dollars, present_value
from assembler.law.figure import Figure, OutOfRange, Step

PORTION = Decimal("0.01")
PORTION_ROUNDING = ROUND_HALF_UP
"""The corpus portion is rounded to the nearest hundredth, because Example 4 rounds .5189 to .52 and prints no other
rule; the step before it shows the portion unrounded, for one who prefers not to round down."""

PLACES_SHOWN = 6
"""The places to which the portion is shown before it is rounded."""


@dataclass(frozen=True)
class AnnuityFigures(Valuation):
    """Every figure the Information Statement asks for, in the order of Example 4: the value and what follows."""

    quotient: Figure
    expected_term: Figure
    corpus_amount: Figure
    corpus_portion: Figure
    deduction: Figure

    @property
    def figures(self) -> tuple[Figure, ...]:
        """List the figures as a worksheet prints them."""
        return (
            self.rate,
            self.factor,
            self.adjustment,
            self.adjusted_payment,
            self.present_value,
            self.quotient,
            self.expected_term,
            self.corpus_amount,
            self.corpus_portion,
            self.deduction,
        )

    @property
    def stated(self) -> tuple[Figure, ...]:
        """List the figures as the Information Statement has them, without what stands for comparison only."""
        portion = replace(self.corpus_portion, steps=self.corpus_portion.steps[:-1])
        return tuple(portion if one is self.corpus_portion else one for one in self.figures)


def annuity_figures(
    terms: Terms,
    died: date,
    *,
    rate: Decimal | None = None,
    table: str | None = None,
) -> AnnuityFigures:
    """Compute the corpus portion of an annuity as of the decedent's death, with every figure on the way.

    Raises OutOfRange where the standard factors do not fit, and for any date, age or rate outside a table.

    26 CFR 20.2056A-4(c)(4); 26 CFR 20.2056A-4(d), Example 4.
    """
    value = present_value(terms, died, died, rate=rate, table=table)
    if not value.payment or not value.present_value.value:
        raise OutOfRange("the annuity is worth less than a cent", "state what is payable each year", VALUE_LAW)
    quotient = rounded(value.exact / value.payment, PLACES_ANNUITY)
    years = expected_term(value.percent, quotient) if terms.years is None else terms.years
    return AnnuityFigures(
        **vars(value),
        quotient=_quotient_figure(value, quotient),
        expected_term=_term_figure(value.percent, quotient, years, is_certain=terms.years is not None),
        corpus_amount=_amount_figure(value, years),
        corpus_portion=_portion_figure(terms, value, years),
        deduction=_deduction(value),
    )


def expected_term(rate: Decimal, quotient: Decimal) -> int:
    """Return the term whose Table B annuity factor equals the quotient or, between two terms, the longer.

    Raises OutOfRange where the quotient is above the factor for 60 years, at which the table ends.

    26 CFR 20.2056A-4(c)(4)(ii)(B).
    """
    for years in range(1, LONGEST_TERM + 1):
        if term_annuity(rate, years) >= quotient:
            return years
    raise OutOfRange(
        f"a fund {quotient} times the annual payment lasts more than {LONGEST_TERM} years at {rate} percent",
        "ask for a special factor: Table B ends there",
        VALUE_LAW,
    )


def _divided(dividend: Decimal, divisor: Decimal | int, places: int) -> str:
    """Write a division in whole dollars, with the dividend before rounding where the quotient shows the difference."""
    shown = dollars(dividend)
    is_same = rounded(shown / divisor, places) == rounded(dividend / divisor, places)
    before = "" if is_same else f" (${dividend:,.4f} before rounding)"
    return f"${shown:,}{before} ÷ {divisor if isinstance(divisor, int) else f'${divisor:,}'}"


def _quotient_figure(value: Valuation, quotient: Decimal) -> Figure:
    text = _divided(value.exact, value.payment, PLACES_ANNUITY)
    step = Step(text, quotient, VALUE_LAW, "factor")
    return Figure("Annuity factor for the expected term", quotient, "factor", (step,), (VALUE_LAW,))


def _term_figure(rate: Decimal, quotient: Decimal, years: int, *, is_certain: bool) -> Figure:
    steps: tuple[Step, ...] = (Step("The payments last a term certain", years, VALUE_LAW),)
    if not is_certain:
        steps = _term_steps(rate, quotient, years)
    return Figure("Expected annuity term", years, "years", steps, (VALUE_LAW,))


def _term_steps(rate: Decimal, quotient: Decimal, years: int) -> tuple[Step, ...]:
    shown = [
        Step(
            f"Table B, column 1: {n} years at {rate} percent",
            term_annuity(rate, n),
            "Publication 1457, Table B",
            "factor",
        )
        for n in (years - 1, years)
        if n
    ]
    is_exact = term_annuity(rate, years) == quotient
    text = f"{quotient} is the factor for this term" if is_exact else f"{quotient} is less: the longer term is used"
    return (*shown, Step(text, years, VALUE_LAW))


def _amount_figure(value: Valuation, years: int) -> Figure:
    law = "26 CFR 20.2056A-4(c)(4)(ii)(A)"
    amount = dollars(value.exact / years)
    step = Step(_divided(value.exact, years, 0), amount, law)
    return Figure("Corpus amount of the annual payment", amount, "dollars", (step,), (law,))


def _portion_figure(terms: Terms, value: Valuation, years: int) -> Figure:
    law = "26 CFR 20.2056A-4(c)(4)(i)"
    amount = value.exact / years
    portion = (amount / value.payment).quantize(PORTION, PORTION_ROUNDING)
    unadjusted = "For comparison only, the corpus amount divided by the annual payment before adjustment"
    compared = rounded(amount / terms.annual_payment, PLACES_SHOWN)
    steps = (
        Step(
            _divided(amount, value.payment, PLACES_SHOWN),
            rounded(amount / value.payment, PLACES_SHOWN),
            EXAMPLE_LAW,
            "fraction",
        ),
        Step("rounded to the nearest hundredth", portion, EXAMPLE_LAW, "fraction"),
        Step(unadjusted, compared, "26 CFR 20.2056A-4(c)(5)(vi)(D)", "fraction"),
    )
    return Figure("Corpus portion of each payment", portion, "fraction", steps, (law, EXAMPLE_LAW))


def _deduction(value: Valuation) -> Figure:
    law = "26 CFR 20.2056A-4(c)(2), (3)"
    amount = value.present_value.value
    step = Step("Present value of the annuity at the decedent's death", amount, VALUE_LAW)
    return Figure("Marital deduction the annuity supports", amount, "dollars", (step,), (law, EXAMPLE_LAW))
