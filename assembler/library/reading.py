"""Read a library from its folder, and lay a firm's own over it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from assembler.library.clause import Clause, Library, Outline, Part, Requirement, Undrafted, Words
from assembler.library.clause_file import read_clause
from assembler.library.vocabulary import suggestion
from assembler.library.yaml_files import (
    misfits,
    read_outline,
    read_parts,
    read_requirements,
    read_undrafted,
    read_words,
)
from assembler.problem import Problem

NOT_CLAUSES = frozenset({"README.md", "CHANGES.md"})
CATALOGUE = "requirements.yaml"
UNDRAFTED = "undrafted.yaml"
SHARED = "parts.yaml"
OUTLINES = "outlines"
WORDS = "words"
FIRMS_CLAUSES = "clauses"

Identified = TypeVar("Identified", Clause, Outline)


@dataclass
class _Folder:
    """What was read from one folder so far; ``shown`` is the folder's name in problems."""

    path: Path
    shown: str
    is_firms: bool
    clauses: dict[str, Clause] = field(default_factory=dict)
    outlines: dict[str, Outline] = field(default_factory=dict)
    requirements: dict[str, Requirement] = field(default_factory=dict)
    undrafted: dict[str, Undrafted] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    words: dict[str, dict[str, Words]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)

    def where(self, origin: str) -> str:
        """Name a file of the folder as a person finds it."""
        return f"{self.shown}/{origin}"


def read(folder: Path, firm: Path | None = None) -> Library:
    """Read the clauses, outlines, requirements and words of a folder, and lay those of ``firm`` over them.

    ``firm`` is a folder with ``clauses/`` in it, laid out like ours. A clause or an outline with an id of
    ours takes its place, and with another id is added; words take the place of ours field by field. What the law
    requires a firm cannot change. Everything that is wrong is in ``problems``; nothing is raised.
    """
    ours = _Folder(folder, folder.name, is_firms=False)
    if folder.is_dir():
        _read_files(ours)
    else:
        fix = "name the folder of the clauses."
        ours.problems.append(Problem(str(folder), "there is no such folder.", fix))
    _read_catalogue(ours)
    return _library([ours] if firm is None else [ours, _read_firm(firm, ours)])


def _read_firm(firm: Path, ours: _Folder) -> _Folder:
    """Read what a firm has of its own; it may have templates and no clauses."""
    theirs = _Folder(firm / FIRMS_CLAUSES, (PurePosixPath(firm.name) / FIRMS_CLAUSES).as_posix(), is_firms=True)
    if not firm.is_dir():
        theirs.problems.append(Problem(str(firm), "there is no such folder.", "name the folder of the firm's library."))
    if theirs.path.is_dir():
        _read_files(theirs)
        _refuse_catalogue(theirs)
        _refuse_misfits(ours, theirs)
    return theirs


def _read_files(folder: _Folder) -> None:
    """Read the clauses, the outlines and the words of a folder."""
    for origin, written in _texts(folder, sorted(_clause_files(folder.path))):
        clause, problems = read_clause(written, origin, folder.where(origin), is_firms=folder.is_firms)
        folder.problems += problems
        _add(folder, folder.clauses, clause)
    for origin, written in _texts(folder, _yaml_files(folder.path, OUTLINES)):
        outline, problems = read_outline(written, origin, folder.where(origin))
        folder.problems += problems
        _add(folder, folder.outlines, outline)
    for origin, written in _texts(folder, [SHARED] if (folder.path / SHARED).is_file() else []):
        folder.parts, problems = read_parts(written, folder.where(origin))
        folder.problems += problems
    for origin, written in _texts(folder, _yaml_files(folder.path, WORDS)):
        folder.words[PurePosixPath(origin).stem], problems = read_words(written, folder.where(origin))
        folder.problems += problems


def _clause_files(folder: Path) -> Iterator[str]:
    """Find every Markdown file but the two at the top that are about the clauses."""
    for path in folder.rglob("*.md"):
        origin = path.relative_to(folder).as_posix()
        if origin not in NOT_CLAUSES and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield origin


def _yaml_files(folder: Path, name: str) -> list[str]:
    return [f"{name}/{path.name}" for path in sorted((folder / name).glob("*.yaml"))]


def _texts(folder: _Folder, origins: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the text of each file, and add it to the digest; what is not UTF-8 is a problem."""
    for origin in origins:
        content = (folder.path / origin).read_bytes()
        folder.digests.append(f"{folder.is_firms} {origin} {sha256(content).hexdigest()}")
        try:
            yield origin, content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            what, fix = "the file is not UTF-8 text.", "save it as UTF-8."
            folder.problems.append(Problem(f"{folder.where(origin)}:{line}", what, fix))


def _add(folder: _Folder, known: dict[str, Identified], found: Identified | None) -> None:
    """Add what was read under its id; the second of an id is a problem."""
    if found is None:
        return
    if found.id in known:
        what = f"the id `{found.id}` is that of {folder.where(known[found.id].origin)} too."
        folder.problems.append(Problem(f"{folder.where(found.origin)}:1", what, "rename one of the files and its id."))
        return
    known[found.id] = found


def _read_catalogue(folder: _Folder) -> None:
    if not (folder.path / CATALOGUE).is_file():
        fix = "put the catalogue there; without it nothing can be proved."
        folder.problems.append(Problem(folder.where(CATALOGUE), "there is no such file.", fix))
        return
    for origin, written in _texts(folder, [CATALOGUE]):
        folder.requirements, problems = read_requirements(written, folder.where(origin))
        folder.problems += problems
    for origin, written in _texts(folder, [UNDRAFTED] if (folder.path / UNDRAFTED).is_file() else []):
        folder.undrafted, problems = read_undrafted(written, folder.where(origin))
        folder.problems += problems


def _refuse_catalogue(theirs: _Folder) -> None:
    if (theirs.path / CATALOGUE).exists():
        what = "a firm has no requirements of its own; the file is not read."
        fix = "remove it; a firm changes words, not the law."
        theirs.problems.append(Problem(theirs.where(CATALOGUE), what, fix))


def _refuse_misfits(ours: _Folder, theirs: _Folder) -> None:
    """Drop each entry of a firm's words that cannot be laid over ours."""
    for name, entries in theirs.words.items():
        for identity, entry in tuple(entries.items()):
            problems = tuple(misfits(identity, entry, ours.words.get(name, {})))
            theirs.problems += problems
            if problems:
                del entries[identity]


def _library(folders: Sequence[_Folder]) -> Library:
    """Lay folders over each other, the last on top."""
    ours, *firms = folders
    digests = "\n".join(sorted(digest for folder in folders for digest in folder.digests))
    clauses = {identity: clause for folder in folders for identity, clause in folder.clauses.items()}
    parts = {identity: part for folder in folders for identity, part in folder.parts.items()}
    written = {identity: outline for folder in folders for identity, outline in folder.outlines.items()}
    outlines = {identity: _with_parts(outline, parts) for identity, outline in written.items()}
    words = {name: _laid_over(name, folders) for name in ours.words}
    return Library(
        clauses=MappingProxyType(clauses),
        outlines=MappingProxyType(outlines),
        requirements=MappingProxyType(ours.requirements),
        words=MappingProxyType(words),
        undrafted=MappingProxyType(ours.undrafted),
        overrides=tuple(sorted(line for theirs in firms for line in _overrides(ours, theirs))),
        digest=sha256(digests.encode()).hexdigest(),
        problems=(
            *(problem for folder in folders for problem in folder.problems),
            *_missing(clauses, outlines),
            *_unshared(written, parts),
        ),
    )


def _with_parts(outline: Outline, parts: Mapping[str, Part]) -> Outline:
    """Put the parts that an outline shares with others in their places; one that nobody wrote is left out."""
    return replace(outline, parts=tuple(found for part in outline.parts if (found := _shared(part, parts)) is not None))


def _shared(part: Part, parts: Mapping[str, Part]) -> Part | None:
    """Give the part that stands for a shared one, with the definitions that the outline adds to it."""
    found = parts.get(part.shared) if part.shared else part
    if found is None or found is part or not part.definitions:
        return found
    return replace(found, definitions=(*(found.definitions or ()), *part.definitions))


def _unshared(outlines: Mapping[str, Outline], parts: Mapping[str, Part]) -> Iterator[Problem]:
    """Find the shared parts that an outline names and nobody wrote."""
    for outline in outlines.values():
        for name in (part.shared for part in outline.parts if part.shared and part.shared not in parts):
            fix = suggestion(name, frozenset(parts), f"write the part in {SHARED}.")
            yield Problem(f"outline {outline.id}", f"`{name}` is not a shared part.", fix)


def _laid_over(name: str, folders: Sequence[_Folder]) -> Mapping[str, Words]:
    """Lay the entries of one file of words over each other, field by field."""
    laid: dict[str, Words] = {}
    for folder in folders:
        for identity, entry in folder.words.get(name, {}).items():
            fields = {**laid[identity].fields, **entry.fields} if identity in laid else entry.fields
            laid[identity] = Words(MappingProxyType(fields), entry.where)
    return MappingProxyType(laid)


def _missing(clauses: Mapping[str, Clause], outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    """Find the clauses that an outline names and nobody wrote."""
    for outline in outlines.values():
        for part in outline.parts:
            for identity in (*(part.definitions or ()), *part.clauses):
                if identity not in clauses:
                    fix = suggestion(identity, frozenset(clauses), "write the clause, or take the id out.")
                    yield Problem(f"outline {outline.id}", f"`{identity}` is not a clause.", fix)


def _overrides(ours: _Folder, theirs: _Folder) -> Iterator[str]:
    """Say what of ours a firm replaced, naming both files."""
    replaced = [(theirs.clauses[i].origin, ours.clauses[i].origin) for i in theirs.clauses if i in ours.clauses]
    replaced += [(theirs.outlines[i].origin, ours.outlines[i].origin) for i in theirs.outlines if i in ours.outlines]
    for new, old in replaced:
        yield f"{theirs.where(new)} replaces {ours.where(old)}"
    for identity in theirs.parts.keys() & ours.parts.keys():
        yield f"{theirs.where(SHARED)} replaces the part `{identity}` of {ours.where(SHARED)}"
    for name, entries in theirs.words.items():
        file = f"{WORDS}/{name}.yaml"
        for identity in entries:
            yield f"{theirs.where(file)} replaces `{identity}` of {ours.where(file)}"
