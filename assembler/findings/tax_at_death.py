"""The section 2056A estate tax on the spouse's death, and the credit for it in the spouse's own estate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Case
from assembler.casefile.shape_tax import AtSpouseDeath
from assembler.findings.figure import ALL_QDOTS, Line, Note, notes, of, spouses_estate, trust_name, worked
from assembler.findings.finding import refusal
from assembler.findings.qdot_tax import Reckoning, amounts_before, in_life, reckoning
from assembler.findings.subject import Subject
from assembler.findings.taxable_estates import foreign_taxes, of_spouse
from assembler.law.estate import Estate
from assembler.law.figure import Figure, OutOfRange
from assembler.law.form_706qdt import shares_of_tax
from assembler.law.money import ZERO
from assembler.law.net_tax import estate_tax
from assembler.law.prior_transfer import credit_without_election, qdot_credit
from assembler.law.qdot_tax import QdotTax, SpouseDeath, section_2056a_tax
from assembler.law.qdot_tax_amount import death_amount
from assembler.law.qdot_tax_rate import RateRule, tax_at_highest_rate


@dataclass(frozen=True)
class Parts:
    """What each QDOT brings to the event of the death: its name and the amount that is taxed."""

    amounts: tuple[tuple[str, Figure], ...]
    spouse: SpouseDeath
    value: Decimal

    @property
    def total(self) -> Decimal:
        """Add the amounts, in dollars."""
        return sum((figure.number for _, figure in self.amounts), ZERO)

    @property
    def subject(self) -> str:
        """Name the QDOT, or all of them."""
        return f"{self.amounts[0][0] if len(self.amounts) == 1 else ALL_QDOTS}: death of the spouse"


def figures(whole: Subject) -> Iterator[Line]:
    """Give the tax on the spouse's death and, in the spouse's own estate, the credit for it."""
    case, found = whole.case, reckoning(whole)
    if found is None or case.spouse.died is None:
        return
    try:
        parts = _parts(whole, case.spouse.died)
    except OutOfRange as outside:
        yield refusal("trusts", outside)
        return
    if isinstance(parts, str):
        yield Note(f"the section 2056A estate tax on the spouse's death waits for an answer: {parts}")
    elif parts.amounts:
        for name, figure in parts.amounts:
            yield from of(f"{name}: death of the spouse", figure)
        yield from worked("spouse.died", _tax(found, parts))
        yield from worked("spouse_estate", _credit(case, found, parts))
    yield from worked("spouse_estate", _without_election(case, found))


def _parts(whole: Subject, died: date) -> Parts | str:
    """Measure what each trust brings; the path of the first answer that is missing, where one is."""
    subjects = [trust for trust in whole.trusts if trust.trust.disqualification.ceased is None]
    held = [subject.trust.at_spouse_death for subject in subjects]
    taxes = [foreign_taxes(one.foreign_death_taxes) for one in held]
    for subject, one, tax in zip(subjects, held, taxes, strict=True):
        if one.value is None or tax is None:
            return subject.path("at_spouse_death")
    amounts = tuple((trust_name(subject), _amount(one)) for subject, one in zip(subjects, held, strict=True))
    states = sum((one.state_death_tax_paid or ZERO for one in held), ZERO)
    foreign = tuple(each for tax in taxes for each in tax or ())
    return Parts(amounts, SpouseDeath(died, states, foreign), sum((one.value or ZERO for one in held), ZERO))


def _amount(at_death: AtSpouseDeath) -> Figure:
    return death_amount(
        at_death.value or ZERO,
        at_death.undistributed_income or ZERO,
        residual_payments=at_death.residual_payments or ZERO,
        special_use_reduction=at_death.special_use_reduction or ZERO,
        charitable=at_death.charitable_deduction or ZERO,
        marital=at_death.marital_deduction or ZERO,
    )


def _tax(found: Reckoning, parts: Parts) -> Iterator[Line]:
    due: Decimal | None = None
    if found.due_by in (RateRule.TENTATIVE, RateRule.HIGHEST):
        highest = tax_at_highest_rate(parts.total, found.died, found.due_by)
        yield from of(parts.subject, highest)
        due = highest.number
    computed = _computed(found, parts)
    if computed is not None:
        yield from of(parts.subject, *computed.figures)
        yield from notes(computed.unconfirmed)
        due = computed.amount if due is None else due
    if len(parts.amounts) > 1 and due is not None and found.due_by is not RateRule.HIGHEST:
        shown = [(name, figure.number) for name, figure in parts.amounts]
        yield from of(parts.subject, *shares_of_tax(due, shown))


def _computed(found: Reckoning, parts: Parts) -> QdotTax | None:
    if found.computes is None:
        return None
    prior = amounts_before(found, parts.spouse.died)
    return section_2056a_tax(found.computes, parts.total, prior, parts.spouse)


def _credit(case: Case, found: Reckoning, parts: Parts) -> Iterator[Line]:
    spouse, at_death = of_spouse(case), _due_at_death(found, parts)
    in_lifetime = [None if isinstance(taxed, OutOfRange) else taxed.imposed for _, taxed in in_life(found)]
    taxes = [tax for tax in in_lifetime if tax is not None]
    if spouse is not None and at_death is not None and len(taxes) == len(in_lifetime):
        yield from of(spouses_estate(case), qdot_credit(spouse, parts.value, at_death, sum(taxes, ZERO)))


def _due_at_death(found: Reckoning, parts: Parts) -> Decimal | None:
    """Return the tax for good: as computed, or at the highest rate where no designated filer serves several QDOTs."""
    if found.due_by is RateRule.HIGHEST:
        return tax_at_highest_rate(parts.total, found.died, RateRule.HIGHEST).number
    computed = _computed(found, parts)
    return None if computed is None else computed.amount


def _without_election(case: Case, found: Reckoning) -> Iterator[Line]:
    spouse, value = of_spouse(case), case.estate.unelected_property
    if spouse is None or found.estate is None or not value:
        return
    tax = estate_tax(found.estate).number
    subject = f"{spouses_estate(case)}: property that no election reached"
    taxes = tax + _other_death_taxes(found.estate)
    yield from of(subject, credit_without_election(spouse, value, tax, found.estate.taxable_estate, taxes))


def _other_death_taxes(estate: Estate) -> Decimal:
    return estate.state_tax_paid + sum((each.paid for each in estate.foreign), ZERO)
