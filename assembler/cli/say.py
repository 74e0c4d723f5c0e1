"""How every command speaks: problems on standard error, answers on standard output, one exit code."""

import json
import sys
from collections.abc import Collection, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.matter.originals import Original


def _papers_begun(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Complete the id of a paper as a shell asks for it."""
    from assembler.matter import Engine  # heavy, and not needed but for this

    return [one for one in Engine().library.outlines if one.startswith(begun)]


CASE = click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
DOCUMENTS = click.argument("documents", metavar="[DOCUMENT]...", nargs=-1, shell_complete=_papers_begun)
DOCUMENT = click.argument("document", required=False, shell_complete=_papers_begun)
BASE = click.option(
    "--base",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A case file with what the cases share.  [default: base.yaml in the firm's folder]",
)
MAP = click.option(
    "--map",
    "mapping",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="How the columns of the tables answer questions.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON on standard output.")
FINAL = click.option("--final", is_flag=True, help="Draft without legend; refused while an open point remains.")
NOTES = click.option(
    "--notes",
    type=click.Choice(["none", "conditional", "all"]),
    help="Drafting notes as comments.  [default: conditional; with --final, none]",
)
FIRM = click.option(
    "--firm",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A firm's folder: its clauses/ and templates/ are laid over ours by id.",
)


def plainly() -> None:
    """Let names that the terminal's alphabet lacks be spelled out, rather than end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def problems(found: Sequence[Problem]) -> None:
    """Print every problem on standard error."""
    for problem in found:
        click.echo(str(problem), err=True)


def counted(number: int, noun: str) -> str:
    """Count things in words, such as *2 problems*."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def by_law(law: Sequence[str]) -> str:
    """Add the law to a line, where there is any."""
    return f" ({'; '.join(law)})" if law else ""


def documents(wanted: Collection[str], known: Collection[str]) -> tuple[str, ...]:
    """Take the ids of documents as they were typed; one that there is not is a wrong call."""
    for document in wanted:
        if document not in known:
            raise click.BadParameter(f"there is no document '{document}'; there are {', '.join(sorted(known))}.")
    return tuple(wanted)


def original(found: "Sequence[Original]", named: str) -> "Original":
    """Take the one thing of a library that was named; to name none, or several, is a wrong call."""
    if not found:
        raise click.BadParameter(f"there is no '{named}'; see `qdot library list` and `qdot library papers`.")
    if len(found) > 1:
        raise click.BadParameter(f"'{named}' is several; say one of: {', '.join(one.name for one in found)}.")
    return found[0]


def values(answer: Any) -> None:
    """Print plain values as JSON, which stays JSON on a terminal that knows no Unicode."""
    knows_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(answer, ensure_ascii=not knows_unicode, indent=2))


def leave(found: Sequence[Problem]) -> NoReturn:
    """Exit 1 when there are problems, else 0."""
    sys.exit(1 if found else 0)


def end(*found: Problem) -> NoReturn:
    """Print what is wrong, and exit 1."""
    problems(found)
    leave(found)
