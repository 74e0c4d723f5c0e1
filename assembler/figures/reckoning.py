"""How the section 2056A estate tax of a case is reckoned: by which rates, on which estate, and what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assembler.casefile.shape import Case
from assembler.figures.estates import of_decedent
from assembler.figures.events import Events, in_life
from assembler.figures.worked import Line, Note
from assembler.law.estate import Estate
from assembler.law.figure import OutOfRange
from assembler.law.money import ZERO
from assembler.law.qdot_tax_rate import RateRule, rate_rule

NOT_FINAL = (
    "the day the decedent's estate tax was finally determined is not stated, or has not come: until it is, the"
    " section 2056A estate tax is tentative, at the highest rate"
)


@dataclass(frozen=True)
class Reckoning:
    """What all events share; ``rules`` holds how the tax is due now and, after it, how it will be once final.

    ``estate`` is None where the tax cannot be computed, for want of the answers at the paths ``unstated`` or because
    the law does not reach it; ``rules`` is empty where nothing can be said.
    """

    died: date
    estate: Estate | None
    rules: tuple[RateRule, ...]
    events: Events
    unstated: tuple[str, ...]

    @property
    def due_by(self) -> RateRule | None:
        """Return the rule by which the tax is due now."""
        return self.rules[0] if self.rules else None

    @property
    def computes(self) -> Estate | None:
        """Return the estate to compute by, where a rule asks for it and every earlier event is known."""
        return self.estate if RateRule.COMPUTED in self.rules and not self.events.missing else None

    def estate_for(self, rule: RateRule) -> Estate | None:
        """Return the estate a rule needs; at the highest rate only the date of death matters."""
        return self.computes if rule is RateRule.COMPUTED else Estate(self.died, ZERO)


def reckoning(case: Case) -> Reckoning | None:
    """Set out how the tax of a case is reckoned; None while the decedent lives."""
    if case.decedent.died is None:
        return None
    return Reckoning(case.decedent.died, _estate(case), _rules(case), in_life(case), _unstated(case))


def waiting(found: Reckoning) -> Iterator[Line]:
    """Say which answers the tax waits for."""
    missing: tuple[str, ...] = () if found.rules else ("return.has_designated_filer",)
    missing += found.unstated if RateRule.COMPUTED in found.rules else ()
    for path in (*missing, *found.events.missing):
        yield Note(f"the section 2056A estate tax waits for an answer: {path}")
    if found.due_by is RateRule.TENTATIVE:
        yield Note(NOT_FINAL)


def _estate(case: Case) -> Estate | None:
    try:
        return of_decedent(case)
    except OutOfRange:  # told where the estate itself is shown
        return None


def _unstated(case: Case) -> tuple[str, ...]:
    found = (case.estate.taxable_estate, case.estate.gross_estate)
    status = () if case.decedent.status is not None else ("decedent.status",)
    return status if any(amount is not None for amount in found) else (*status, "estate.taxable_estate")


def _rules(case: Case) -> tuple[RateRule, ...]:
    determined = case.return_.tax_determined
    is_final = determined is not None and (case.as_of is None or determined <= case.as_of)
    rule = rate_rule(max(len(case.trusts), 1), case.return_.has_designated_filer, is_final)
    if rule is RateRule.TENTATIVE:
        return (RateRule.TENTATIVE, RateRule.COMPUTED)
    return () if rule is None else (rule,)
