"""The fields that advice on a case asks for: the amounts of a year, the taxes of States, the treaty country."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from assembler.findings import advice, marital_surplus, state_death_taxes
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, figure, finding
from assembler.wording import country, listed


def _year(on: date) -> str:
    return str(on.year)


def _dollars(amount: Decimal) -> str:
    return f"${amount:,.0f}"


def _state_death_taxes(answers: Answers) -> str:
    """Name each State and its taxes; where there is none, no clause asks."""
    taxes = answers.value(state_death_taxes.taxing_states(answers.subject.whole))
    said = [answers.phrase("state-death-tax", "-and-".join(kinds), state=state) for state, kinds in taxes]
    return listed(said) or answers.phrase("state-death-tax", "none")


FIELDS: Mapping[str, Fill] = {
    "community_property": choice("community_property", "community-property"),
    "exclusion_at_death": finding(lambda answers: advice.exclusion_at_death(answers.subject.whole), _dollars),
    "state_death_taxes": _state_death_taxes,
    "year_of_death": answer("decedent.died", _year),
    "basic_exclusion": finding(lambda answers: advice.basic_exclusion(answers.subject.whole), _dollars),
    "marital_surplus": figure(lambda answers: marital_surplus.surplus(answers.subject.whole)),
    "papers_year": answer("as_of", _year),
    "spouse_gift_exclusion": finding(lambda answers: advice.spouse_gift_exclusion(answers.subject.whole), _dollars),
    "treaty_country": answer("decedent.treaty_country", country),
}

LISTS: Mapping[str, List] = {}
