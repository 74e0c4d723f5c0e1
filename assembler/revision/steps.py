"""Refine how blocks were aligned: a paragraph that was split or joined is one change, and so is the end of a place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from assembler.revision.alignment import Step, align, shared
from assembler.revision.blocks import Block, alike, can_move

LEAST_TAKEN = 0.6
"""So much of a paragraph has to come from its neighbour for it to be a part of that."""
LEAST_WORDS = 3
_PAIRED = ("same", "changed")


def steps(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Give the steps from the old blocks of a place to the new ones."""
    found = align(
        [block.key for block in old],
        [block.key for block in new],
        lambda i, j: alike(old[i], new[j]),
        lambda i: can_move(old[i]),
    )
    apart = [one for step in found for one in _of_one_clause(step, old, new)]
    found = [one for _, run in groupby(apart, lambda step: step.kind in _PAIRED) for one in sorted(run, key=_has_come)]
    return _with_end(_with_parts(found, old, new), old, new)


def _has_come(step: Step) -> bool:
    """Let all that went stand before what came in its place, so that no range is torn."""
    return step.kind in ("inserted", "moved to")


def _of_one_clause(step: Step, old: Sequence[Block], new: Sequence[Block]) -> Iterator[Step]:
    """Keep apart what stands in two clauses of which each document has one, though it says the same."""
    if not step.old or not step.new or not old[step.old[0]].is_of_other_clause(new[step.new[0]]):
        yield step
        return
    if step.kind != "moved to":
        yield Step("deleted", step.old, ())
    if step.kind != "moved from":
        yield Step("inserted", (), step.new)


def _with_parts(found: list[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Take into a changed paragraph what was split off it, before or after, and what was joined to it."""
    out = list(found)
    at = 0
    while at < len(out):
        step = out[at]
        other = _neighbour(out, at, old, new) if step.kind == "changed" and old[step.old[0]].is_paragraph else None
        if other is None:
            at += 1
            continue
        part = out[other]
        out[at] = Step("changed", tuple(sorted((*step.old, *part.old))), tuple(sorted((*step.new, *part.new))))
        del out[other]
        at -= int(other < at)
    return out


def _neighbour(found: Sequence[Step], at: int, old: Sequence[Block], new: Sequence[Block]) -> int | None:
    """Find a step next to one, past others of the same gap, whose paragraph is a part of it."""
    step = found[at]
    for way in (1, -1):
        other = at + way
        while 0 <= other < len(found) and found[other].kind in ("inserted", "deleted"):
            part = found[other]
            mine, theirs, side = (step.new, part.new, new) if part.new else (step.old, part.old, old)
            beside = theirs[0] == (mine[-1] + 1 if way == 1 else mine[0] - 1)
            if beside and _is_part(step, side[theirs[0]], old, new, is_new=bool(part.new)):
                return other
            other += way
    return None


def _is_part(step: Step, part: Block, old: Sequence[Block], new: Sequence[Block], *, is_new: bool) -> bool:
    if not part.is_paragraph or part.ends_section or part.counts.total() < LEAST_WORDS:
        return False
    if any(part.is_of_other_clause(one) for one in (*(old[i] for i in step.old), *(new[j] for j in step.new))):
        return False
    ours = [old[i].counts for i in step.old]
    theirs = [new[j].counts for j in step.new]
    whole, pieces = (ours, theirs) if is_new else (theirs, ours)
    total, taken = sum(whole[1:], whole[0]), sum(pieces[1:], pieces[0])
    more = shared(total, taken + part.counts) - shared(total, taken)
    return more >= LEAST_TAKEN * part.counts.total()


def _with_end(found: list[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Let the last paragraphs of a place be one change: the mark of the last can neither come nor go."""
    if not old or not new or not old[-1].is_paragraph or not new[-1].is_paragraph or found[-1].kind in _PAIRED:
        return found
    end = len(found)
    before: list[int] = []
    after: list[int] = []
    while not (len(old) - 1 in before and len(new) - 1 in after):
        if not end or not _is_of_paragraphs(found[end - 1], old, new):
            break
        end -= 1
        before += found[end].old if found[end].kind != "moved to" else ()
        after += found[end].new if found[end].kind != "moved from" else ()
    if not before or not after:
        return found
    moved = [step for step in found[:end] if step.kind in ("moved from", "moved to")]
    mended = [_unmoved(step, before, after) if step in moved else step for step in found[:end]]
    return [*mended, Step("changed", tuple(sorted(before)), tuple(sorted(after)))]


def _is_of_paragraphs(step: Step, old: Sequence[Block], new: Sequence[Block]) -> bool:
    return all(old[i].is_paragraph for i in step.old) and all(new[j].is_paragraph for j in step.new)


def _unmoved(step: Step, before: Sequence[int], after: Sequence[int]) -> Step:
    """Tell a move of which one end is part of the last change as what it is then."""
    if step.kind == "moved from" and step.new[0] in after:
        return Step("deleted", step.old, ())
    if step.kind == "moved to" and step.old[0] in before:
        return Step("inserted", (), step.new)
    return step
