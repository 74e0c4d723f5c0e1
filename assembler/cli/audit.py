"""``qdot audit``: where an instrument that others wrote speaks of each thing the law requires."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import say
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.library.clause import Library
    from assembler.revision import Answer, Place

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("file", metavar="FILE", type=FILE)
@click.option("-o", "--out", metavar="REPORT.docx", type=OUT, help="Write the report as a Word document, too.")
@click.option("--dated", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="The day of the instrument.")
@click.option("--force", is_flag=True, help="Overwrite a report that is there.")
@say.FIRM
@say.JSON
def audit(
    file: Path, out: Path | None, dated: datetime | None, force: bool, firm: Path | None, as_json: bool
) -> None:
    """Show where a will, trust or agreement speaks of each thing the law requires of a QDOT's instrument.

    FILE is a .docx, .pdf or .txt, whoever wrote it. Passages are found for an attorney to confirm; no answer says
    that a requirement is met.
    """
    from assembler import revision, word
    from assembler.matter import Engine
    from assembler.matter.resources import template_files

    if out is not None and out.exists() and not force:
        say.end(Problem(str(out), "the file is there already.", "name another, or say --force to write over it."))
    instrument = revision.read_instrument(file.read_bytes(), file.name)
    if not isinstance(instrument, revision.Instrument):
        say.end(*instrument)
    library = Engine(firm).library
    if library.problems:
        say.end(*library.problems)
    answers = revision.audit(instrument, library)
    day = dated.date() if dated else None
    if out is not None:
        made = revision.report(instrument, answers, library, template_files("paper", firm)[0], day)
        if not isinstance(made, bytes):
            say.end(*made)
        try:
            word.save(out, made)
        except OSError as error:
            fix = "name a folder that can be written to."
            say.end(Problem(str(out), f"it cannot be written ({error.strerror}).", fix))
    notes = [*instrument.notes, *revision.law_in_force(library.words[revision.WORDS], day)]
    if as_json:
        say.values({"notes": notes, "requirements": [_values(answer, library) for answer in answers]})
        return
    for answer in answers:
        _show(answer, library)
    for note in notes:
        click.echo(note)
    click.echo("Passages are found by likeness of words, to be confirmed; no line says that a requirement is met.")


def _show(answer: "Answer", library: "Library") -> None:
    from assembler.revision import name_of, place_of, state_of

    shown, words = answer.shown, library.words["audit"]
    where = f": {place_of(shown, words)}" if shown else ""
    click.echo(f"{name_of(answer, library)}: {state_of(answer, library)}{where}")
    if shown and shown.against:
        click.echo(f"  against: {'; '.join(shown.against)}")
    if shown:
        click.echo(f"  seen: {len(shown.seen)} of {len(answer.elements)}")
    if shown and answer.unseen:
        click.echo(f"  not seen: {'; '.join(answer.unseen)}")


def _values(answer: "Answer", library: "Library") -> dict[str, Any]:
    from assembler.revision import lacks_of, name_of

    return {
        "requirement": answer.requirement.id,
        "name": name_of(answer, library),
        "cite": answer.requirement.cite,
        "state": answer.state,
        "elements": list(answer.elements),
        "shown": answer.places.index(answer.shown) if answer.shown else None,
        "places": [_place(place) for place in answer.places],
        "lacks": lacks_of(answer, library) or None,
    }


def _place(place: "Place") -> dict[str, Any]:
    passage = place.passage
    return {
        "quote": passage.text,
        "page": passage.page or None,
        "section": passage.section or None,
        "paragraph": passage.paragraph,
        "seen": list(place.seen),
        "against": list(place.against),
    }
