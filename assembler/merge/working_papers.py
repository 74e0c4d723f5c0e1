"""The lists of a case's working papers: its cautions, its figures with their steps, and what is unconfirmed."""

from collections.abc import Mapping

from assembler import wording
from assembler.findings import Findings, cautions
from assembler.merge.answers import Answers
from assembler.merge.arithmetic import in_its_unit
from assembler.merge.field import Fill, List, answer, rows


def _findings(answers: Answers) -> Findings:
    found = answers.subject.findings
    assert found is not None, "every subject that a paper is drafted for has its findings"
    return found


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
    "figures": rows(
        lambda answers: answers.rows("figures", _findings(answers).figures.figures),
        {
            "name": answer("figure.name", wording.capitalised),
            "subject": answer("subject", wording.days_in_words),
            "value": lambda one: wording.figure(one.get("figure.value"), one.get("figure.unit")),
            "law": answer("figure.law", "; ".join),
            "steps": rows(
                lambda one: one.rows("steps", one.get("figure.steps")),
                {
                    "text": answer("text", wording.days_in_words),
                    "value": lambda step: in_its_unit(step.record),
                    "law": answer("law"),
                },
            ),
        },
    ),
    "notes": rows(
        lambda answers: answers.rows("notes", _findings(answers).figures.notes),
        {"text": lambda note: wording.days_in_words(str(note.record))},
    ),
}
