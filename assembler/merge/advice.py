"""The fields that advice on a case asks for: the amounts of the year of the papers, the treaty country."""

from collections.abc import Mapping
from datetime import date

from assembler.findings import advice
from assembler.merge.arithmetic import plain_dollars
from assembler.merge.field import Fill, List, answer, finding
from assembler.wording import country


def _year(on: date) -> str:
    return str(on.year)


FIELDS: Mapping[str, Fill] = {
    "basic_exclusion": finding(lambda a: advice.basic_exclusion(a.subject.whole), plain_dollars),
    "papers_year": answer("as_of", _year),
    "spouse_gift_exclusion": finding(lambda a: advice.spouse_gift_exclusion(a.subject.whole), plain_dollars),
    "treaty_country": answer("decedent.treaty_country", country),
}

LISTS: Mapping[str, List] = {}
