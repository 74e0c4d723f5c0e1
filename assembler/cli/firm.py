"""``qdot firm``: a folder with a firm's own words and look, begun and filled."""

from pathlib import Path

import click

from assembler.cli import say
from assembler.problem import Problem

NEW = click.Path(path_type=Path, file_okay=False)
THERE = click.Path(path_type=Path, exists=True, file_okay=False)


@click.group()
def firm() -> None:
    """Begin a firm's folder, and bring clauses, papers, words and templates of ours there to change."""


@firm.command()
@click.argument("folder", metavar="DIR", type=NEW)
def new(folder: Path) -> None:
    """Begin a firm's folder in DIR; name it with `--firm` from then on."""
    from assembler.matter import firm_folder

    problem = firm_folder.begin(folder)
    found = [problem] if problem else []
    say.problems(found)
    if not found:
        click.echo(f"{folder}: write the firm's name and address into base.yaml, and draft with `--firm {folder}`.")
    say.leave(found)


@firm.command()
@click.argument("id_", metavar="ID")
@click.option("--firm", "home", metavar="DIR", required=True, type=THERE, help="The firm's folder.")
def copy(id_: str, home: Path) -> None:
    """Copy a clause, a paper's outline, an entry of words, or a template of ours into the firm's folder, by its ID.

    Nothing that the firm has is overwritten. What follows from having a copy is told.
    """
    from assembler import matter
    from assembler.matter import originals

    original = say.original(originals.originals(matter.Engine(), id_), id_)
    copied = originals.copy(original, home)
    found = [copied] if isinstance(copied, Problem) else []
    say.problems(found)
    if not found:
        click.echo(f"{copied}: a copy of ours.")
        for line in (*original.follows, f"`qdot library lint --firm {home}` reads what you change."):
            click.echo(f"  {line}")
    say.leave(found)
