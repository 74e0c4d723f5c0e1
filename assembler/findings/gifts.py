"""Lifetime gifts: those to the spouse that are included in a year's gifts, and the basis of those that were taxed."""

from collections.abc import Iterator, Sequence

from assembler.casefile.shape import Case
from assembler.casefile.shape_gifts import GiftTaxYear, GiftToSpouse, TaxedGift
from assembler.findings.figure import Line, described, of, worked
from assembler.findings.joint_property import gifts_on_ending
from assembler.findings.subject import item
from assembler.law.basis import amount_of_gift, basis_after_gift, tax_on_one_gift
from assembler.law.figure import Figure
from assembler.law.gifts import Gift, included_gifts
from assembler.law.money import ZERO
from assembler.law.tables import annual_gift_exclusion


def figures(case: Case) -> Iterator[Line]:
    """Give the gifts to the spouse year by year, and the basis that gift tax raised."""
    yield from _to_spouse(case)
    for number, year in enumerate(case.gift_taxes or ()):
        yield from worked(item("gift_taxes", None, number), _taxed_year(year))


def _to_spouse(case: Case) -> Iterator[Line]:
    given = [_gift(gift) for gift in case.gifts or ()]
    if None in given:  # the exclusion falls on the earliest gifts first, so that each must be known
        return
    made = [gift for gift in given if gift is not None]
    made += [Gift(day, amount, amount, would_qualify=True) for day, amount in gifts_on_ending(case)]
    for year in sorted({gift.given.year for gift in made}):
        of_year = [gift for gift in made if gift.given.year == year]
        yield from worked("gifts", _included(year, of_year))


def _included(year: int, gifts: Sequence[Gift]) -> Iterator[Line]:
    yield from of(f"gifts to the spouse in {year}", included_gifts(gifts))


def _gift(gift: GiftToSpouse) -> Gift | None:
    present = gift.value if gift.is_survivor_annuity and gift.present_interest is None else gift.present_interest
    qualifies = True if gift.is_survivor_annuity and gift.would_qualify is None else gift.would_qualify
    if gift.given is None or gift.value is None or present is None or qualifies is None:
        return None
    annuity, citizen = bool(gift.is_survivor_annuity), bool(gift.spouse_is_citizen)
    return Gift(gift.given, gift.value, present, qualifies, annuity, citizen)


def _taxed_year(year: GiftTaxYear) -> Iterator[Line]:
    if year.year is None or year.tax_paid is None or not year.gifts:
        return
    amounts = [_amount(gift, year.year, year.gifts) for gift in year.gifts]
    known = [figure for figure in amounts if figure is not None]
    if len(known) < len(amounts):
        return
    included = [figure.number for figure in known]
    for number, (gift, figure) in enumerate(zip(year.gifts, known, strict=True)):
        subject = f"{described(gift.description, gift.id, number, 'gift')}: gift of {year.year}"
        yield from of(subject, figure)
        tax = tax_on_one_gift(year.tax_paid, included[number], sum(included, ZERO))
        yield from of(subject, tax)
        if gift.adjusted_basis is not None and gift.value is not None:
            paid = tax.number
            yield from of(subject, basis_after_gift(gift.value, gift.adjusted_basis, paid, included[number]))


def _amount(gift: TaxedGift, year: int, gifts: Sequence[TaxedGift]) -> Figure | None:
    """Take the exclusion off a gift: the one stated or, for the only gift to a donee, that of the year."""
    if gift.value is None:
        return None
    is_only = gift.donee is not None and [each.donee for each in gifts].count(gift.donee) == 1
    exclusion = annual_gift_exclusion(year) if gift.exclusion is None and is_only else gift.exclusion
    if exclusion is None:
        return None
    return amount_of_gift(gift.value, exclusion)
