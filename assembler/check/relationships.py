"""Prove that the parts of a package are well-formed, typed, and lead to one another."""

import posixpath
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from assembler.check import markup as m
from assembler.check.markup import fault_of, root_or_none
from assembler.check.package import Package
from assembler.problem import Problem

CONTENT_TYPES = "[Content_Types].xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_AGAIN = "write the document again."


class Relation(NamedTuple):
    """One arrow out of a part: what it is for, and the part or address it leads to."""

    id: str
    kind: str
    target: str
    is_external: bool


def relations(package: Package, part: str) -> tuple[Relation, ...]:
    """Give the arrows out of a part; the empty name stands for the package itself."""
    folder, _, name = part.rpartition("/")
    data = package.parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    return _read(data, folder) if data is not None else ()


@lru_cache(maxsize=256)
def _read(data: bytes, folder: str) -> tuple[Relation, ...]:
    root = root_or_none(data)
    return tuple(
        Relation(
            arrow.get("Id", ""),
            arrow.get("Type", "").rpartition("/")[2],
            _resolved(folder, arrow.get("Target", "")),
            arrow.get("TargetMode") == "External",
        )
        for arrow in (root.iter(m.RELATIONSHIP) if root is not None else ())
    )


def _resolved(folder: str, target: str) -> str:
    target = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def main_part(package: Package) -> str:
    """Give the name of the part that holds the document."""
    for relation in relations(package, ""):
        if relation.kind == "officeDocument":
            return relation.target
    return "word/document.xml"


def prove_parts(package: Package, where: str, read: Collection[str]) -> list[Problem]:
    """Report parts that are not well-formed or not typed, and arrows that lead nowhere.

    read: the parts that were parsed already, where they were read.
    """
    return [*_ill_formed(package, where, read), *_untyped(package, where), *_lost(package, where)]


def _ill_formed(package: Package, where: str, read: Collection[str]) -> list[Problem]:
    return [
        Problem(f"{where}: {name}", f"the part is not well-formed XML ({fault}).", _AGAIN)
        for name, data in package.parts.items()
        if name.endswith((".xml", ".rels")) and name not in read and (fault := fault_of(data))
    ]


@lru_cache(maxsize=64)
def _types(data: bytes) -> tuple[Mapping[str, str], Mapping[str, str]]:
    root = root_or_none(data)
    if root is None:
        return {}, {}
    defaults = {d.get("Extension", "").casefold(): d.get("ContentType", "") for d in root.iter(m.DEFAULT)}
    overrides = {o.get("PartName", "").lstrip("/"): o.get("ContentType", "") for o in root.iter(m.OVERRIDE)}
    return defaults, overrides


def _untyped(package: Package, where: str) -> list[Problem]:
    data = package.parts.get(CONTENT_TYPES)
    if data is None:
        return [Problem(where, f"the package has no {CONTENT_TYPES}.", _AGAIN)]
    defaults, overrides = _types(data)
    problems = [
        Problem(f"{where}: {name}", "no content type is declared for the part.", _AGAIN)
        for name in package.parts
        if name != CONTENT_TYPES and name not in overrides and name.rpartition(".")[2].casefold() not in defaults
    ]
    problems += [
        Problem(f"{where}: {name}", "a content type is declared for a part that is not there.", _AGAIN)
        for name in overrides
        if name not in package.parts
    ]
    main = main_part(package)
    if main in package.parts and overrides.get(main, "") != MAIN_TYPE:
        problems.append(Problem(f"{where}: {main}", "its content type is not that of a Word document.", _AGAIN))
    return problems


def _lost(package: Package, where: str) -> list[Problem]:
    problems = []
    for name in package.parts:
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("/")
        source = posixpath.join(folder.rpartition("_rels")[0], file.removesuffix(".rels"))
        if source and source not in package.parts:
            problems.append(Problem(f"{where}: {name}", f"it belongs to {source}, which is not there.", _AGAIN))
        problems += _lost_from(package, source, f"{where}: {source or 'the package'}")
    return problems


def _lost_from(package: Package, source: str, where: str) -> list[Problem]:
    problems = []
    seen: set[str] = set()
    for relation in relations(package, source):
        if relation.id in seen:
            problems.append(Problem(where, f"two relationships are called {relation.id}.", _AGAIN))
        seen.add(relation.id)
        if not relation.is_external and relation.target not in package.parts:
            problems.append(
                Problem(where, f"relationship {relation.id} leads to {relation.target}, which is not there.", _AGAIN)
            )
    return problems
