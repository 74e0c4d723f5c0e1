"""A questionnaire for each person who can answer what a case leaves open: a paper with room for the answers."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assembler import casefile, selection, word
from assembler.casefile import Question
from assembler.library.clause import Words
from assembler.matter.drafting import Drafted, Lists, draft
from assembler.matter.manner import Manner
from assembler.matter.references import reference
from assembler.merge import Row
from assembler.problem import Problem
from assembler.wording import sentence

if TYPE_CHECKING:
    from assembler.matter.matter import Matter

PAPER = "questionnaire"
"""The id of its outline; no case calls for it by itself."""

ASKING = {
    "asked": frozenset({"person"}),
    "questions": frozenset({"reference", "ask", "why", "how", "answer"}),
}
"""The lists that its clauses repeat over: the person asked, and the questions; each with the fields of an item."""

OURS = "attorney"
"""Who makes the file, and is asked by `qdot ask`."""

FINAL = Manner(is_final=True, notes="none")


class Questionnaire(NamedTuple):
    """The questionnaire of one person: for whom, how many questions, and its document, proved."""

    who: str
    questions: int
    drafted: Drafted

    @property
    def filename(self) -> str:
        """The name of its file."""
        return f"{PAPER}-{self.who.replace(' ', '-')}.docx"

    @property
    def package(self) -> bytes:
        """The bytes of its file."""
        assert self.drafted.rendered, self.filename
        return self.drafted.rendered.package


def open_for(matter: "Matter") -> Mapping[str, Sequence[str]]:
    """Give the paths of the open questions of a case by the person who can answer them."""
    found: dict[str, list[str]] = {}
    for point in matter.open_points:
        found.setdefault(point.who, []).append(point.path)
    return found


def questionnaires(matter: "Matter", wanted: Collection[str] = ()) -> tuple[Questionnaire, ...]:
    """Draft a questionnaire for each person of whom something is asked, or for those wanted; each is proved."""
    asked = {who: those for who, those in open_for(matter).items() if (who in wanted if wanted else who != OURS)}
    return tuple(_questionnaire(matter, who, those) for who, those in asked.items())


def deliver(made: Sequence[Questionnaire], out: Path, *, may_overwrite: bool) -> tuple[Problem, ...]:
    """Write questionnaires into a folder, all or none, and give what keeps them from it; one unproved keeps all."""
    if unproved := tuple(problem for one in made for problem in one.drafted.problems):
        return unproved
    standing = [out / one.filename for one in made if (out / one.filename).exists() and not may_overwrite]
    if standing or not made:
        fix = "move it away, or say --force to overwrite it."
        return tuple(Problem(str(path), "the file is there already.", fix) for path in standing)
    try:
        out.mkdir(parents=True, exist_ok=True)
        word.save_set({one.filename: one.package for one in made}, out, {})
    except OSError as error:
        fix = "name a folder that can be written to, and close the file where it is open."
        return (Problem(str(error.filename or out), f"it cannot be written ({error.strerror}).", fix),)
    return ()


def _questionnaire(matter: "Matter", who: str, asked: Sequence[str]) -> Questionnaire:
    library = matter.engine.library
    words = library.words[PAPER]
    plan = selection.select(library, library.outlines[PAPER], matter.findings.whole)
    person = words["people"].text(who.replace(" ", "_"))
    rows = [_row(casefile.spoken(matter.case, path), words) for path in asked]
    lists: Lists = {"asked": [{"person": person}], "questions": rows}
    return Questionnaire(who, len(rows), draft(plan, matter.engine, FINAL, matter.merged(plan, lists)))


def _row(question: Question, words: Mapping[str, Words]) -> Row:
    return {
        "reference": reference(question.path),
        "ask": question.ask,
        "why": sentence(question.why),
        "how": _how(question, words["how"]),
        "answer": "",
    }


def _how(question: Question, how: Words) -> str:
    """Say in which form a question is answered, and what each answer to choose means."""
    field = question.field
    if question.choices:
        listed = "; ".join(f"{answer} ({meaning})" for answer, meaning in question.choices)
        return how.text("several" if field.is_list else "choice", choices=listed)
    kinds: dict[type, str] = {bool: "yes_no", date: "date"}
    form = "countries" if field.form == "country" and field.is_list else field.form.replace("-", "_")
    name = kinds.get(field.type, form)
    return how.text(name if name in how.fields else "text")
