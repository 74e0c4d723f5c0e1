"""Write the same agreement as a template of each engine: its words, fields and conditions in that engine's dialect."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content import DOCUMENT, Ready, condition, flat
from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup

from assembler import composition
from assembler.matter import Engine
from assembler.merge import FIELDS, LISTS

MAIN = "word/document.xml"
PLACE = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{{p body }}</w:t></w:r></w:p>'
MARK = re.compile(r"\{% if '[^']*' in (?:before|after) %\}\{\{ (?:before|after)\['[^']*'\] \}\}\{% endif %\}")
"""Where a comment of a clause may begin or end."""

STOP = re.compile(r"\{\{ (\S+) \| stop \}\}")
"""Our filter, which engines are spared: a full stop unless the value brings its own."""


class Marks(dict[str, str]):
    """Answers every name with a mark made of it."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> str:
        return self._make(name)

    def __contains__(self, name: object) -> bool:
        return True


@dataclass(frozen=True)
class Dialect:
    """How an engine marks a blank, and, where it has conditions, how a conditional clause begins and ends."""

    blank: str
    begins: str = ""
    ends: str = ""


DIALECTS = {
    "carbone": Dialect("{d.%s}", "{d.%s:ifEQ(true):showBegin}", "{d.%s:showEnd}"),
    "carbone-blanks": Dialect("{d.%s}"),
    "curly": Dialect("{%s}", "{#%s}", "{/%s}"),
    "merge": Dialect(
        '</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD %s "><w:r><w:t>blank</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve">'
    ),
}


def write_jinja(engine: Engine, path: Path, has_marks: bool = False) -> None:
    """Write the template for docxtpl: the house's own with the words and conditions in it."""
    body = composition.compile_document(engine.library.outlines[DOCUMENT], engine.library).body
    body = STOP.sub(r"{% if not \1.endswith('.') %}.{% endif %}", body)
    if not has_marks:
        body = MARK.sub("", body)
    with zipfile.ZipFile(engine.template("house")) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            part = parts.read(name)
            out.writestr(name, part.decode().replace(PLACE, body).encode() if name == MAIN else part)


def write(name: str, engine: Engine, sample: Ready, path: Path) -> None:
    """Write the template of another engine: docxtpl's, rendered with marks where values would stand."""
    source = path.with_suffix(".source.docx")
    write_jinja(engine, source, has_marks=True)
    template = DocxTemplate(source)
    template.render(marked(sample.portable, DIALECTS[name], engine), Environment(autoescape=True))
    template.save(path)


def marked(values: Mapping[str, Any], dialect: Dialect, engine: Engine) -> dict[str, Any]:
    """Put the marks of a dialect in the place of values; without conditions, the clauses of these values stay."""
    values = {**dict.fromkeys(FIELDS, ""), **{name: [] for name in LISTS}, **values}  # unchosen clauses ask for more
    names = iter([Markup(dialect.blank % name) for name, _ in flat(values)])
    out = {name: _named(value, names) for name, value in values.items()}
    out |= {"contents": values["contents"], "document_title": values["document_title"]}
    out |= dict.fromkeys(("held", "broken"), frozenset())
    out |= dict.fromkeys(("signatures", "schedules", "last_page"), "")  # the text stands in one place here
    if dialect.begins:
        numbers = Marks(lambda _: "0.0")
        numbers.update(values["number"])
        out |= {
            # a table that has no rows would leave its heading, which no mark of these engines stands before
            "chosen": values["chosen"] | {i for i, clause in engine.library.clauses.items() if not clause.rows},
            "number": numbers,
            "before": Marks(lambda identity: _run(dialect.begins % condition(identity))),
            "after": Marks(lambda identity: _run(dialect.ends % condition(identity))),
        }
    return out


def _named(value: object, names: Iterator[Markup]) -> object:
    if isinstance(value, str):
        return next(names)
    if isinstance(value, list):
        return [{field: next(names) for field in item} for item in value]
    return value


def _run(mark: str) -> Markup:
    return Markup(f'<w:r><w:t xml:space="preserve">{mark}</w:t></w:r>')
