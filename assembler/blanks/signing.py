"""The blanks that name who signs for the spouse's side, and in what office."""

from datetime import date

from assembler.blanks.people import missing
from assembler.blanks.point import Blank
from assembler.casefile.shape import Case
from assembler.findings.signing import assignors, is_incompetent
from assembler.wording import on_one_line

SPOUSE = "surviving spouse"


def assignor(case: Case, signed: date | None) -> dict[str, Blank]:
    """Name who transfers or assigns, with the capacity and the authority."""
    found = dict(assignors(case, signed))
    if found["assignor_is_spouse"].value:
        signer = _spouse(case)
    elif found["assignor_is_estate"].value:
        signer = _representative(case, "{} of the estate of {}, the surviving spouse", "personal representative")
    else:
        signer = _representative(case, REPRESENTATIVE, LEGAL)
    name, capacity = signer
    authority = on_one_line(case.spouse.representative_authority)
    no_authority = missing("what gives the representative authority", "family", "spouse.representative_authority")
    return {"assignor_name": name, "assignor_capacity": capacity, "assignor_authority": authority or no_authority}


def signer(case: Case) -> dict[str, Blank]:
    """Name who signs an agreement on an annuity: the spouse, or the representative of an incompetent spouse."""
    acts = is_incompetent(case, "").value
    name, capacity = _representative(case, REPRESENTATIVE, LEGAL) if acts else _spouse(case)
    return {"signer_name": name, "signer_capacity": capacity}


REPRESENTATIVE = "{} of {}, legal representative of the surviving spouse"
LEGAL = "representative"


def _spouse(case: Case) -> tuple[Blank, Blank]:
    return case.spouse.name or missing("the full name of the Spouse", "client", "spouse.name"), SPOUSE


def _representative(case: Case, capacity: str, otherwise: str) -> tuple[Blank, Blank]:
    spouse = case.spouse
    name: Blank = spouse.representative or missing("who acts for the Spouse", "family", "spouse.representative")
    if not spouse.name:
        return name, missing("the full name of the Spouse", "client", "spouse.name")
    title = spouse.representative_title or otherwise
    return name, capacity.format(title, spouse.name)
