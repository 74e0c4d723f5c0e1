"""The fields that name the family, those who sign as settlor, and the executor."""

from collections.abc import Mapping, Sequence

from assembler.casefile.shape import Executor, Source
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, names, rows
from assembler.wording import country, day, listed, on_lines, on_one_line

EXECUTOR = "Executor"
"""The office of an executor for whom no other is stated."""


def _decedent_status(answers: Answers) -> str:
    status, domicile = answers.need("decedent.status"), _domicile(answers)
    return answers.phrase("status", status, domicile=domicile)


def _domicile(answers: Answers) -> str:
    place: str = answers.need("decedent.domicile")
    return f"the {place}" if place == "District of Columbia" else place


def _citizenship(codes: tuple[str, ...]) -> str:
    return listed([country(code) for code in codes])


def _executor_title(answers: Answers) -> str:
    titles = (one.get("title") for one in answers.each("executor"))
    return next(filter(None, titles), EXECUTOR)


def _settlors(answers: Answers) -> Sequence[Answers]:
    """Give the records of those who sign as settlor: the executors, the spouse, or the decedent."""
    source = answers.need("trust.source")
    if source is Source.EXECUTOR_CREATED:
        return answers.some("executor")
    return (answers.record_at("spouse" if source is Source.SPOUSE_CREATED else "decedent"),)


def _qdot_creator(answers: Answers) -> str:
    """Name who created the trust, in the capacity of executor, spouse or decedent."""
    settlors = names(_settlors(answers))
    return answers.phrase("qdot-creator", answers.need("trust.source"), settlors=settlors)


def _capacity(settlor: Answers) -> str:
    """Say in which capacity a settlor signs: the executor for the estate, another for himself or herself."""
    if not isinstance(settlor.record, Executor):
        return "Settlor"
    case = settlor.of_case
    return f"{_executor_title(case)} of the estate of {case.need('decedent.name')}, Settlor"


def _joining_spouse(answers: Answers) -> str:
    """Name the spouse, who joins in an agreement that the executor makes; in another, the settlor, who signs alone."""
    joins = answers.need("trust.source") is Source.EXECUTOR_CREATED
    return str(answers.need("spouse.name")) if joins else names(_settlors(answers))


FIELDS: Mapping[str, Fill] = {
    "decedent_name": answer("decedent.name"),
    "decedent_died": answer("decedent.died", day),
    "decedent_status": _decedent_status,
    "spouse_name": answer("spouse.name"),
    "spouse_citizenship": answer("spouse.citizenships", _citizenship),
    "spouse_address": answer("spouse.address", on_one_line),
    "spouse_address_lines": answer("spouse.address", on_lines),
    "joining_spouse": _joining_spouse,
    "executor_names": lambda answers: names(answers.some("executor")),
    "executor_title": _executor_title,
    "qdot_creator": _qdot_creator,
    "settlor_name": lambda answers: names(_settlors(answers)),
}

LISTS: Mapping[str, List] = {
    "executors": rows("executor", {"name": answer("name"), "title": lambda one: one.get("title") or EXECUTOR}),
    "settlors": rows(_settlors, {"name": answer("name"), "capacity": _capacity}),
}
