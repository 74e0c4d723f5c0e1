"""The trust agreement of a case, drafted, with what is said of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assembler.matter import Drafted, Engine, Manner, Matter, Outcome

Answers = dict[str, Any]
CaseFile = Callable[[Callable[[Answers], object]], Path]


def draft(source: Path, engine: Engine, manner: Manner = Manner()) -> Outcome:  # noqa: B008
    return Matter.open(source, engine).draft("trust-agreement", manner=manner)


def only(outcome: Outcome) -> Drafted:
    (document,) = outcome.documents
    return document


def package(outcome: Outcome) -> bytes:
    rendered = only(outcome).rendered
    assert rendered is not None
    return rendered.package


def said(outcome: Outcome) -> str:
    return "\n".join(map(str, outcome.problems))
