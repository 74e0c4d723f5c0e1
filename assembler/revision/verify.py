"""Say what became of each clause of a paper that comes back, by evidence and never by guess."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NamedTuple

from assembler.check.clauses import bookmarked
from assembler.check.document import Document
from assembler.check.requirements import answers_probe, plain
from assembler.check.revisions import Revision
from assembler.library.clause import Library, Requirement
from assembler.revision.alignment import opcodes
from assembler.revision.assignment import assign
from assembler.revision.lines import Line, Passage, Reference, read_lines
from assembler.revision.references import Targets, moved_references
from assembler.revision.weight import Weights, changes

INTACT, MOVED, REWORDED = "intact", "moved", "reworded: read it"
WEAKENED, UNDISCHARGED, MISSING, ADDED = "weakened", "no longer discharged", "missing", "new text"
AROUND = 4
"""So many words are shown on either side of a change."""


class Change(NamedTuple):
    """Words that became others, with those around them; either may be empty."""

    before: str
    after: str


class Failing(NamedTuple):
    """A requirement that is no longer discharged, and the words that are gone."""

    requirement: Requirement
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What became of a clause, or a text that is new.

    clause: its id; of a new text, where it stands. kinds: what the changed words are, such as figures.
    tracked: by whom the change is tracked, or that it is not. restore: the words that were sent.
    paragraph: where it is, or was, in the paper as accepted. digest: of what it says now.
    """

    clause: str
    title: str
    state: str
    changes: tuple[Change, ...] = ()
    kinds: tuple[str, ...] = ()
    is_overriding: bool = False
    tracked: str = ""
    requirements: tuple[Requirement, ...] = ()
    failing: tuple[Failing, ...] = ()
    restore: str = ""
    paragraph: int = 0
    digest: str = ""


class Views(NamedTuple):
    """The paper that came back, as accepted and as it was sent before its changes were tracked."""

    accepted: Document
    sent: Document


class Verification:
    """The comparison of a paper with the one that was sent."""

    def __init__(self, base: Document, views: Views, library: Library, requirements: Sequence[Requirement]) -> None:
        self._base, self._views, self._library = base, views, library
        self._requirements = requirements
        self._weights = Weights(library.words["changes"])
        self._lines = _named(read_lines(base))
        self._sent: dict[str, list[Line]] = {}
        for line in self._lines:
            self._sent.setdefault(line.clause, []).append(line)
        self._now = assign(self._lines, read_lines(views.accepted, sent=self._lines))
        has_changes = bool(views.accepted.revised)
        self._then = assign(self._lines, read_lines(views.sent, sent=self._lines)) if has_changes else self._now
        lead = {line.paragraph: name for name, lines in self._now.lines.items() for line in lines}
        led = {line.paragraph: line.clause for line in self._lines}
        self._targets = Targets(base, led), Targets(views.accepted, lead)
        self._ids = {bookmarked(clause): clause for clause in library.clauses}
        self.findings = tuple(self._found())

    @property
    def failing(self) -> tuple[Failing, ...]:
        """The requirements that are no longer discharged, each once."""
        found = {one.requirement.id: one for finding in self.findings for one in finding.failing}
        return tuple(found.values())

    def _found(self) -> Iterator[Finding]:
        """Give what is not intact, what overrides first."""
        found = [finding for clause in self._sent if (finding := self._clause(clause)).state != INTACT]
        found += (self._added(after, line) for after, line in self._now.added)
        found += self._beside()
        yield from sorted(found, key=lambda finding: not finding.is_overriding)

    def _clause(self, name: str) -> Finding:
        before = _passage(self._sent[name])
        lines = self._now.lines[name]
        after = _passage(lines)
        identity = self._ids.get(name, "")
        clause = self._library.clauses.get(identity)
        title = clause.title if clause else before.words(0, 8)
        discharges = clause.discharges if clause else ()
        required = tuple(one for one in self._requirements if one.id in discharges)
        if before.tokens == after.tokens:
            led = moved_references(self._sent[name], lines, *self._targets)
            leads = tuple(self._led(*one) for one in led)
            state = REWORDED if leads else MOVED if name in self._now.moved else INTACT
            return Finding(identity, title, state, leads, tracked=self._tracked(name), requirements=required,
                           paragraph=lines[0].paragraph, digest=_digest(after))  # fmt: skip
        found = list(changes(before.tokens, after.tokens, opcodes(before.tokens, after.tokens)))
        gone = [word for i, j, _, _ in found for word in before.tokens[i:j]]
        come = [word for _, _, k, n in found for word in after.tokens[k:n]]
        failing = tuple(self._failing(required)) if required else ()
        kinds = self._weights.of(gone, come)
        state = MISSING if not lines else UNDISCHARGED if failing else WEAKENED if kinds else REWORDED
        return Finding(
            clause=identity or f"beside the clauses: “{before.words(0, 5)}”",
            title=title,
            state=state,
            changes=tuple(_in_words(before, after, found)) if lines else (Change(before.words(0, 30), ""),),
            kinds=tuple(self._weights.called(kind) for kind in kinds) if lines else (),
            is_overriding=any(self._weights.overriding(after.tokens[k:n], before.tokens) for _, _, k, n in found),
            tracked=self._tracked(name),
            requirements=required,
            failing=failing,
            restore=_restored(before, found, is_missing=not lines),
            paragraph=lines[0].paragraph if lines else self._place(name),
            digest=_digest(after),
        )

    def _led(self, old: Reference, new: Reference, was: str) -> Change:
        """Say where a reference led, and where it leads."""
        now = self._targets[1].clause(new) or ""
        led = ((old.shown, self._ids.get(was, was)), (new.shown, self._ids.get(now, now)))
        return Change(*(f"a reference to {clause} ({shown})" for shown, clause in led))

    def _failing(self, required: Sequence[Requirement]) -> Iterator[Failing]:
        """Find the requirements of which a probe held in the clauses that claim them, and does not any more."""
        for requirement in required:
            those = (one.id for one in self._library.clauses.values() if requirement.id in one.discharges)
            claiming = [bookmarked(one) for one in those]
            then = [plain(_passage(self._sent.get(one, ())).text) for one in claiming]
            now = [plain(_passage(self._now.lines.get(one, ())).text) for one in claiming]
            gone = tuple(
                probe
                for probe in requirement.probes
                if any(answers_probe(text, probe) for text in then)
                and not any(answers_probe(text, probe) for text in now)
            )
            if gone:
                yield Failing(requirement, gone)

    def _place(self, name: str) -> int:
        """Give the paragraph at which a missing clause stood: the last of the clause before it."""
        above = 0
        for line in self._lines:
            if line.clause == name:
                break
            above = max([above, *(one.paragraph for one in self._now.lines[line.clause])])
        return above

    def _added(self, after: str, line: Line) -> Finding:
        passage = line.passage
        known = self._ids.get(after, "")
        where = f"after {known}" if known else "beside the clauses"
        kinds = tuple(self._weights.called(kind) for kind in self._weights.of((), passage.tokens))
        return Finding(
            clause=f"{where}: “{passage.words(0, 6)}”",
            title="",
            state=ADDED,
            changes=(Change("", passage.words(0, len(passage.tokens))),),
            kinds=kinds,
            is_overriding=self._weights.overriding(passage.tokens),
            tracked=_by(self._revised([line])),
            paragraph=line.paragraph,
            digest=_digest(passage),
        )

    def _beside(self) -> Iterator[Finding]:
        """Give what stands in headers, footers, notes and text boxes, and did not in the paper that was sent."""
        base, now = self._base, self._views.accepted
        known = {line.passage.tokens for story in base.stories[1:] for line in read_lines(base, story)}
        for story in now.stories[1:]:
            if "comments" in story.part:
                continue
            for line in read_lines(now, story):
                if line.passage.tokens not in known:
                    part = story.part if story.part != now.body.part else "a text box"
                    clause = f"{part}: “{line.passage.words(0, 6)}”"
                    yield replace(self._added("", line), clause=clause, paragraph=0, tracked="")

    # Who changed it

    def _tracked(self, name: str) -> str:
        """Say by whom the changes of a clause are tracked, or that they are not."""
        now, then = (_passage(one.lines[name]).tokens for one in (self._now, self._then))
        if now == then and name not in self._now.moved:
            return "not tracked"
        authors = self._revised(self._now.lines[name]) or self._revised(self._then.lines[name], self._views.sent)
        was = _passage(self._sent[name]).tokens
        whole = then == was
        return _by(authors) if whole else f"in part {_by(authors)}"

    def _revised(self, lines: Sequence[Line], document: Document | None = None) -> frozenset[Revision]:
        revised = (document or self._views.accepted).revised
        return frozenset().union(*(revised[line.paragraph] for line in lines if line.paragraph < len(revised)))


def _by(authors: frozenset[Revision]) -> str:
    names = sorted({f"{one.author or 'someone'}{f', {one.date[:10]}' if one.date else ''}" for one in authors})
    return f"tracked by {'; '.join(names)}" if names else "not tracked"


def _named(lines: Sequence[Line]) -> list[Line]:
    """Let each line that is in no clause be one of its own."""
    return [line if line.clause else replace(line, clause=f"line {line.paragraph}") for line in lines]


def _passage(lines: Sequence[Line]) -> Passage:
    return Passage("\n".join(line.text for line in lines))


def _digest(passage: Passage) -> str:
    return sha256(" ".join(passage.tokens).encode()).hexdigest()[:32]


def _in_words(
    before: Passage, after: Passage, found: Sequence[tuple[int, int, int, int]]
) -> Iterator[Change]:
    """Show each change among the words around it; changes that are close to one another are one."""
    merged: list[tuple[int, int, int, int]] = []
    for i, j, k, n in found:
        if merged and i - merged[-1][1] <= AROUND:
            merged[-1] = (merged[-1][0], j, merged[-1][2], n)
        else:
            merged.append((i, j, k, n))
    for i, j, k, n in merged:
        yield Change(before.words(i, j, AROUND), after.words(k, n, AROUND))


def _restored(before: Passage, found: Sequence[tuple[int, int, int, int]], *, is_missing: bool) -> str:
    """Give the words that were sent: of a missing clause all, else from the first change to the last."""
    if is_missing:
        return before.words(0, len(before.tokens))
    return before.words(found[0][0], found[-1][1], 2 * AROUND)
