"""Each annuity that cannot be assigned: its value, the corpus of each payment, and what a failure brings due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Annuity, Case
from assembler.casefile.shape_annuities import Receipt
from assembler.facts.setting import item
from assembler.figures.names import annuity_name
from assembler.figures.worked import Line, notes, of, worked
from assembler.law.annuity import Interval, Terms, Timing, Valuation
from assembler.law.annuity_corpus import AnnuityFigures, annuity_figures
from assembler.law.annuity_payments import accelerated_value, after_hardship, corpus_of_payments
from assembler.law.figure import Figure


def lines(case: Case) -> Iterator[Line]:
    """Give the figures of each annuity that the spouse cannot assign."""
    for number, annuity in enumerate(case.annuities):
        yield from worked(item("annuities", annuity.id, number), _annuity(case, annuity, annuity_name(annuity, number)))


def value(case: Case, annuity: Annuity) -> AnnuityFigures | None:
    """Compute the figures of one annuity; None where an answer is missing.

    Raises OutOfRange as the law does: no measuring life, an age past the table, a month without a rate.
    """
    died, its_terms = case.decedent.died, terms(annuity)
    if died is None or its_terms is None:
        return None
    return annuity_figures(its_terms, died, rate=annuity.section_7520_rate, table=annuity.mortality_table)


def terms(annuity: Annuity) -> Terms | None:
    """Take the terms of an annuity that cannot be assigned; None where an answer is missing."""
    if annuity.is_assignable or annuity.annual_payment is None or annuity.interval is None:
        return None
    born = tuple(life.born for life in annuity.measuring_lives or ())
    known = tuple(day for day in born if day is not None)
    if len(known) < len(born):
        return None
    return Terms(
        annuity.annual_payment,
        Interval(annuity.interval.value),
        Timing(annuity.timing.value) if annuity.timing is not None else Timing.END,
        known,
        annuity.term_years,
        has_scheduled_changes=bool(annuity.has_scheduled_changes),
        has_terminal_illness=bool(annuity.has_terminal_illness),
    )


def corpus(receipt: Receipt, found: AnnuityFigures) -> Figure | None:
    """Compute the corpus of one payment, less what hardship exempts; None where its amount is not stated."""
    portion = Decimal(str(found.corpus_portion.value))
    if receipt.amount is None:
        return None
    if receipt.hardship:
        return after_hardship(receipt.amount, portion, receipt.hardship)
    return corpus_of_payments(receipt.amount, portion)


def accelerated(case: Case, annuity: Annuity) -> Valuation | None:
    """Value what was left when the undertaking failed; None where it did not, or an answer is missing."""
    died, its_terms = case.decedent.died, terms(annuity)
    if annuity.failed_year is None or died is None or its_terms is None:
        return None
    if its_terms.years is not None:
        if annuity.term_years_left is None:
            return None
        its_terms = replace(its_terms, years=annuity.term_years_left)
    return accelerated_value(its_terms, annuity.failed_year, died, table=annuity.mortality_table)


def failed_on(year: int) -> date:
    """Return the day as of which the rest of an annuity is taxed: January 1 of the year of the payment."""
    return date(year, 1, 1)


def _annuity(case: Case, annuity: Annuity, name: str) -> Iterator[Line]:
    found = value(case, annuity)
    if found is None:
        return
    yield from of(name, *found.figures)
    yield from notes(found.unconfirmed)
    for number, receipt in enumerate(annuity.receipts or ()):
        figure = corpus(receipt, found)
        if figure is not None:
            yield from of(f"{name}: payment of {receipt.received or number + 1}", figure)
    left = accelerated(case, annuity)
    if left is not None:
        subject = f"{name}: left on {failed_on(annuity.failed_year or 0)}, the undertaking having failed"
        yield from of(subject, left.rate, left.factor, left.adjustment, left.adjusted_payment, left.present_value)
        yield from notes(left.unconfirmed)
