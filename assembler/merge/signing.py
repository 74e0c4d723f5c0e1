"""The fields that name who signs for the spouse's side, and in what office."""

from collections.abc import Mapping

from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer
from assembler.wording import on_one_line

SPOUSE = "surviving spouse"
REPRESENTATIVE = "representative"
OF_SPOUSE = "{} of {}, legal representative of the surviving spouse"
OF_ESTATE = "{} of the estate of {}, the surviving spouse"


def _assignor(answers: Answers) -> str:
    name = "spouse.name" if answers.is_so("assignor_is_spouse") else "spouse.representative"
    return str(answers.need(name))


def _assignor_capacity(answers: Answers) -> str:
    if answers.is_so("assignor_is_spouse"):
        return SPOUSE
    if answers.is_so("assignor_is_estate"):
        return _of(OF_ESTATE, answers, "personal representative")
    return _of(OF_SPOUSE, answers, REPRESENTATIVE)


def _signer(answers: Answers) -> str:
    return str(answers.need("spouse.representative" if _acts(answers) else "spouse.name"))


def _acts(answers: Answers) -> bool:
    """Tell whether a representative signs an agreement on an annuity, which nobody else can sign for the spouse."""
    return answers.is_so("annuity_signed_by_representative")


def _of(capacity: str, answers: Answers, otherwise: str) -> str:
    return capacity.format(_office(answers, otherwise), answers.need("spouse.name"))


def _office(answers: Answers, otherwise: str) -> str:
    return answers.get("spouse.representative_title") or otherwise


FIELDS: Mapping[str, Fill] = {
    "assignor_name": _assignor,
    "assignor_capacity": _assignor_capacity,
    "assignor_authority": answer("spouse.representative_authority", on_one_line),
    "signer_name": _signer,
    "signer_office": lambda answers: _office(answers, REPRESENTATIVE),
}

LISTS: Mapping[str, List] = {}
