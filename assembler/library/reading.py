"""Read a library from its folder, and lay a firm's own over it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from assembler.library.clause import Clause, Library, Outline, Requirement, Words
from assembler.library.clause_file import read_clause
from assembler.library.vocabulary import near
from assembler.library.yaml_files import misfits, read_outline, read_requirements, read_words
from assembler.problem import Problem

NOT_CLAUSES = frozenset({"README.md", "CHANGES.md"})
CATALOGUE = "requirements.yaml"
OUTLINES = "outlines"
WORDS = "words"
FIRMS_CLAUSES = "clauses"

Contents = Mapping[str, Clause | Outline]
Kept = TypeVar("Kept", Clause, Outline)


@dataclass
class _Shelf:
    """One folder as it was read; nobody outside this module sees it half full."""

    folder: Path
    shown: str
    is_firms: bool
    clauses: dict[str, Clause] = field(default_factory=dict)
    outlines: dict[str, Outline] = field(default_factory=dict)
    requirements: dict[str, Requirement] = field(default_factory=dict)
    words: dict[str, dict[str, Words]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)

    def where(self, origin: str) -> str:
        """Name a file of the folder as a person finds it."""
        return f"{self.shown}/{origin}"


def read(folder: Path, firm: Path | None = None) -> Library:
    """Read the clauses, outlines and requirements of a folder, and lay those of ``firm`` over them.

    ``firm`` is a folder with ``clauses/`` and ``clauses/outlines/`` in it: a clause or an outline of an
    id of ours takes its place, and any other is added. What the law requires a firm cannot change.
    Everything that is wrong is in ``problems``; nothing is raised.
    """
    ours = _Shelf(folder, folder.name, is_firms=False)
    _fill(ours)
    _read_catalogue(ours)
    if firm is None:
        return _library(ours)
    theirs = _Shelf(firm / FIRMS_CLAUSES, f"{firm.name}/{FIRMS_CLAUSES}", is_firms=True)
    if firm.is_dir():
        _fill(theirs)
        _refuse_catalogue(theirs)
        _refuse_misfits(ours, theirs)
    else:
        theirs.problems.append(Problem(str(firm), "there is no such folder.", "name the folder of the firm's library."))
    return _library(ours, theirs)


def _fill(shelf: _Shelf) -> None:
    """Read the clauses and the outlines of a folder."""
    if not shelf.folder.is_dir():
        if not shelf.is_firms:  # a firm may have templates and no clauses
            fix = "name the folder of the clauses."
            shelf.problems.append(Problem(str(shelf.folder), "there is no such folder.", fix))
        return
    for origin in sorted(_clause_files(shelf.folder)):
        written = _text(shelf, origin)
        if written is not None:
            clause, problems = read_clause(written, origin, shelf.where(origin), is_firms=shelf.is_firms)
            shelf.problems += problems
            _put(shelf, shelf.clauses, clause)
    for origin, written in _yaml_files(shelf, OUTLINES):
        outline, problems = read_outline(written, origin, shelf.where(origin))
        shelf.problems += problems
        _put(shelf, shelf.outlines, outline)
    for origin, written in _yaml_files(shelf, WORDS):
        shelf.words[PurePosixPath(origin).stem], problems = read_words(written, shelf.where(origin))
        shelf.problems += problems


def _clause_files(folder: Path) -> Iterator[str]:
    """Find every Markdown file but the two at the top that are about the clauses."""
    for path in folder.rglob("*.md"):
        origin = path.relative_to(folder).as_posix()
        if origin not in NOT_CLAUSES and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield origin


def _yaml_files(shelf: _Shelf, folder: str) -> Iterator[tuple[str, str]]:
    """Give each YAML file of a folder: its path and its text."""
    for path in sorted((shelf.folder / folder).glob("*.yaml")):
        origin = f"{folder}/{path.name}"
        written = _text(shelf, origin)
        if written is not None:
            yield origin, written


def _put(shelf: _Shelf, held: dict[str, Kept], found: Kept | None) -> None:
    """Keep a thing under its id; the second of an id is a problem."""
    if found is None:
        return
    if found.id in held:
        first = held[found.id].origin
        what = f"the id `{found.id}` is that of {shelf.where(first)} too."
        shelf.problems.append(Problem(f"{shelf.where(found.origin)}:1", what, "rename one of the files and its id."))
        return
    held[found.id] = found


def _text(shelf: _Shelf, origin: str) -> str | None:
    """Read a file's text and add it to the digest; what is not UTF-8 is a problem."""
    content = (shelf.folder / origin).read_bytes()
    shelf.digests.append(f"{shelf.is_firms} {origin} {sha256(content).hexdigest()}")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what, fix = "the file is not UTF-8 text.", "save it as UTF-8."
        shelf.problems.append(Problem(f"{shelf.where(origin)}:{line}", what, fix))
        return None


def _read_catalogue(shelf: _Shelf) -> None:
    if not (shelf.folder / CATALOGUE).is_file():
        fix = "put the catalogue there; without it nothing can be proved."
        shelf.problems.append(Problem(shelf.where(CATALOGUE), "there is no such file.", fix))
        return
    written = _text(shelf, CATALOGUE)
    if written is not None:
        shelf.requirements, problems = read_requirements(written, shelf.where(CATALOGUE))
        shelf.problems += problems


def _refuse_catalogue(shelf: _Shelf) -> None:
    if (shelf.folder / CATALOGUE).exists():
        what = "a firm has no requirements of its own; the file is not read."
        shelf.problems.append(Problem(shelf.where(CATALOGUE), what, "remove it; a firm changes words, not the law."))


def _refuse_misfits(ours: _Shelf, theirs: _Shelf) -> None:
    """Leave ours standing where a firm's words cannot take its place."""
    for name, entries in theirs.words.items():
        for identity, entry in tuple(entries.items()):
            problems = tuple(misfits(identity, entry, ours.words.get(name, {})))
            theirs.problems += problems
            if problems:
                del entries[identity]


def _library(ours: _Shelf, theirs: _Shelf | None = None) -> Library:
    shelves = [ours] if theirs is None else [ours, theirs]
    digests = "\n".join(sorted(digest for shelf in shelves for digest in shelf.digests))
    clauses = {k: v for shelf in shelves for k, v in shelf.clauses.items()}
    outlines = {k: v for shelf in shelves for k, v in shelf.outlines.items()}
    return Library(
        clauses=MappingProxyType(clauses),
        outlines=MappingProxyType(outlines),
        requirements=MappingProxyType(ours.requirements),
        words=MappingProxyType({name: MappingProxyType(_laid_over(name, shelves)) for name in ours.words}),
        overrides=tuple(sorted(_overrides(ours, theirs))) if theirs else (),
        digest=sha256(digests.encode()).hexdigest(),
        problems=(*(problem for shelf in shelves for problem in shelf.problems), *_missing(clauses, outlines)),
    )


def _laid_over(name: str, shelves: Sequence[_Shelf]) -> dict[str, Words]:
    return {identity: entry for shelf in shelves for identity, entry in shelf.words.get(name, {}).items()}


def _missing(clauses: Mapping[str, Clause], outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    """Find the clauses an outline names and nobody wrote."""
    for outline in outlines.values():
        for part in outline.parts:
            for identity in (*(part.definitions or ()), *part.clauses):
                if identity not in clauses:
                    fix = near(identity, frozenset(clauses), "write the clause, or take the id out.")
                    yield Problem(f"outline {outline.id}", f"`{identity}` is not a clause.", fix)


def _overrides(ours: _Shelf, theirs: _Shelf) -> Iterator[str]:
    """Say what of ours a firm replaced, naming both files."""
    shelves: tuple[tuple[Contents, Contents], ...] = (ours.clauses, theirs.clauses), (ours.outlines, theirs.outlines)
    for old, new in shelves:
        for identity in new.keys() & old.keys():
            yield f"{theirs.where(new[identity].origin)} replaces {ours.where(old[identity].origin)}"
    for name, entries in theirs.words.items():
        for identity in entries:
            file = f"{WORDS}/{name}.yaml"
            yield f"{theirs.where(file)} replaces `{identity}` of {ours.where(file)}"
