"""``qdot redline``: what changed from one Word document to another, as tracked changes."""

from datetime import datetime
from pathlib import Path

import click

from assembler.cli import say
from assembler.problem import Problem

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("old", metavar="OLD.docx", type=FILE)
@click.argument("new", metavar="NEW.docx", type=FILE)
@click.option("-o", "--out", metavar="OUT.docx", required=True, type=OUT, help="The file to write.")
@click.option("--author", default="Redline", show_default=True, help="Who the changes are by.")
@click.option("--dated", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="The day of the changes.  [none]")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@say.JSON
def redline(old: Path, new: Path, out: Path, author: str, dated: datetime | None, force: bool, as_json: bool) -> None:
    """Compare OLD.docx with NEW.docx, whoever made them, and write NEW with the changes tracked.

    Accepting all gives the new text, rejecting all the old one. Two files with tracked changes are
    compared as if all were accepted.
    """
    from assembler import word
    from assembler.revision import Redline, Source
    from assembler.revision import redline as compare

    if out.exists() and not force:
        say.end(Problem(str(out), "the file is there already.", "name another, or say --force to write over it."))
    day = dated.date().isoformat() if dated else ""
    made = compare(Source(old.read_bytes(), old.name), Source(new.read_bytes(), new.name), author, day)
    if not isinstance(made, Redline):
        say.end(*made)
    try:
        word.save(out, made.package)
    except OSError as error:
        say.end(Problem(str(out), f"it cannot be written ({error.strerror}).", "name a folder that can be written to."))
    counts = {"inserted": made.inserted, "deleted": made.deleted, "moved": made.moved}
    if as_json:
        say.values(counts | {"notes": list(made.notes)})
        return
    click.echo(f"{out}: {made.inserted} inserted, {made.deleted} deleted, {made.moved} moved")
    for note in made.notes:
        click.echo(note)
