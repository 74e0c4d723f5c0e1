"""The fields by which a paper says which trust it speaks of: its number, its address, its governing instrument."""

from collections.abc import Mapping

from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer
from assembler.wording import day, on_one_line


def _taxpayer_number(answers: Answers) -> str:
    """Write the number of a trust, or that it has none."""
    number = taxpayer_number(answers, "trust.")
    if number is None:
        return answers.phrase("taxpayer-number", "none")
    return answers.phrase("taxpayer-number", "stated", number=number)


def taxpayer_number(answers: Answers, where: str = "") -> str | None:
    """Give the number of a trust, or None where it has none; which of the two is asked before the number is."""
    if answers.get(f"{where}ein") is None and not answers.need(f"{where}has_ein"):
        return None
    return str(answers.need(f"{where}ein"))


def _governing_instrument(answers: Answers) -> str:
    signed, name = day(answers.need("trust.instrument_date")), answers.need("decedent.name")
    return answers.phrase("governing-instrument", answers.need("trust.source"), decedent=name, signed=signed)


FIELDS: Mapping[str, Fill] = {
    "trust_tin": _taxpayer_number,
    "trust_address": answer("trust.records_address", on_one_line),
    "governing_instrument": _governing_instrument,
}

LISTS: Mapping[str, List] = {}
