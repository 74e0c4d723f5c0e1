"""The fields that name who signs for the spouse's side, and in what office."""

from collections.abc import Mapping

from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer
from assembler.wording import on_one_line

SPOUSE = "surviving spouse"
OF_SPOUSE = "{} of {}, legal representative of the surviving spouse"
OF_ESTATE = "{} of the estate of {}, the surviving spouse"


def _assignor(answers: Answers) -> str:
    name = "spouse.name" if answers.is_so("assignor_is_spouse") else "spouse.representative"
    return str(answers.need(name))


def _assignor_capacity(answers: Answers) -> str:
    if answers.is_so("assignor_is_spouse"):
        return SPOUSE
    if answers.is_so("assignor_is_estate"):
        return _office(answers, OF_ESTATE, "personal representative")
    return _office(answers, OF_SPOUSE, "representative")


def _signer(answers: Answers) -> str:
    return str(answers.need("spouse.representative" if _acts(answers) else "spouse.name"))


def _signer_capacity(answers: Answers) -> str:
    return _office(answers, OF_SPOUSE, "representative") if _acts(answers) else SPOUSE


def _acts(answers: Answers) -> bool:
    """Tell whether a representative signs an agreement on an annuity, which nobody else can sign for the spouse."""
    return answers.is_so("annuity_signed_by_representative")


def _office(answers: Answers, capacity: str, otherwise: str) -> str:
    return capacity.format(answers.get("spouse.representative_title") or otherwise, answers.need("spouse.name"))


FIELDS: Mapping[str, Fill] = {
    "assignor_name": _assignor,
    "assignor_capacity": _assignor_capacity,
    "assignor_authority": answer("spouse.representative_authority", on_one_line),
    "signer_name": _signer,
    "signer_capacity": _signer_capacity,
}

LISTS: Mapping[str, List] = {}
