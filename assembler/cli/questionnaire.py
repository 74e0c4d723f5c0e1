"""``qdot questionnaire`` and ``qdot answers``: ask each person what a case leaves open, and read what comes back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import say
from assembler.cli.ask import CaseText, ChangedError
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.casefile.shape import Case
    from assembler.matter.returned_answers import Returned

OUT = click.Path(path_type=Path, file_okay=False)
FILLED = click.Path(path_type=Path, dir_okay=False)


@click.command()
@say.CASE
@click.option("-o", "--out", metavar="DIR", required=True, type=OUT, help="The folder to write into.")
@click.option("--for", "people", metavar="WHO", multiple=True, help="Ask this person alone; may be repeated.")
@click.option("--force", is_flag=True, help="Overwrite questionnaires that are there.")
@say.FIRM
def questionnaire(case: Path, out: Path, people: tuple[str, ...], force: bool, firm: Path | None) -> None:
    """Write a Word document of open questions for each person who can answer some of CASE, with room for the answers.

    `qdot answers` reads them back. What the attorney decides is asked by `qdot ask`, or with `--for attorney`.
    """
    from assembler.matter import Engine, Matter
    from assembler.matter.questionnaire import OURS, deliver, open_for, questionnaires

    matter = Matter.open(case, Engine(firm))
    if not matter.is_read or matter.engine.problems:
        say.end(*matter.problems)
    asked = open_for(matter)
    for person in people:
        if person not in asked:
            raise click.BadParameter(f"nothing is asked of '{person}'; there are {', '.join(asked) or 'none'}.")
    made = questionnaires(matter, people)
    if problems := deliver(made, out, may_overwrite=force):
        say.end(*problems)
    for one in made:
        click.echo(f"{out / one.filename}: {say.counted(one.questions, 'question')}")
    if OURS in asked and not people:
        click.echo(f"{say.counted(len(asked[OURS]), 'question')} for the attorney: `qdot ask {case}`")
    if not asked:
        click.echo("Nothing is open.")


@click.command()
@click.argument("file", metavar="FILE.docx", type=FILLED)
@say.CASE
@click.option("--force", is_flag=True, help="Let an answer take the place of another that the case has.")
@say.FIRM
@say.JSON
def answers(file: Path, case: Path, force: bool, firm: Path | None, as_json: bool) -> None:
    """Read the answers typed into a questionnaire back into the file of CASE, which else stays as it is.

    Each answer taken is told, and each that is not understood, with its row; the file is written whole or not at all.
    """
    from assembler.casefile.open_points import label
    from assembler.matter import Engine, Matter, problem_values
    from assembler.matter.questionnaire import open_for
    from assembler.matter.returned_answers import read_back, without_row

    matter = Matter.open(case, Engine(firm))
    if not matter.is_read:
        say.end(*matter.problems)
    text = CaseText(case)
    found, problems, changed = read_back(file, text.text, matter.case, may_replace=force)
    try:
        if changed != text.text:
            text.write(changed)
    except ChangedError:
        say.end(Problem(str(case), "the file was changed meanwhile, and stays as it is.", "say the same again."))
    say.problems(problems)
    if as_json:
        say.values({"rows": [one._asdict() for one in found], "problems": problem_values(problems)})
    else:
        for one in found:
            if line := _line(one, matter.case):
                click.echo(line)
        for path in without_row(found, open_for(matter)):
            click.echo(f"no row: {path}: {label(matter.case, path)}; it was deleted, or is open only since")
    say.leave(problems)


def _line(one: "Returned", case: "Case") -> str:
    from assembler.casefile.open_points import label
    from assembler.matter.returned_answers import State

    words = {State.TAKEN: f"taken: {one.told}", State.SAME: "the case has this answer already", State.OPEN: "left open"}
    return f"row {one.row}: {one.path}: {label(case, one.path)}: {words[one.state]}" if one.state in words else ""
