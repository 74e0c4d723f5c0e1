"""The blanks that name the family, the settlor and the executor."""

from collections.abc import Iterable, Sequence

from assembler.blanks.point import Blank, Item, OpenPoint
from assembler.casefile.shape import Case, Decedent, Executor, Source, Spouse, Status, Trust
from assembler.wording import country, day, listed, on_one_line

STATUS = {
    Status.CITIZEN_DOMICILED_US: "a citizen of the United States domiciled in {}",
    Status.CITIZEN_DOMICILED_ABROAD: "a citizen of the United States domiciled in {}",
    Status.RESIDENT_NONCITIZEN: "a resident but not a citizen of the United States, domiciled in {}",
    Status.NONRESIDENT_NONCITIZEN: "domiciled in {} and neither a citizen nor a resident of the United States",
}


def missing(what: str, who: str, path: str) -> OpenPoint:
    """Leave a blank open, saying what is missing and who supplies it."""
    return OpenPoint(what, who, path)


def joined(names: Iterable[str | None], then: str = "") -> str:
    """Join names as a sentence does; where one is missing give '', for a list that leaves someone out misleads."""
    found = [name or "" for name in names]
    if not all(found):
        return ""
    return then.join(found) if then else listed(found)


def family(case: Case) -> dict[str, Blank]:
    """Fill the blanks that name the decedent and the spouse."""
    return _decedent(case.decedent) | _spouse(case.spouse)


def _decedent(decedent: Decedent) -> dict[str, Blank]:
    role = "the Decedent" if decedent.died else "the Settlor"
    domicile = _place(decedent.domicile) if decedent.domicile else None
    status: Blank = missing(f"the citizenship and domicile of {role}", "attorney", "decedent.status")
    if decedent.status and domicile:
        status = STATUS[decedent.status].format(domicile)
    return {
        "decedent_name": decedent.name or missing(f"the full name of {role}", "client", "decedent.name"),
        "decedent_died": day(decedent.died)
        if decedent.died
        else missing("the date of the Decedent's death", "family", "decedent.died"),
        "decedent_domicile": domicile or missing(f"the domicile of {role}", "family", "decedent.domicile"),
        "decedent_status": status,
    }


def _place(domicile: str) -> str:
    return "the District of Columbia" if domicile == "District of Columbia" else domicile


def _spouse(spouse: Spouse) -> dict[str, Blank]:
    countries = listed([country(code) for code in spouse.citizenships or ()])
    return {
        "spouse_name": spouse.name or missing("the full name of the Spouse", "client", "spouse.name"),
        "spouse_citizenship": countries or missing("the citizenship of the Spouse", "spouse", "spouse.citizenships"),
        "spouse_address": on_one_line(spouse.address)
        or missing("the address of the Spouse", "spouse", "spouse.address"),
    }


def executors(people: Sequence[Executor] | None) -> dict[str, Blank]:
    """Fill the blanks that name the executor."""
    names = joined(person.name for person in people or ())
    title = next((person.title for person in people or () if person.title), "Executor")
    open_name = missing("the full name of each Executor", "attorney", "executor")
    return {"executor_names": names or open_name, "executor_title": title}


def executor_list(people: Sequence[Executor] | None) -> tuple[Item, ...]:
    """List those who make the return, each with the office held."""
    nobody = executors(None)["executor_names"]
    return tuple(
        {"name": person.name or nobody, "title": person.title or "Executor"} for person in people or (Executor(),)
    )


def settlors(case: Case, trust: Trust) -> tuple[Item, ...]:
    """List those who sign as settlor, each with the capacity in which they sign."""
    decedent = _decedent(case.decedent)["decedent_name"]
    if trust.source is Source.SPOUSE_CREATED:
        return ({"name": _spouse(case.spouse)["spouse_name"], "capacity": "Settlor"},)
    if trust.source is not Source.EXECUTOR_CREATED:
        return ({"name": decedent, "capacity": "Settlor"},)
    title = executors(case.executor)["executor_title"]
    capacity = f"{title} of the estate of {decedent}, Settlor" if isinstance(decedent, str) else decedent
    people = case.executor or (Executor(),)
    nobody = executors(None)["executor_names"]
    return tuple({"name": person.name or nobody, "capacity": capacity} for person in people)
