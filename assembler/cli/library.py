"""``qdot library``: list, show, lint and prove the clause library."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import papers, say

if TYPE_CHECKING:
    from assembler.library.clause import Clause, Library
    from assembler.matter import Engine


@click.group()
def library() -> None:
    """Read the clause library: its clauses, what is wrong with it, what it covers."""


@library.command("list")
@say.FIRM
@say.JSON
def list_(firm: Path | None, as_json: bool) -> None:
    """List every clause: its id, when it is in, its authority."""
    from assembler import matter

    found = matter.Engine(firm).library
    if as_json:
        say.values([clause_values(clause) for clause in found.clauses.values()])
    else:
        for clause in sorted(found.clauses.values(), key=lambda clause: clause.origin):
            when = f" when {', '.join(clause.when)}" if clause.when else ""
            click.echo(f"{clause.id}: {clause.title}{when} ({'; '.join(clause.authority)})")
        for line in found.overrides:
            click.echo(line)
    say.problems(found.problems)
    say.leave(found.problems)


@library.command("papers")
@say.FIRM
@say.JSON
def papers_(firm: Path | None, as_json: bool) -> None:
    """List every paper: when a case calls for it, who signs it, when it is due, what goes with it."""
    from assembler import matter

    found = matter.Engine(firm).library
    if as_json:
        say.values([papers.values(paper) for paper in papers.papers(found)])
    else:
        for paper in papers.papers(found):
            for line in papers.lines(paper):
                click.echo(line)
    say.problems(found.problems)
    say.leave(found.problems)


@library.command()
@click.argument("id_", metavar="ID")
@click.option("--source", is_flag=True, help="Print its file, ready to be saved; of a paper its outline.")
@say.FIRM
@say.JSON
def show(id_: str, source: bool, firm: Path | None, as_json: bool) -> None:
    """Show one clause whole, by its ID; with `--source`, the file of a clause, a paper or an entry of words."""
    from assembler import matter

    if source:
        _print_source(matter.Engine(firm), id_)
        return
    clauses = matter.Engine(firm).library.clauses
    if id_ not in clauses:
        raise click.BadParameter(f"there is no clause '{id_}'; see `qdot library list`.")
    if as_json:
        say.values(clause_values(clauses[id_]))
    else:
        for line in _clause_lines(clauses[id_]):
            click.echo(line)


def _print_source(engine: "Engine", named: str) -> None:
    from assembler.matter import originals

    texts = [one for one in originals.originals(engine, named) if not one.file.startswith("templates/")]
    click.echo(say.original(texts, named).content, nl=False)


def clause_values(clause: "Clause") -> dict[str, object]:
    """Write a clause as plain values."""
    return {
        "id": clause.id,
        "kind": clause.kind,
        "title": clause.title,
        "when": clause.when,
        "authority": clause.authority,
        "discharges": clause.discharges,
        "optional": clause.optional,
        "in_force": {"from": str(clause.in_force.from_), "to": clause.in_force.to and str(clause.in_force.to)},
        "reviewed": str(clause.reviewed),
        "note": clause.note,
        "file": clause.origin,
        "is_firms": clause.is_firms,
        "body": clause.body,
    }


def _clause_lines(clause: "Clause") -> Iterator[str]:
    yield f"{clause.title} ({clause.kind} {clause.id}, {clause.origin})"
    yield f"when: {', '.join(clause.when) or 'always'}"
    yield f"authority: {'; '.join(clause.authority)}"
    yield f"discharges: {', '.join(clause.discharges) or 'no requirement' + (' (optional)' if clause.optional else '')}"
    yield f"reviewed: {clause.reviewed}"
    if clause.note:
        yield f"note: {clause.note}"
    yield ""
    yield clause.body


@library.command()
@click.argument("id_", metavar="ID")
@say.FIRM
@say.JSON
def requirement(id_: str, firm: Path | None, as_json: bool) -> None:
    """Show one requirement of the law, by its ID: when it applies, what it asks, which clauses discharge it."""
    from assembler import matter

    found = matter.Engine(firm).library
    if id_ not in found.requirements:
        raise click.BadParameter(f"there is no requirement '{id_}'; see `qdot library coverage`.")
    values = requirement_values(found, id_)
    if as_json:
        say.values(values)
    else:
        for name, value in values.items():
            listed = isinstance(value, tuple) and "".join(f"\n  - {item}" for item in value)
            if value:
                click.echo(f"{name.replace('_', ' ')}:{listed or f' {value}'}")


def requirement_values(found: "Library", identity: str) -> dict[str, object]:
    """Write a requirement as plain values, with the clauses that discharge it."""
    discharged_by = (clause.id for clause in found.clauses.values() if identity in clause.discharges)
    return {**asdict(found.requirements[identity]), "discharged_by": tuple(sorted(discharged_by))}


@library.command()
@say.FIRM
@say.JSON
def lint(firm: Path | None, as_json: bool) -> None:
    """Find what is wrong with the library: conditions, authority, references, terms, orphans, words."""
    from assembler import matter
    from assembler.matter.library_checks import lint_library

    found = lint_library(matter.Engine(firm).library)
    say.problems(found)
    if as_json:
        say.values(matter.problem_values(found))
    elif not found:
        click.echo("The library is clean.")
    say.leave(found)


@library.command()
@click.argument("document", default="trust-agreement")
@say.FIRM
@say.JSON
def coverage(document: str, firm: Path | None, as_json: bool) -> None:
    """Show which clauses discharge which requirement of DOCUMENT, both ways; fail on a hole."""
    from assembler import matter
    from assembler.matter.library_checks import library_coverage

    found = matter.Engine(firm).library
    say.documents([document], found.outlines)
    matrix = library_coverage(found, document)
    holes = (*found.problems, *matrix.holes)
    say.problems(holes)
    if as_json:
        both_ways = {"by_requirement": dict(matrix.by_requirement), "by_clause": dict(matrix.by_clause)}
        say.values(both_ways | {"holes": matter.problem_values(holes)})
    else:
        for requirement, clauses in matrix.by_requirement.items():
            click.echo(f"{requirement}: {', '.join(clauses) or 'NO CLAUSE'}")
        for clause, requirements in matrix.by_clause.items():
            click.echo(f"{clause} -> {', '.join(requirements) or 'no requirement'}")
        click.echo(f"{len(matrix.by_requirement)} requirements, {len(holes)} holes.")
    say.leave(holes)
