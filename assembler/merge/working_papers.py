"""The lists of a case's working papers: its cautions, its figures by trust or annuity, and what is unconfirmed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assembler import wording
from assembler.casefile import texts
from assembler.casefile.open_points import label
from assembler.findings import Findings, cautions
from assembler.findings.figure import SubjectFigure
from assembler.merge.answers import Answers
from assembler.merge.arithmetic import in_its_unit
from assembler.merge.field import Fill, List, rows


def _findings(answers: Answers) -> Findings:
    found = answers.subject.findings
    assert found is not None, "every subject that a paper is drafted for has its findings"
    return found


class Line(NamedTuple):
    """A line of a worksheet: a figure with what came of it, or a step that leads to it; the other's fields are ''."""

    name: str
    result: str
    text: str
    value: str
    law: str


def _worksheets(figures: Sequence[SubjectFigure]) -> Sequence[Sequence[SubjectFigure]]:
    """Gather the figures of each trust, annuity or property, in the order in which each is first met."""
    gathered: dict[str, list[SubjectFigure]] = {}
    for one in figures:
        gathered.setdefault(one.parts[0], []).append(one)
    return list(gathered.values())


def _stated(answers: Answers) -> tuple[str, ...]:
    return tuple(filter(None, texts(answers.subject.case)))


def _begun(words: str, stated: tuple[str, ...]) -> str:
    """Begin our own words with a capital; a name or a description that the case states begins as it is stated."""
    return words if words.startswith(stated) else wording.capitalised(words)


def _worksheet(figures: Answers) -> Sequence[Line]:
    """Give the lines of one worksheet."""
    stated = _stated(figures)
    return [line for figure in figures.record for line in _lines(figure, stated)]


def _lines(one: SubjectFigure, stated: tuple[str, ...]) -> Iterator[Line]:
    figure, occasion = one.figure, one.parts[1]
    name = wording.days_in_words(f"{wording.capitalised(figure.name)}{', ' if occasion else ''}{occasion}")
    yield Line(name, wording.figure(figure.value, figure.unit), "", "", "; ".join(figure.law))
    for step in figure.steps:
        yield Line("", "", _begun(wording.days_in_words(step.text), stated), in_its_unit(step), step.law)


def _note(note: Answers) -> str:
    """Tell a note of the figures, with the answer that one waits for in the words of its question."""
    text = str(note.record)
    said, colon, path = text.rpartition(": ")
    if said.endswith("waits for an answer"):
        text = f"{said}{colon}{label(note.subject.case, path)}"
    return wording.days_in_words(text)


def _field(name: str) -> Fill:
    return lambda line: str(getattr(line.record, name))


FIELDS: Mapping[str, Fill] = {}

LISTS: Mapping[str, List] = {
    "cautions": rows(
        lambda answers: answers.rows("cautions", cautions.concerning(answers.subject)),
        {
            "kind": lambda one: one.phrase("caution", "refused" if cautions.is_refusal(one.record) else "caution"),
            "what": lambda one: wording.capitalised(one.record.what),
            "fix": lambda one: wording.capitalised(one.record.fix),
            "law": lambda one: one.record.law or one.phrase("caution", "no-law"),
        },
    ),
    "worksheets": rows(
        lambda answers: answers.rows("worksheets", _worksheets(_findings(answers).figures.figures)),
        {
            "subject": lambda one: _begun(one.record[0].parts[0], _stated(one)),
            "lines": rows(
                lambda one: one.rows("lines", _worksheet(one)),
                {name: _field(name) for name in Line._fields},
            ),
        },
    ),
    "notes": rows(
        lambda answers: answers.rows("notes", _findings(answers).figures.notes),
        {"text": _note},
    ),
}
