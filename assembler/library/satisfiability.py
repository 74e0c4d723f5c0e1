"""Decide whether some values of the facts meet conditions that are joined by *and*, *or* and *not*.

A literal is a fact's name, or ``not`` and its name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

TruthValues = Mapping[str, bool]


def negation(literal: str) -> str:
    """Turn `x` into `not x` and back."""
    return literal[4:] if literal.startswith("not ") else f"not {literal}"


def fact(literal: str) -> str:
    """Name the fact of a literal."""
    return literal.removeprefix("not ")


def satisfying(required: Iterable[str], forbidden: Sequence[tuple[str, ...]]) -> TruthValues | None:
    """Find values of the facts for which every required literal holds and no forbidden set holds as a whole.

    None when there are none, as when a forbidden set is empty. A fact that makes no difference is left out.
    """
    values: dict[str, bool] = {}
    for literal in required:
        if values.setdefault(fact(literal), not literal.startswith("not ")) == literal.startswith("not "):
            return None
    return _search(values, forbidden, values.keys())


def fits(required: Iterable[str], values: TruthValues) -> bool:
    """Tell whether every required literal holds in a case that was found; a fact left out of it may have any value."""
    return all(values.get(fact(literal)) is not literal.startswith("not ") for literal in required)


def _search(
    values: dict[str, bool], forbidden: Sequence[tuple[str, ...]], changed: Collection[str]
) -> TruthValues | None:
    """Give the facts the values that the forbidden sets force; where none is forced, try one fact both ways.

    ``changed`` are the facts that have got their values since the sets were last looked at.
    """
    values, undecided = dict(values), forbidden
    while True:
        # what is decided, and each literal that holds, is left out of every later pass
        undecided = [rest for each in undecided if (rest := _left(each, values, changed)) is not None]
        if any(not rest for rest in undecided):
            return None
        forced = [rest[0] for rest in undecided if len(rest) == 1]
        if not forced:
            break
        for literal in forced:
            _set(negation(literal), values)
        changed = [fact(literal) for literal in forced]
    if not undecided:
        return values
    for literal in (negation(undecided[0][0]), undecided[0][0]):
        tried = dict(values)
        _set(literal, tried)
        found = _search(tried, undecided, [fact(literal)])
        if found is not None:
            return found
    return None


def _left(literals: tuple[str, ...], values: TruthValues, changed: Collection[str]) -> tuple[str, ...] | None:
    """Give what is undecided of a set, which is itself where none of its facts has changed."""
    return literals if literals and _facts(literals).isdisjoint(changed) else _undecided(literals, values)


@cache
def _facts(literals: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fact, literals))


def _set(literal: str, values: dict[str, bool]) -> None:
    """Give a fact the value for which a literal holds."""
    values[fact(literal)] = not literal.startswith("not ")


def _undecided(literals: tuple[str, ...], values: TruthValues) -> tuple[str, ...] | None:
    """List the literals of a set whose facts have no value yet; None when one fails, so that the set cannot hold."""
    rest = []
    for literal in literals:
        value = values.get(fact(literal))
        if value is None:
            rest.append(literal)
        elif value == literal.startswith("not "):
            return None
    return tuple(rest)
