"""``qdot table``: a workbook to key cases into."""

from pathlib import Path

import click

from assembler.cli import say
from assembler.problem import Problem

OUT = click.Path(path_type=Path, dir_okay=False)


@click.group()
def table() -> None:
    """Begin a table of cases, for `qdot batch`."""


@table.command()
@click.option("-o", "--out", metavar="FILE", required=True, type=OUT, help="The workbook to write, as sheet.xlsx.")
def new(out: Path) -> None:
    """Write a workbook with a title over each column, lists to choose from, and an example.

    Nothing that stands is overwritten.
    """
    from assembler import word
    from assembler.batch.table_template import template  # heavy, and not needed to print help

    found = []
    if out.exists():
        found = [Problem(str(out), "the file is there already.", "choose another name.")]
    elif out.suffix.lower() != ".xlsx":
        found = [Problem(str(out), "a workbook has a name that ends in .xlsx.", f"say {out.with_suffix('.xlsx')}.")]
    else:
        try:
            word.save(out, template())
        except OSError as error:
            fix = "name a folder that can be written to."
            found = [Problem(str(out), f"it cannot be written ({error.strerror}).", fix)]
    say.problems(found)
    if not found:
        click.echo(f"{out}: write a case in each row, then run `qdot check {out}` and `qdot batch {out} -o DIR`.")
    say.leave(found)
