"""What becomes of each annuity payment: the part taxed or rolled over, hardship, and the base of an acceleration."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from assembler.law.annuity import Terms, Valuation, present_value
from assembler.law.figure import Figure, Outside, Step

CENT = Decimal("0.01")
"""Corpus is rounded up to the cent, and what hardship exempts is rounded down: a transfer a cent short is a default."""

HARDSHIP_LAW = "26 CFR 20.2056A-4(c)(2)(i), (c)(3)(i)"


def corpus_of_payments(received: Decimal, portion: Decimal) -> Figure:
    """Return the corpus in a payment, or in a year's payments, in dollars and cents.

    Raises Outside for a negative payment and for a portion that is not from 0 to 1.

    26 CFR 20.2056A-4(c)(4)(i).
    """
    corpus, step = _corpus(received, portion)
    return Figure("Corpus in the payments received", corpus, "dollars", (step,), ("26 CFR 20.2056A-4(c)(4)",))


def _corpus(received: Decimal, portion: Decimal) -> tuple[Decimal, Step]:
    law = "26 CFR 20.2056A-4(c)(4)(i)"
    if received < 0:
        raise Outside(f"a payment of {received} dollars was received", "state the amount received, in dollars", law)
    if not 0 <= portion <= 1:
        raise Outside(f"the corpus portion is {portion}", "state it as a fraction, from 0 to 1", law)
    corpus = (received * portion).quantize(CENT, ROUND_CEILING)
    return corpus, Step(f"{received:,} × {portion}", corpus, law)


def after_hardship(received: Decimal, portion: Decimal, exempt_if_from_qdot: Decimal) -> Figure:
    """Return the corpus still taxed or rolled over, where part would be exempt as hardship if paid from a QDOT.

    `exempt_if_from_qdot` is the amount, in dollars, that would have been exempt; at most the whole corpus is relieved.
    Raises Outside for a negative amount.

    26 CFR 20.2056A-4(c)(2)(i), (c)(3)(i); 26 CFR 20.2056A-5(c)(1).
    """
    if exempt_if_from_qdot < 0:
        raise Outside(
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
    remaining: Terms,
    year: int,
    died: date,
    *,
    rate: Decimal | None = None,
    table: str | None = None,
) -> Valuation:
    """Value what is left of the annuity at the beginning of the year of a payment whose tax or transfer failed.

    The tax under section 2056A(b)(1) on the whole of it may become due at once; relief may be asked for under section
    301.9100-1. `remaining` gives the payments still to come (for a term certain, the years left on January 1). The
    agreement does not say how the value is found: this takes the section 7520 rate, mortality table and ages of
    January 1. Raises Outside for a year before the death and for anything outside a table.

    26 CFR 20.2056A-4(c)(6)(ii), (c)(7)(ii).
    """
    if year < died.year:
        raise Outside(
            f"the failed payment was received in {year}, before the death on {died}",
            "state the year in which the payment was received",
            "26 CFR 20.2056A-4(c)(6)(ii)",
        )
    # In the year of the death the annuity begins with the death, not with the year.
    valuation = max(date(year, 1, 1), died)
    return present_value(remaining, valuation, died, rate=rate, table=table)
