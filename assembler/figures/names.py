"""What figures are said to be of, in the words of the case, and where their answers stand."""

from assembler.casefile.shape import Annuity, Case, Trust
from assembler.facts.setting import item

ALL_QDOTS = "all QDOTs"


def trust_name(trust: Trust, number: int) -> str:
    """Name a trust: as it is named, by its id, or by its number."""
    return trust.name or trust.id or f"trust {number + 1}"


def trust_path(trust: Trust, number: int) -> str:
    """Return the path of a trust."""
    return item("trusts", trust.id, number)


def annuity_name(annuity: Annuity, number: int) -> str:
    """Name an annuity: by its plan, by its id, or by its number."""
    return annuity.plan or annuity.id or f"annuity {number + 1}"


def described(what: str | None, id_: str | None, number: int, otherwise: str) -> str:
    """Name a thing by its description, by its id, or by its number."""
    return what or id_ or f"{otherwise} {number + 1}"


def decedents_estate(case: Case) -> str:
    """Name the decedent's estate."""
    return f"estate of {case.decedent.name or 'the decedent'}"


def spouses_estate(case: Case) -> str:
    """Name the spouse's estate."""
    return f"estate of {case.spouse.name or 'the spouse'}"
