"""Why papers are not drafted: a refusal, a case that does not call for them, or that they are made elsewhere."""

from collections.abc import Iterator, Sequence

from assembler.casefile import paths
from assembler.findings import Findings, Kind, Subject
from assembler.library.clause import Library, Outline, Undrafted
from assembler.problem import Problem
from assembler.selection import Plan, calls, lie_together
from assembler.wording import day, listed, sentence


def keeps_back_all(refusal: Problem, library: Library) -> bool:
    """Tell whether a refusal concerns the case as a whole: no paper names its answer among its own."""
    return not any(_names(outline, refusal.where) for outline in library.outlines.values())


def refused(plan: Plan, refusals: Sequence[Problem], findings: Findings) -> tuple[Problem, ...]:
    """Give the refusals that keep back one paper; ``where`` of each is the path of an answer."""
    named = (one for one in refusals if _names(plan.outline, one.where))
    return tuple(one for one in named if lie_together(_subject(one.where, findings), plan.subject))


def without_words(plan: Plan) -> tuple[Problem, ...]:
    """Keep back a paper of a day on which no words of it are in force."""
    if plan.chosen:
        return ()
    first = min(choice.clause.in_force.from_ for choice in plan.choices.values())
    what = f"the paper is of {day(plan.paper_date)}, and its words are in force from {day(first)}."
    where = plan.subject.path("instrument_date" if plan.outline.dated == "instrument" else "signed")
    return (Problem(where if plan.outline.dated in ("instrument", "item") else "as_of", what, "correct the day."),)


def _names(outline: Outline, path: str) -> bool:
    keys = [key for key, _ in paths.parts(path)]
    return any(keys[: len(own)] == own for own in (answers.split(".") for answers in outline.answers))


def _subject(path: str, findings: Findings) -> Subject:
    """Find whose answer it is."""
    subjects = (one for kind in Kind if kind is not Kind.CASE for one in findings.of(kind))
    return next((one for one in subjects if path == one.where or path.startswith(f"{one.where}.")), findings.whole)


def not_called_for(library: Library, findings: Findings, wanted: Sequence[str]) -> Iterator[Problem]:
    """Say of papers that were asked for by their ids why they are not drafted, at the answer that decides it."""
    for paper in wanted:
        if paper in library.undrafted:
            yield _made_elsewhere(library.undrafted[paper])
        else:
            yield _uncalled(library.outlines[paper], library, findings)


def _made_elsewhere(paper: Undrafted) -> Problem:
    return Problem(paper.id, "it is not drafted here.", sentence(paper.remedy), "; ".join(paper.authority))


def _uncalled(outline: Outline, library: Library, findings: Findings) -> Problem:
    those = [call for call in calls(library, findings) if call.paper.id == outline.id]
    reasons = list(dict.fromkeys(call.because for call in those)) or [f"the case has no {outline.per}"]
    questions = [call.question.path for call in those if call.question] or [f"{outline.per}s"]
    fix = f"answer {questions[0]} otherwise, if that is not so."
    return Problem(questions[0], f"{outline.id} is not called for: {listed(reasons)}.", fix)
