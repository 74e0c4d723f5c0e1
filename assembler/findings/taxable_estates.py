"""The decedent's and the spouse's estates, as the computation of the estate tax takes them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Case
from assembler.casefile.shape_tax import DeathTax, TaxableEstate
from assembler.findings.estate import decedent_is_nonresident
from assembler.findings.figure import Line, decedents_estate, notes, of, spouses_estate, worked
from assembler.law.estate import CreditBy, Estate, ForeignTax, Nonresident
from assembler.law.estate_tax import DEDUCTIONS, taxable_estate
from assembler.law.figure import OutOfRange
from assembler.law.money import ZERO
from assembler.law.net_tax import estate_tax
from assembler.law.tables import unconfirmed


def figures(case: Case) -> Iterator[Line]:
    """Give the taxable estate and the estate tax of the decedent, and of the spouse."""
    yield from worked("estate", _decedents(case))
    yield from worked("spouse_estate", _spouses(case))


def _decedents(case: Case) -> Iterator[Line]:
    yield from _estate(case.estate, of_decedent(case), decedents_estate(case))


def _spouses(case: Case) -> Iterator[Line]:
    yield from _estate(case.spouse_estate, of_spouse(case), spouses_estate(case))


def of_decedent(case: Case, taxable_estate: Decimal | None = None) -> Estate | None:
    """Take the decedent's estate, or the same with another taxable estate; None where an answer is missing."""
    return _taken(case.estate, case.decedent.died, decedent_is_nonresident(case).value, taxable_estate)


def of_spouse(case: Case) -> Estate | None:
    """Take the spouse's estate; None where an answer is missing."""
    resident = case.spouse.is_resident
    is_foreign = False if case.spouse.became_citizen else (None if resident is None else not resident)
    return _taken(case.spouse_estate, case.spouse.died, is_foreign, None)


def foreign_taxes(paid: Sequence[DeathTax] | None) -> tuple[ForeignTax, ...] | None:
    """Take foreign death taxes; None where an answer about one is missing."""
    found = tuple(
        ForeignTax(tax.country, tax.paid, tax.property)
        for tax in paid or ()
        if tax.country is not None and tax.paid is not None and tax.property is not None
    )
    return found if len(found) == len(paid or ()) else None


def taxable(estate: TaxableEstate) -> Decimal | None:
    """Return the taxable estate, as stated or as the gross estate less deductions; None where neither is stated.

    Raises OutOfRange where both are stated and disagree.
    """
    worked_out = None if estate.gross_estate is None else estate.gross_estate - sum(_deductions(estate), ZERO)
    if estate.taxable_estate is None or worked_out is None:
        return estate.taxable_estate if worked_out is None else worked_out
    if worked_out != estate.taxable_estate:
        raise OutOfRange(
            f"the gross estate less the deductions is {worked_out}, and the taxable estate is {estate.taxable_estate}",
            "correct the one or the other, or leave the taxable estate out",
            DEDUCTIONS,
        )
    return worked_out


def _taken(
    estate: TaxableEstate, died: date | None, is_foreign: bool | None, taxable_estate: Decimal | None
) -> Estate | None:
    amount = taxable(estate) if taxable_estate is None else taxable_estate
    foreign = foreign_taxes(estate.foreign_death_taxes)
    if died is None or is_foreign is None or amount is None or foreign is None:
        return None
    return Estate(
        died,
        amount,
        estate.adjusted_taxable_gifts or ZERO,
        estate.gift_tax_payable or ZERO,
        estate.unused_exclusion or ZERO,
        estate.state_death_tax_paid or ZERO,
        foreign,
        _foreign_base(estate),
        estate.other_credits or ZERO,
        _nonresident(estate) if is_foreign else None,
        bool(estate.chose_no_estate_tax),
    )


def _deductions(estate: TaxableEstate) -> tuple[Decimal, Decimal, Decimal]:
    return estate.marital_deduction or ZERO, estate.charitable_deduction or ZERO, estate.other_deductions or ZERO


def _foreign_base(estate: TaxableEstate) -> Decimal | None:
    if estate.gross_estate is None:
        return None
    marital, charitable, _ = _deductions(estate)
    return estate.gross_estate - marital - charitable


def _nonresident(estate: TaxableEstate) -> Nonresident:
    rule = CreditBy.STATUTE if estate.credit_rule is None else CreditBy(estate.credit_rule.value)
    return Nonresident(rule, estate.us_gross_estate or ZERO, estate.worldwide_gross_estate or ZERO)


def _estate(answers: TaxableEstate, estate: Estate | None, subject: str) -> Iterator[Line]:
    if estate is None:
        return
    if answers.gross_estate is not None:
        yield from of(subject, taxable_estate(answers.gross_estate, *_deductions(answers)))
    yield from of(subject, estate_tax(estate))
    yield from notes(unconfirmed("estate_tax_rates", estate.died))
