"""``qdot guide``: the questions, choices, papers, facts and fields, out of the data that the engine works by."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import papers, say

if TYPE_CHECKING:
    from assembler.casefile.schema_fields import SchemaField
    from assembler.matter import Engine


def _questions(engine: "Engine") -> Iterator[str]:
    from assembler.casefile.shape import Case

    yield "## The questions of a case file"
    yield "`[]` stands for an item of a list, which goes by its id or by its number from 0."
    yield from _record(Case, "")


def _record(shape: type, path: str) -> Iterator[str]:
    from assembler.casefile.schema_fields import schema_fields

    within = []
    for key, field in schema_fields(shape).items():
        below = f"{path}.{key}" if path else key
        yield f"- `{below}{'[]' * field.is_list}`: {_asked(field)}"
        if field.is_record:
            within += [f"### {below}{'[]' * field.is_list}", *_record(field.type, f"{below}{'[]' * field.is_list}")]
    yield from within


def _asked(field: "SchemaField") -> str:
    choices = f" One of the {field.type.__name__} below." if issubclass(field.type, StrEnum) else ""
    who = f" From: {field.who}." if not field.is_record else ""
    left_out = f" When left out: {field.left_out}." if field.left_out else ""
    return f"{field.about}{choices}{who}{left_out}"


def _choices(engine: "Engine") -> Iterator[str]:
    from assembler.casefile import choices
    from assembler.casefile.questions import choices as choices_of

    yield "## The answers to choose from"
    for name, one in vars(choices).items():
        if isinstance(one, type) and issubclass(one, StrEnum) and one is not StrEnum:
            yield f"### {name}"
            yield one.__doc__ or ""
            yield from (f"- `{answer}`: {meaning}" for answer, meaning in choices_of(one))


def _papers(engine: "Engine") -> Iterator[str]:
    yield "## The papers"
    for paper in papers.papers(engine.library):
        first, *rest = papers.lines(paper)
        yield f"- **{first}**"
        yield from (f"  - {line.strip()}" for line in rest)


def _facts(engine: "Engine") -> Iterator[str]:
    from assembler.findings import topics

    yield "## The facts that a clause or a paper may hang on"
    known = {fact.name: fact.meaning for topic in topics.EVERY for fact in topic.facts}
    yield from (f"- `{name}`: {known[name]}" for name in sorted(known))


def _fields(engine: "Engine") -> Iterator[str]:
    from assembler.matter.library_checks import VOCABULARY

    yield "## The fields that a clause may print"
    yield from (f"- `{{{{ {name} }}}}`" for name in sorted(VOCABULARY.fields))
    yield "## The lists that a clause may repeat over, each with the fields of an item"
    for name, inner in sorted(VOCABULARY.lists.items()):
        yield f"- `{name}`: {', '.join(f'`{one}`' for one in sorted(inner))}"


SECTIONS: dict[str, Callable[["Engine"], Iterator[str]]] = {
    "questions": _questions,
    "choices": _choices,
    "papers": _papers,
    "facts": _facts,
    "fields": _fields,
}


@click.command()
@click.argument("sections", metavar="[SECTION]...", nargs=-1, type=click.Choice(list(SECTIONS)))
@say.FIRM
def guide(sections: tuple[str, ...], firm: Path | None) -> None:
    """Print the guide, or the SECTIONs named: questions, choices, papers, facts, fields; as Markdown.

    It is made from the data that the engine itself works by, and so never behind it.
    """
    from assembler.matter import Engine

    engine = Engine(firm)
    former = ""
    for section in sections or SECTIONS:
        for line in SECTIONS[section](engine):
            if former and not (former.lstrip().startswith("- ") and line.lstrip().startswith("- ")):
                click.echo()
            click.echo(line)
            former = line
