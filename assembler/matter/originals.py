"""What of a library a firm can copy into its folder to change it: clauses, outlines, entries of words, templates."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from assembler import word
from assembler.library.clause import Clause, Outline
from assembler.library.reading import OUTLINES, WORDS
from assembler.library.yaml_files import TEMPLATES
from assembler.matter.engine import Engine
from assembler.matter.firm_folder import unwritable
from assembler.matter.resources import folder, template_files
from assembler.problem import Problem


class Original(NamedTuple):
    """Something that can be copied: its full name, its file in a firm's folder, and the bytes that go there.

    An entry of words is added to its file there. ``follows`` says in lines what follows for a firm that has the copy.
    """

    name: str
    file: str
    content: bytes
    follows: tuple[str, ...]
    is_entry: bool = False


def originals(engine: Engine, name: str) -> list[Original]:
    """Find all that goes by a name: an id, or the full name that tells two of one id apart, as ``outlines/bond``.

    Of what a firm has its own file is found. A full name is the file's path without its ending.
    """
    every = (_clauses, _outlines, _entries, _templates)
    return [one for find in every for one in find(engine, name)]


def copy(original: Original, firm: Path) -> Path | Problem:
    """Copy an original into a firm's folder; what the firm has already stays as it is, and is a problem."""
    path = firm / original.file
    try:
        standing = path.read_text(encoding="utf-8") if path.exists() else ""
        if standing and (not original.is_entry or _entry(standing, PurePosixPath(original.name).name)):
            return Problem(str(path), "the firm has it already.", "change what is there.")
        path.parent.mkdir(parents=True, exist_ok=True)
        word.save(path, standing.encode() + original.content)
    except UnicodeDecodeError:
        return Problem(str(path), "the file is not UTF-8 text.", "save it as UTF-8.")
    except OSError as error:
        return unwritable(path, error)
    return path


def _clauses(engine: Engine, name: str) -> Iterator[Original]:
    clause = engine.library.clauses.get(PurePosixPath(name).name)
    if clause and name in (clause.id, clause.origin.removesuffix(".md")):
        full, content = clause.origin.removesuffix(".md"), _read(engine, clause.origin, is_firms=clause.is_firms)
        yield Original(full, f"clauses/{clause.origin}", content, _of_clause(clause, engine))


def _of_clause(clause: Clause, engine: Engine) -> tuple[str, ...]:
    papers = [outline.id for outline in engine.library.outlines.values() if _has(outline, clause)]
    lines = [f"it stands in place of ours in {', '.join(papers) or 'no paper'}."]
    if clause.discharges:
        lines.append(f"drafts are held to what the law asks of it: {', '.join(clause.discharges)}.")
    if clause.prescribed:
        lines.append("its words are the regulation's own; changed, they no longer meet it.")
    return (*lines, "when its words change, set `reviewed` to the day on which you read it against its authority.")


def _has(outline: Outline, clause: Clause) -> bool:
    takes_terms = clause.kind == "definition"
    return any(clause.id in part.clauses or (takes_terms and part.definitions is not None) for part in outline.parts)


def _outlines(engine: Engine, name: str) -> Iterator[Original]:
    outline = engine.library.outlines.get(PurePosixPath(name).name)
    if outline and name in (outline.id, f"{OUTLINES}/{outline.id}"):
        home = engine.firm / "clauses" / outline.origin if engine.firm else None
        content = _read(engine, outline.origin, is_firms=bool(home and home.is_file()))
        follows = (
            f"it stands in place of ours for the paper {outline.title}.",
            "a clause that a later version adds to ours is not in it until you add it.",
        )
        yield Original(f"{OUTLINES}/{outline.id}", f"clauses/{OUTLINES}/{outline.id}.yaml", content, follows)


def _entries(engine: Engine, name: str) -> Iterator[Original]:
    identity = PurePosixPath(name).name
    for file, entries in engine.library.words.items():
        full = f"{WORDS}/{file}/{identity}"
        if identity in entries and name in (identity, full):
            text = _read(engine, f"{WORDS}/{file}.yaml", is_firms=False).decode("utf-8")
            follows = ("its texts stand in place of ours, field by field; take out the fields that you do not change.",)
            content = _entry(text, identity).encode()
            yield Original(full, f"clauses/{WORDS}/{file}.yaml", content, follows, is_entry=True)


def _entry(text: str, identity: str) -> str:
    """Give the lines of one entry of a file of words; '' where it has none."""
    lines = re.search(rf"^{re.escape(identity)}:.*\n(?:(?:[ \t].*)?\n)*", f"{text}\n", re.MULTILINE)
    return f"{lines[0].rstrip()}\n" if lines else ""


def _templates(engine: Engine, name: str) -> Iterator[Original]:
    kind = PurePosixPath(name).name
    if kind in TEMPLATES and name in (kind, f"templates/{kind}"):
        path = template_files(kind, engine.firm)[0]
        papers = sum(outline.template == kind for outline in engine.library.outlines.values())
        look = f"it gives its look to {papers} paper{'s' * (papers != 1)}."
        follows = (look, "restyle it in Word; keep its styles, and its tags in braces.")
        yield Original(f"templates/{kind}", f"templates/{path.name}", path.read_bytes(), follows)


def _read(engine: Engine, origin: str, *, is_firms: bool) -> bytes:
    home = engine.firm / "clauses" if engine.firm and is_firms else folder("clauses")
    return (home / origin).read_bytes()
