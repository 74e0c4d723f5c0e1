"""Find a state of the facts that avoids every combination it must avoid, or show that there is none."""

from collections.abc import Iterable, Mapping, Sequence

from assembler.library.vocabulary import fact, negation

World = Mapping[str, bool]


def world(assumed: Iterable[str], forbidden: Sequence[tuple[str, ...]]) -> World | None:
    """Give values of the facts under which the assumed literals hold and no forbidden set holds entirely.

    None when there are none. An empty forbidden set cannot be avoided. Facts that do not matter are left out.
    """
    values: dict[str, bool] = {}
    for literal in assumed:
        if values.setdefault(fact(literal), not literal.startswith("not ")) == literal.startswith("not "):
            return None
    return _search(values, forbidden)


def _search(values: dict[str, bool], forbidden: Sequence[tuple[str, ...]]) -> World | None:
    """Follow what the values force; where nothing is forced, try a fact both ways."""
    values = dict(values)
    while True:
        open_sets = [rest for rest in (_open(each, values) for each in forbidden) if rest is not None]
        if any(not rest for rest in open_sets):
            return None
        forced = next((rest[0] for rest in open_sets if len(rest) == 1), None)
        if forced is None:
            break
        _make(negation(forced), values)
    if not open_sets:
        return values
    for literal in (negation(open_sets[0][0]), open_sets[0][0]):
        tried = dict(values)
        _make(literal, tried)
        found = _search(tried, open_sets)
        if found is not None:
            return found
    return None


def _make(literal: str, values: dict[str, bool]) -> None:
    values[fact(literal)] = not literal.startswith("not ")


def _open(literals: tuple[str, ...], values: World) -> tuple[str, ...] | None:
    """Give the literals still undecided, or None when one fails and the set can no longer hold."""
    rest = []
    for literal in literals:
        value = values.get(fact(literal))
        if value is None:
            rest.append(literal)
        elif value == literal.startswith("not "):
            return None
    return tuple(rest)
