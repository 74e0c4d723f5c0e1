"""Lint what is asked of an instrument that others wrote: of each requirement, three to five elements."""

from collections.abc import Iterator

from assembler.library.clause import Library, Requirement
from assembler.library.vocabulary import Vocabulary, suggestion
from assembler.problem import Problem

ASKS = "asks"
INSTRUMENTS = frozenset({"trust-agreement", "will-article", "revocable-trust-article"})
BESIDE = frozenset({"name", "lacks", "against"})
"""What an entry has beside its elements."""

FEWEST, MOST = 3, 5


def requirements_are_asked(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement of an instrument has an entry, which has a name and three to five elements."""
    if ASKS not in library.words:
        return
    asks = library.words[ASKS]
    for requirement in library.requirements.values():
        if _is_provision(requirement) and requirement.id not in asks:
            fix = f"add it to words/{ASKS}.yaml: its name, its elements, and what contradicts it."
            what = "no entry says how it is known again."
            yield Problem(f"requirement {requirement.id}", what, fix, requirement.cite)
    for identity, entry in asks.items():
        if identity not in library.requirements:
            fix = suggestion(identity, frozenset(library.requirements), "name a requirement.")
            yield Problem(entry.where, f"there is no requirement `{identity}`.", fix)
        if not entry.texts("name"):
            yield Problem(entry.where, f"`{identity}` has no name.", "write `name:` and what a report calls it.")
        elements = [name for name in entry.fields if name not in BESIDE]
        if not FEWEST <= len(elements) <= MOST or not all(entry.texts(name) for name in elements):
            what = f"`{identity}` has not three to five elements, each with ways to say it."
            yield Problem(entry.where, what, "part it otherwise.")


def _is_provision(requirement: Requirement) -> bool:
    """Tell whether an instrument itself has to carry it, in some case that facts tell."""
    is_provision = requirement.kind == "instrument-provision" and requirement.called_for is not None
    return is_provision and bool(INSTRUMENTS & set(requirement.documents))
