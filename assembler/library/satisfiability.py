"""Decide whether some values of the facts meet conditions that are joined by *and*, *or* and *not*.

A literal is a fact's name, or ``not`` and its name.
"""

from collections.abc import Iterable, Mapping, Sequence

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
    return _search(values, forbidden)


def fits(required: Iterable[str], values: TruthValues) -> bool:
    """Tell whether every required literal holds in a case that was found; a fact left out of it may have any value."""
    return all(values.get(fact(literal)) is not literal.startswith("not ") for literal in required)


def _search(values: dict[str, bool], forbidden: Sequence[tuple[str, ...]]) -> TruthValues | None:
    """Give the facts the values that the forbidden sets force; where none is forced, try one fact both ways."""
    values = dict(values)
    while True:
        undecided = [rest for rest in (_undecided(each, values) for each in forbidden) if rest is not None]
        if any(not rest for rest in undecided):
            return None
        forced = next((rest[0] for rest in undecided if len(rest) == 1), None)
        if forced is None:
            break
        _set(negation(forced), values)
    if not undecided:
        return values
    for literal in (negation(undecided[0][0]), undecided[0][0]):
        tried = dict(values)
        _set(literal, tried)
        found = _search(tried, undecided)
        if found is not None:
            return found
    return None


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
