"""The fields that advice on a case asks for: the amounts of the year of the papers, the treaty country."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from assembler.findings import advice
from assembler.merge.field import Fill, List, answer, finding
from assembler.wording import country


def _year(on: date) -> str:
    return str(on.year)


def _dollars(amount: Decimal) -> str:
    return f"${amount:,.0f}"


FIELDS: Mapping[str, Fill] = {
    "basic_exclusion": finding(lambda answers: advice.basic_exclusion(answers.subject.whole), _dollars),
    "papers_year": answer("as_of", _year),
    "spouse_gift_exclusion": finding(lambda answers: advice.spouse_gift_exclusion(answers.subject.whole), _dollars),
    "treaty_country": answer("decedent.treaty_country", country),
}

LISTS: Mapping[str, List] = {}
