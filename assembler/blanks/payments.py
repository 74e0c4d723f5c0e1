"""The payments of one annuity: what each brought, what of it is corpus, and by when it is taxed or rolled over."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assembler.blanks.money import on
from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item
from assembler.casefile.shape import Annuity, Case, Undertaking
from assembler.casefile.shape_annuities import Receipt
from assembler.findings import estate
from assembler.findings.annuities import corpus
from assembler.law import annuity_payments
from assembler.law.annuity_corpus import AnnuityFigures
from assembler.law.figure import OutOfRange
from assembler.wording import day, dollars


def payments(case: Case, one: Annuity, found: AnnuityFigures | None, where: str) -> Sequence[Item]:
    """List the payments; where none is stated, one line to fill in."""
    rows = one.receipts if one.receipts is not None else (Receipt(),)
    return [_payment(case, one, found, row, f"{where}.receipts[{number}]") for number, row in enumerate(rows)]


def year(case: Case, one: Annuity) -> int | None:
    """Return the year of the last payment by the day of the papers; None where no payment has come."""
    came = (row.received for row in one.receipts or () if row.received is not None)
    return max((day_.year for day_ in came if case.as_of is None or day_ <= case.as_of), default=None)


def of_year(case: Case, one: Annuity) -> Annuity:
    """Return an annuity with the payments of that year alone."""
    last = year(case, one)
    if last is None:
        return one
    return replace(one, receipts=tuple(row for row in one.receipts or () if row.received and row.received.year == last))


def _payment(case: Case, one: Annuity, found: AnnuityFigures | None, row: Receipt, path: str) -> Item:
    return {
        "received": on(row.received, "the day the payment was received", "spouse", f"{path}.received"),
        "amount": _dollars(row.amount, "the amount of the payment", f"{path}.amount"),
        "hardship": dollars(row.hardship or Decimal(0)),
        "corpus": _dollars(_corpus(row, found), "the corpus of the payment", f"{path}.amount"),
        "due": _due(case, one, row, f"{path}.received"),
        "transferred": on(row.transferred, "the day the corpus was transferred", "trustee", f"{path}.transferred"),
        "transferred_amount": _dollars(
            row.transferred_amount, "the amount transferred", f"{path}.transferred_amount", "trustee"
        ),
    }


def _dollars(amount: Decimal | None, what: str, path: str, who: str = "spouse") -> Blank:
    return missing(what, who, path) if amount is None else dollars(amount)


def _corpus(row: Receipt, found: AnnuityFigures | None) -> Decimal | None:
    try:
        figure = None if found is None else corpus(row, found)
    except OutOfRange:  # told where the figures are shown
        return None
    return None if figure is None else Decimal(str(figure.value))


def _due(case: Case, one: Annuity, row: Receipt, path: str) -> Blank:
    died, due = case.decedent.died, estate.due_date(case)
    gap = missing("the day by which the payment is taxed or rolled over", "spouse", path)
    if row.received is None or died is None or due is None or one.undertaking is None:
        return gap
    if one.undertaking is Undertaking.ROLL_OVER:
        return day(annuity_payments.roll_over(row.received).date)
    try:
        deadline = annuity_payments.annuity_payments_year(
            row.received.year,
            died=died,
            estate_due=due,
            is_roll_over=False,
            spouse_died=case.spouse.died,
            spouse_return_filed=case.spouse.return_filed,
            estate_files_return=case.return_.estate_files_return is not False,
        )
    except OutOfRange:
        return gap
    return day(deadline.date)
