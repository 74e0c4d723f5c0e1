"""``qdot check`` of many cases: a folder of case files, or a table with a case in each row."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from assembler.cli import say
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.batch.sources.source import Source
    from assembler.matter import Engine
    from assembler.matter.matter import Judgement


def are_many(given: Path) -> bool:
    """Tell whether a path is that of many cases."""
    from assembler.batch.sources.endings import is_table

    return given.is_dir() or is_table(given)


def check(
    given: Path, engine: "Engine", wanted: Sequence[str], base: Path | None, mapping: Path | None, *, as_json: bool
) -> NoReturn:
    """Judge each case, say what is wrong with it and how much is open, and leave; nothing is drafted or written."""
    from assembler.batch.sources.paths import find_sources
    from assembler.matter.firm_folder import base_path

    sources = find_sources([str(given)], base or base_path(engine.firm), mapping=mapping)
    answers: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for source in sources:
        if isinstance(source, Problem):
            found = [source]
        else:
            judgement = _judgement(source, engine, wanted)
            found = [one._replace(where=f"{source.name}: {one.where}") for one in judgement.problems]
            answers.append(_values(source.name, judgement))
        say.problems(found)
        problems += found
        if not isinstance(source, Problem) and not as_json:
            click.echo(f"{source.name}: {_totals(len(found), answers[-1:])}")
    if as_json:
        say.values(answers)
    else:
        click.echo(f"{say.counted(len(answers), 'case')}, {_totals(len(problems), answers)}")
    say.leave(problems)


def _totals(problems: int, answers: Sequence[Mapping[str, Any]]) -> str:
    points = sum(len(one["open_points"]) for one in answers)
    return f"{say.counted(problems, 'problem')}, {say.counted(points, 'open point')}"


def _judgement(source: "Source", engine: "Engine", wanted: Sequence[str]) -> "Judgement":
    from assembler.batch.sources.source import read_case
    from assembler.matter import Matter

    return Matter(read_case(source), engine).judge(*wanted)


def _values(name: str, judgement: "Judgement") -> dict[str, Any]:
    from assembler.matter import gap_values, problem_values

    return {
        "case": name,
        "problems": problem_values(judgement.problems),
        "gaps": [gap_values(gap) for gap in judgement.gaps],
        "open_points": [vars(point) for point in judgement.open_points],
    }
