"""The whole road: from the bytes of a case file to checked documents, ready to be saved."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assembler import blanks, casefile, check, facts, selection, word
from assembler.assemble.pouring import Manner, Poured, pour
from assembler.assemble.working import NOTHING, Lists, Working, papers, work
from assembler.assemble.workshop import Workshop
from assembler.blanks import Blanks
from assembler.casefile import Reading
from assembler.facts.finding import Facts
from assembler.problem import Problem
from assembler.selection import Plan

DRAFT = Manner()


@dataclass(frozen=True)
class Drafted:
    """One document: what was planned, what was poured, and what the check says of it."""

    name: str
    plan: Plan
    poured: Poured | None
    problems: tuple[Problem, ...]
    pdf: bytes | None = None

    @property
    def filename(self) -> str:
        """The name it has earned: its own when the check is satisfied, *x.unchecked.docx* until then."""
        return f"{self.name}.unchecked.docx" if self.problems else f"{self.name}.docx"


@dataclass(frozen=True)
class Outcome:
    """What became of a case: its documents, or why there are none."""

    reading: Reading
    facts: Facts | None
    documents: tuple[Drafted, ...]
    problems: tuple[Problem, ...]
    overrides: tuple[str, ...] = ()
    working: Working = NOTHING


def assemble(
    source: Path | Reading, workshop: Workshop, manner: Manner = DRAFT, wanted: Collection[str] = ()
) -> Outcome:
    """Draft every document a case calls for, or of these the ones wanted, and prove each.

    ``source`` is the path of a case file, or a case that is read already.
    """
    reading = source if isinstance(source, Reading) else casefile.read(source)
    if reading.case is None:
        return Outcome(reading, None, (), reading.problems)
    found = facts.find(reading.case)
    problems = refusals(reading, found) + workshop.problems
    if problems:
        return Outcome(reading, found, (), problems)
    planned, working = plan(reading, found, workshop, wanted)
    documents = tuple(draft(one, workshop, manner, working.lists) for one in planned)
    problems = working.problems + _nothing_to_draft(reading, planned, wanted)
    problems += tuple(problem for document in documents for problem in document.problems)
    return Outcome(reading, found, documents, problems, workshop.overrides, working)


def plan(
    reading: Reading, found: Facts, workshop: Workshop, wanted: Collection[str] = ()
) -> tuple[tuple[Plan, ...], Working]:
    """Plan the documents of a case; figures and dates are computed only if one of them is for the whole case."""
    outlines = workshop.library.outlines.values()
    working = NOTHING
    if any(outline.per == "case" and (not wanted or outline.id in wanted) for outline in outlines):
        found, working = work(found)
    planned = tuple(selection.plans(workshop.library, found, wanted))
    placed = tuple(problem._replace(where=reading.where(problem.where)) for problem in working.problems)
    return planned, replace(working, lists={**working.lists, **papers(planned)}, problems=placed)


def refusals(reading: Reading, found: Facts) -> tuple[Problem, ...]:
    """Give what the law refuses, and trusts whose files could not be named, each at its line of the case file."""
    problems = (*found.problems, *_unnamed(found))
    return tuple(problem._replace(where=reading.where(problem.where)) for problem in problems)


def _unnamed(found: Facts) -> Iterator[Problem]:
    fix = "give the trust an id of its own, such as `id: share`; it begins the names of the trust's files."
    for number, trust in enumerate(found.case.trusts):
        if trust.id is None:
            yield Problem(f"trusts[{number}].id", "the id of the trust is not answered.", fix)
        elif trust.id == selection.WHOLE:
            what = f"`{selection.WHOLE}` names the papers of the case as a whole."
            yield Problem(f"trusts[{trust.id}].id", what, fix)


def draft(
    plan: Plan,
    workshop: Workshop,
    manner: Manner,
    lists: Lists,
    pages: Mapping[str, int] | None = None,
) -> Drafted:
    """Pour one document and prove it; ``pages`` are the pages of its headings, where they are known."""
    name = plan.name
    document, problems = workshop.document(plan.document)
    if document is None:
        return Drafted(name, plan, None, problems)
    filled = _filled(plan, lists)
    try:
        poured = pour(plan, document.compiled, document.renderer, filled, manner, workshop.library.digest, pages)
    except word.TagError as fault:
        return Drafted(name, plan, None, (_unfilled(workshop.template(plan.outline.template), fault),))
    problems = check.check(poured.package, poured.expected, name)
    return Drafted(name, plan, poured, problems + (_open(poured, name) if manner.is_final else ()))


def _filled(plan: Plan, lists: Lists) -> Blanks:
    """Fill the blanks of the trust or the case, those of the item over them."""
    filled = Blanks({}, lists).over(blanks.fill(plan.case, plan.facts.trust))
    if plan.item is None:
        return filled
    from assembler.blanks.items import fill_item  # heavy, and not needed for an instrument

    return fill_item(plan.case, plan.item).over(filled)


def _unfilled(template: Path, fault: word.TagError) -> Problem:
    fix = "correct the tag in Word; the template beside ours shows the tags there are."
    return Problem(str(template), f"a tag of the template cannot be filled ({fault}).", fix)


def _open(poured: Poured, name: str) -> tuple[Problem, ...]:
    """Refuse a final paper while anything is open in it."""
    return tuple(
        Problem(f"{name}: {point.where}", f"still open: {point.what}.", f"answer {point.path} ({point.who}).")
        for point in poured.points
    )


def _nothing_to_draft(reading: Reading, planned: Sequence[Plan], wanted: Collection[str]) -> tuple[Problem, ...]:
    """Say so where the case calls for none of the documents that are wanted."""
    if planned:
        return ()
    what = f"the case does not call for {', '.join(wanted) or 'any document'}."
    return (Problem(reading.where("trusts"), what, "see `qdot explain` for what each document hangs on."),)
