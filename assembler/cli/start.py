"""``qdot new`` and ``qdot schema``: begin a case file, and the form an editor can hold it to."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import say
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.casefile import Question


@click.command()
def schema() -> None:
    """Print the JSON Schema of a case file, for editors that complete and check as one types."""
    from assembler import casefile

    say.values(casefile.schema())


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def new(file: Path) -> None:
    """Write a commented case file to FILE, after asking its chief questions where there is a terminal.

    An empty answer leaves a question open; nothing that stands is overwritten.
    """
    from assembler import casefile, word

    if file.exists():
        fix = "choose another name, or edit the file that is there."
        say.end(Problem(str(file), "the file is there already.", fix))
    answers = {question.path: _ask(question) for question in casefile.QUESTIONS} if sys.stdin.isatty() else {}
    try:
        word.save(file, casefile.starter(answers).encode())
    except OSError as error:
        fix = "name a folder that can be written to."
        say.end(Problem(str(file), f"it cannot be written ({error.strerror}).", fix))
    click.echo(f"{file}: answer its questions, then run `qdot check {file}`.")


def _ask(question: "Question") -> str:
    """Ask one question until its answer is empty or one that the case file would take."""
    from assembler import casefile

    hint = f" [{' | '.join(question.choices)}]" if question.choices else ""
    while True:
        answer: str = click.prompt(question.prompt + hint, default="", show_default=False)
        objection = casefile.objection(question, answer.strip())
        if not objection:
            return answer.strip()
        click.echo(objection)
