"""``qdot new`` and ``qdot schema``: begin a case file, and the form an editor can hold it to."""

import json
import sys
from pathlib import Path

import click

from assembler.cli import say
from assembler.cli.ask import HINT, CaseText, ChangedError, converse, wrapped
from assembler.problem import Problem

SCHEMA = ".qdot-case.schema.json"
"""The schema beside a case file, by a name that a batch of the folder passes over."""


@click.command()
def schema() -> None:
    """Print the JSON Schema of a case file, for editors that complete and check as one types."""
    from assembler import casefile

    say.values(casefile.schema())


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--all", "is_all", is_flag=True, help="Write every question there is, not those alone that matter.")
def new(file: Path, is_all: bool) -> None:
    """Begin a case in FILE: ask for its answers where there is a terminal, and write each as it is given.

    What is still open stands in the file as comments. Nothing that stands is overwritten.
    """
    from assembler.matter import Engine
    from assembler.matter.interview import Interview, fresh

    if file.exists():
        fix = f"go on with it by `qdot ask {file}`, or choose another name."
        say.end(Problem(str(file), "the file is there already.", fix))
    text = CaseText(file, "")
    interview = Interview(fresh(), str(file), Engine())
    code = 0
    if sys.stdin.isatty():
        click.echo(wrapped(HINT))
        code = converse(interview, text)
        if not file.exists():
            sys.exit(code)
    try:
        text.write(_for_editors(file, interview.with_questions(every=is_all)))
    except ChangedError:
        click.echo(wrapped(f"{file} was changed meanwhile, and stays as it is."))
    else:
        if not sys.stdin.isatty():
            click.echo(f"{file}: answer its questions, then run `qdot check {file}`.")
    sys.exit(code)


def _for_editors(file: Path, text: str) -> str:
    """Lay the schema beside a case file, and say in the file's first line that editors find it there."""
    from assembler import casefile, word

    schema = json.dumps(casefile.schema(), ensure_ascii=False, indent=1)
    try:
        word.save(file.parent / SCHEMA, f"{schema}\n".encode())
    except OSError:  # a case does without; why its own file cannot be written is told with that
        return text
    return f"# yaml-language-server: $schema={SCHEMA}\n{text}"
