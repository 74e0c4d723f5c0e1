"""The fields that advice on a case asks for: the amounts of a year, the taxes of States, the treaty country."""

from collections.abc import Mapping
from datetime import date

from assembler.findings import advice, marital_surplus, state_death_taxes
from assembler.merge.answers import Answers
from assembler.merge.arithmetic import plain_dollars
from assembler.merge.field import Fill, List, answer, choice, figure, finding
from assembler.wording import country, listed


def _year(on: date) -> str:
    return str(on.year)


def _state_death_taxes(answers: Answers) -> str:
    """Name each State and its taxes; where there is none, no clause asks."""
    taxes = answers.value(state_death_taxes.taxing_states(answers.subject.whole))
    said = [answers.phrase("state-death-tax", "-and-".join(kinds), state=state) for state, kinds in taxes]
    return listed(said) or answers.phrase("state-death-tax", "none")


FIELDS: Mapping[str, Fill] = {
    "basic_exclusion": finding(lambda a: advice.basic_exclusion(a.subject.whole), plain_dollars),
    "community_property": choice("community_property", "community-property"),
    "exclusion_at_death": finding(lambda a: advice.exclusion_at_death(a.subject.whole), plain_dollars),
    "marital_surplus": figure(lambda a: marital_surplus.surplus(a.subject.whole)),
    "papers_year": answer("as_of", _year),
    "spouse_gift_exclusion": finding(lambda a: advice.spouse_gift_exclusion(a.subject.whole), plain_dollars),
    "state_death_taxes": _state_death_taxes,
    "treaty_country": answer("decedent.treaty_country", country),
    "year_of_death": answer("decedent.died", _year),
}

LISTS: Mapping[str, List] = {}
