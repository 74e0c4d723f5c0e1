"""Show which clause discharges which requirement, and whether one always does when it is called for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from assembler.library.body import HOLE, MARKS
from assembler.library.clause import Clause, Library, Outline, Requirement
from assembler.library.places import placed
from assembler.library.terms import terms_used
from assembler.library.vocabulary import Vocabulary, fact
from assembler.library.worlds import World, world
from assembler.problem import Problem

Ways = tuple[tuple[str, ...], ...]
"""The conditions under which a clause is in: any one of them, all of its literals holding."""


@dataclass(frozen=True)
class Coverage:
    """The matrix of one document both ways, ids to ids in order, and its holes."""

    document: str
    by_requirement: Mapping[str, tuple[str, ...]]
    by_clause: Mapping[str, tuple[str, ...]]
    holes: tuple[Problem, ...]


def coverage(library: Library, document: str, vocabulary: Vocabulary) -> Coverage:
    """Prove that in every case that calls for a requirement its words are in the document.

    A requirement is a hole when some state of the facts calls for it and leaves out every clause that
    discharges it, or every such clause in which a probe is found; and so on each day on which an
    edition of one of those clauses begins or has ended. Raises KeyError for an unknown document.
    """
    outline = library.outlines[document]
    clauses = tuple(clause for _, clause in placed(library, outline))
    asked = [r for r in library.requirements.values() if document in r.documents]
    claims = {r.id: tuple(c for c in clauses if r.id in c.discharges) for r in asked}
    ways = _ways(clauses)
    impossible = vocabulary.impossible()
    return Coverage(
        document,
        MappingProxyType({identity: tuple(c.id for c in found) for identity, found in claims.items()}),
        MappingProxyType({c.id: tuple(d for d in c.discharges if d in claims) for c in clauses}),
        tuple(hole for r in asked if _is_proved(r, outline) for hole in _holes(r, claims[r.id], ways, impossible)),
    )


def _is_proved(requirement: Requirement, outline: Outline) -> bool:
    """Tell whether a document has to carry a requirement: the firm's working papers need not."""
    return requirement.called_for is not None and not outline.is_working_paper


def joined(bodies: Sequence[str]) -> str:
    """Join bodies into the text in which probes are looked for: small letters, single spaces, no marks."""
    words = " ".join(MARKS.sub("", HOLE.sub("…", body)) for body in bodies)
    return " ".join(words.replace("’", "'").casefold().split())


def holds(probe: str, text: str) -> bool:
    """Tell whether a text, as `joined`, has the probe or one of its alternatives, in whole words and numbers."""
    return any(_whole(alternative).search(text) for alternative in probe.split(" | "))


@lru_cache(maxsize=4096)
def _whole(words: str) -> re.Pattern[str]:
    """Match words that are no part of longer words: not `10 days` in `110 days`, nor `2,000` in `2,000,000`."""
    found = joined([words])
    before = r"(?<!\w)(?<![0-9][.,])" if found[:1].isalnum() else ""
    after = r"(?!\w)(?![.,][0-9])" if found[-1:].isalnum() else ""
    return re.compile(before + re.escape(found) + after)


def _ways(clauses: Sequence[Clause]) -> Mapping[str, Ways]:
    """Say when each clause is in; a definition is in when a clause that uses its term is."""
    defined = {clause.term: clause for clause in clauses if clause.term}
    terms = tuple(defined)
    ways: dict[str, set[tuple[str, ...]]] = {c.id: set() if c.term else {c.when} for c in clauses}
    uses = {c.id: [defined[term].id for term in set(terms_used(c.body, terms))] for c in clauses}
    waiting = [clause.id for clause in clauses if not clause.term]
    while waiting:
        user = waiting.pop()
        for used in uses[user]:
            fresh = ways[user] - ways[used] if used in {c.id for c in defined.values()} else set()
            if fresh:
                ways[used] |= fresh
                waiting.append(used)
    return {identity: tuple(sorted(found)) for identity, found in ways.items()}


def _holes(
    requirement: Requirement, claims: Sequence[Clause], ways: Mapping[str, Ways], impossible: Sequence[tuple[str, ...]]
) -> Iterator[Problem]:
    """Find the days and the facts that leave a requirement undischarged, or a probe of it unfound."""
    for day in _days(claims):
        standing = [clause for clause in claims if day is None or clause.in_force.holds_on(day)]
        missed = _escape(requirement, standing, ways, impossible)
        if missed is not None:
            yield _hole(requirement, "no clause that discharges it is in", standing, missed, day)
            continue
        for probe in requirement.probes:
            able = [clause for clause in standing if holds(probe, joined([clause.body]))]
            missed = _escape(requirement, able, ways, impossible)
            if missed is not None:
                yield _hole(requirement, f"nothing that discharges it says \"{probe}\"", standing, missed, day)


def _days(claims: Sequence[Clause]) -> list[date | None]:
    """List the days on which the clauses in force change; one day that does not matter when they never do."""
    starts = {clause.in_force.from_ for clause in claims}
    ends = {clause.in_force.to + timedelta(days=1) for clause in claims if clause.in_force.to}
    return [*sorted(starts | ends)] or [None]


def _escape(
    requirement: Requirement, clauses: Sequence[Clause], ways: Mapping[str, Ways], impossible: Sequence[tuple[str, ...]]
) -> World | None:
    """Give a state of the facts that calls for the requirement and leaves all the clauses out."""
    return world(requirement.called_for or (), [*(way for c in clauses for way in ways[c.id]), *impossible])


def _hole(requirement: Requirement, what: str, claims: Sequence[Clause], missed: World, day: date | None) -> Problem:
    """Say what is missing and in which case, in the facts that the clauses turn on."""
    turning = {fact(literal) for clause in claims for literal in clause.when} | {
        fact(literal) for literal in requirement.called_for or ()
    }
    case = ", ".join(name if missed[name] else f"not {name}" for name in sorted(turning & missed.keys()))
    since = f" on {day}" if day and day.year > 1988 else ""
    when = f" when {case}" if case else ""
    fix = "let the `when` of its clauses reach that case, or write the clause that does."
    return Problem(f"requirement {requirement.id}", f"{what}{since}{when}.", fix, requirement.cite)
