"""``qdot figures``: every computed figure with its arithmetic and citations."""

import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import say

if TYPE_CHECKING:
    from assembler.findings.figure import SubjectFigure

TEXT, AMOUNT = 60, 16
"""Columns of a line: what was done, and what came of it; the paragraph follows."""

MANY = 1000
"""Numbers from here on are sums; smaller ones may be factors, which keep their places."""

UNITS = {"dollars": "${}", "percent": "{} percent", "years": "{} years", "days": "{} days"}


@click.command()
@say.CASE
@say.JSON
def figures(case: Path, as_json: bool) -> None:
    """Compute every figure that CASE calls for, each with its arithmetic and its citations.

    A figure that rests on an answer not given is left out; what the law or a table does not reach is
    a problem. Whether the law allows what the case states is told by `qdot check`.
    """
    from assembler.matter import Matter, figure_values  # heavy, and not needed to print help

    found = Matter.open(case).figures
    say.problems(found.problems)
    if as_json:
        say.values({"figures": [figure_values(one) for one in found.figures]})
    else:
        for one in found.figures:
            for line in _lines(one):
                click.echo(line)
            click.echo()
        if not found.figures and not found.problems:
            click.echo("No figure can be computed from the answers given.")
    for note in found.notes:
        click.echo(f"note: {note}", err=as_json)
    say.leave(found.problems)


def _lines(one: "SubjectFigure") -> Iterator[str]:
    """Write a figure as the regulations' examples read: one line a step, the values under one another."""
    figure = one.figure
    value = UNITS.get(figure.unit, "{}").format(_grouped(figure.value)).replace("$-", "-$")
    yield f"{figure.name[0].upper()}{figure.name[1:]}: {value} [{one.subject}]"
    for step in figure.steps:
        yield from _row(step.text, _grouped(step.value), step.law)
    yield f"  law: {'; '.join(figure.law)}"


def _row(text: str, value: str, law: str) -> Iterator[str]:
    *above, last = textwrap.wrap(text, TEXT) or [""]
    yield from (f"  {words}" for words in above)
    yield f"  {last:<{TEXT}}{value:>{AMOUNT}}  {law}"


def _grouped(value: Decimal | int | date | str) -> str:
    """Write a number with commas; a large sum without idle decimals, as the regulations print it."""
    if isinstance(value, Decimal):
        is_whole = abs(value) >= MANY and value == value.to_integral_value()
        return f"{value:,.0f}" if is_whole else f"{value:,f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
