"""``qdot draft``: from a case file to checked Word documents."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import say

if TYPE_CHECKING:
    from assembler.matter import Drafted, Engine, Outcome

OUT = click.Path(path_type=Path, file_okay=False)


@click.command()
@say.CASE
@say.DOCUMENTS
@click.option("-o", "--out", metavar="DIR", required=True, type=OUT, help="The folder to write into.")
@say.FINAL
@say.NOTES
@click.option("--pdf", is_flag=True, help="Convert through LibreOffice too, and number the pages of the contents.")
@click.option("--force", is_flag=True, help="Overwrite files that a person wrote or changed.")
@say.FIRM
@say.JSON
def draft(
    case: Path,
    documents: tuple[str, ...],
    out: Path,
    final: bool,
    notes: str | None,
    pdf: bool,
    force: bool,
    firm: Path | None,
    as_json: bool,
) -> None:
    """Draft the documents that CASE calls for, or the DOCUMENTs named, into a folder.

    Each document is read back and proved before it gets its name; one that fails stays
    x.unchecked.docx. A report of every choice stands beside them.
    """
    from assembler import matter  # heavy, and not needed to print help

    engine, manner = matter.Engine(firm), matter.Manner(is_final=final, notes=notes)
    library = engine.library
    wanted = say.documents(documents, (*library.outlines, *library.undrafted))
    outcome = matter.Matter.open(case, engine).draft(*wanted, manner=manner)
    if pdf:
        with _progress() as tell:
            outcome, delivery = matter.deliver_with_pdf(outcome, manner, out, force, tell)
    else:
        delivery = matter.deliver(outcome, out, may_overwrite=force)
    found = outcome.problems + delivery.problems
    say.problems(found)
    if as_json:
        say.values(matter.report_values(outcome) | {"problems": matter.problem_values(found)})
    else:
        _tell(outcome, delivery.written, engine)
    for note in delivery.notes:
        click.echo(note, err=True)
    say.leave(found)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Tell on a terminal how many papers are converted, in one line that is gone at the end."""

    def tell(of: int, done: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\rconverting to PDF: {done} of {of} ", nl=False, err=True)

    yield tell
    if sys.stderr.isatty():
        click.echo(f"\r{'':40}\r", nl=False, err=True)


def _tell(outcome: "Outcome", written: tuple[Path, ...], engine: "Engine") -> None:
    for line in engine.overrides:
        click.echo(line)
    states = {document.filename: _state(document) for document in outcome.documents}
    for path in written:
        click.echo(f"{path}: {states.get(path.name, 'converted')}")
    for line in (*_not_drafted(outcome), *map(str, outcome.matter.cautions)):
        click.echo(line)


def _not_drafted(outcome: "Outcome") -> Iterator[str]:
    """Say what is not among the papers: kept back by a refusal, perhaps wanting, or made elsewhere."""
    from assembler.selection import name

    for plan, refusals in outcome.beside.kept_back:
        yield f"kept back: {plan.name}.docx: {refusals[0].what}"
    for gap in outcome.beside.gaps:
        yield f"undecided: {' or '.join(gap.papers)} ({name(gap.subject)}): {gap.because}"
        yield f"  answer {gap.question.path}: {gap.question.what} ({gap.question.who})"
    for one in (one for one in outcome.beside.elsewhere if one.paper.when):
        yield f"not drafted here: {one.paper.title} ({name(one.subject)})"


def _state(document: "Drafted") -> str:
    points = len(document.rendered.points) if document.rendered else 0
    return f"{'not checked' if document.problems else 'checked'}, {points} open point{'s' * (points != 1)}"
