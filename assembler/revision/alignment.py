"""Align two sequences: which blocks stay, which became others, which came, went, or moved."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

MAX_CELLS = 40_000
"""A gap with more pairs than this is paired within a window, which is quick and less exact."""
WINDOW = 40

Opcode = tuple[str, int, int, int, int]


class Step(NamedTuple):
    """One step through two sequences: the indexes of the old and the new blocks that belong together.

    kind: ``same`` for one block each that says the same, ``changed`` for what became something else, ``deleted``,
    ``inserted``, and for a move ``moved from`` where it was and ``moved to`` where it is, each with both indexes.
    """

    kind: str
    old: tuple[int, ...]
    new: tuple[int, ...]


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Opcode]:
    """Give the longest common subsequence as stretches: equal, delete, or insert."""
    ids: dict[Hashable, int] = {}
    for one in LCSseq.opcodes(_numbered(old, ids), _numbered(new, ids)):
        yield one.tag, one.src_start, one.src_end, one.dest_start, one.dest_end


def _numbered(keys: Sequence[Hashable], ids: dict[Hashable, int]) -> list[int]:
    return [ids.setdefault(key, len(ids)) for key in keys]


def align(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    similar: Callable[[int, int], float],
    can_move: Callable[[int], bool],
) -> list[Step]:
    """Align blocks by what they say, and those in between by how much of it they share.

    similar: how alike an old and a new block are, from 0 for not to be paired to 1.
    can_move: whether an old block is long enough to be known again elsewhere.
    """
    gaps: list[tuple[list[int], list[int]]] = [([], [])]
    same: list[tuple[int, int]] = []
    for kind, a, b, c, d in opcodes(old, new):
        if kind == "equal":
            for pair in zip(range(a, b), range(c, d), strict=True):
                same.append(pair)
                gaps.append(([], []))
        else:
            gaps[-1][0].extend(range(a, b))
            gaps[-1][1].extend(range(c, d))
    moves = _moves(old, new, gaps, can_move)
    steps = list(_gap_steps(*gaps[0], similar, moves))
    for (i, j), gap in zip(same, gaps[1:], strict=True):
        steps += (Step("same", (i,), (j,)), *_gap_steps(*gap, similar, moves))
    return steps


class _Moves(NamedTuple):
    """Where each moved block went, and where each came from."""

    to: dict[int, int]
    came_from: dict[int, int]


def _moves(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    gaps: Sequence[tuple[list[int], list[int]]],
    can_move: Callable[[int], bool],
) -> _Moves:
    """Find what went in one place and came in another, word for word."""
    came: dict[Hashable, list[int]] = defaultdict(list)
    for _, there in gaps:
        for j in there:
            came[new[j]].append(j)
    to = {i: came[old[i]].pop(0) for here, _ in gaps for i in here if can_move(i) and came.get(old[i])}
    return _Moves(to, {j: i for i, j in to.items()})


def _gap_steps(
    old: Sequence[int], new: Sequence[int], similar: Callable[[int, int], float], moves: _Moves
) -> Iterator[Step]:
    """Step through a gap: what went stands before what came."""
    left, right = [i for i in old if i not in moves.to], [j for j in new if j not in moves.came_from]
    at_old = at_new = 0
    for i, j in [*_pairs(left, right, similar), (None, None)]:
        end_old, end_new = (len(old), len(new)) if i is None or j is None else (old.index(i), new.index(j))
        for one in old[at_old:end_old]:
            yield Step("moved from", (one,), (moves.to[one],)) if one in moves.to else Step("deleted", (one,), ())
        for one in new[at_new:end_new]:
            is_moved = one in moves.came_from
            yield Step("moved to", (moves.came_from[one],), (one,)) if is_moved else Step("inserted", (), (one,))
        if i is not None and j is not None:
            yield Step("changed", (i,), (j,))
        at_old, at_new = end_old + 1, end_new + 1


def _pairs(
    old: Sequence[int], new: Sequence[int], similar: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """Pair the blocks of a gap in their order so that they are alike, all in all, as much as can be."""
    if not old or not new:
        return []
    if len(old) * len(new) > MAX_CELLS:
        return list(_pairs_in_window(old, new, similar))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[similar(i, j) for j in new] for i in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            both = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _pairs_in_window(
    old: Sequence[int], new: Sequence[int], similar: Callable[[int, int], float]
) -> Iterator[tuple[int, int]]:
    at = 0
    for i in old:
        near = new[at : at + WINDOW]
        likeness = [similar(i, j) for j in near]
        if near and max(likeness):
            found = likeness.index(max(likeness))
            yield i, near[found]
            at += found + 1


def shared(old: Counter[Hashable], new: Counter[Hashable]) -> int:
    """Count the words that two blocks have in common."""
    small, large = (old, new) if len(old) < len(new) else (new, old)
    return sum(min(times, large[word]) for word, times in small.items() if word in large)
