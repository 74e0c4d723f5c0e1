"""Write the approved texts anew, for a person to read in the difference: ``python tests/approve.py``.

A file holds one kind of document: as the first sample that calls for it has it, and then each clause that only a
later sample has. So every clause that any sample draws stands in an approved text once, and a change of words
anywhere in the library shows as a difference here.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the texts are those of the tree this file is in

from assembler.matter import Drafted, Engine, Matter
from assembler.matter.questionnaire import questionnaires

APPROVED = Path(__file__).parent / "approved"
SAMPLES = Path(__file__).parents[1] / "samples"
ASKS = "incomplete"
"""The sample whose open questions are put to others."""


def approved_texts(engine: Engine) -> dict[str, str]:
    """Give the text of each kind of document, by the name of its file."""
    lines: dict[str, list[str]] = {}
    seen: dict[str, set[str]] = {}
    for path in sorted(SAMPLES.glob("*.yaml")):
        for document in _documents(Matter.open(path, engine)):
            kind = document.plan.document
            known = seen.setdefault(kind, set())
            new = {name: text for name, text in _clauses(document).items() if name not in known}
            if new:
                lines.setdefault(kind, []).extend(_section(path.stem, document, new))
                known.update(new)
    return {f"{kind}.txt": "\n".join(text) + "\n" for kind, text in lines.items()}


def _documents(matter: Matter) -> tuple[Drafted, ...]:
    """Give the documents of a case, and the questionnaires of one in which much is open."""
    asked = questionnaires(matter) if Path(matter.reading.name).stem == ASKS else ()
    return (*matter.draft().documents, *(one.drafted for one in asked))


def _clauses(document: Drafted) -> dict[str, str]:
    clauses = document.rendered.expected.clauses if document.rendered else {}
    return {name: text.replace("\v", "\n") for name, text in clauses.items()}  # the lines of one value


def _section(sample: str, document: Drafted, clauses: dict[str, str]) -> list[str]:
    plan = document.plan
    head = f"=== {plan.outline.title}: {sample}, {document.name}, dated {plan.paper_date.isoformat()}"
    return [head, *(line for name, text in clauses.items() for line in ("", f"[{name}]", text)), ""]


def main() -> None:
    """Write the texts, and take away those of documents that no sample calls for any more."""
    texts = approved_texts(Engine())
    APPROVED.mkdir(exist_ok=True)
    for path in APPROVED.glob("*.txt"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (APPROVED / name).write_text(text, encoding="utf-8")
    print(f"{len(texts)} texts in {APPROVED}")


if __name__ == "__main__":
    main()
