"""The names a library may use that other rooms give meaning to: facts, fields, lists, and words with their values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from assembler.library.satisfiability import negation


@dataclass(frozen=True)
class Vocabulary:
    """What the linter is told, since the library knows neither facts nor cases.

    Of the facts of a group exactly one holds; ``never`` are literals (``x`` or ``not x``) that cannot
    all hold together. ``lists`` maps a list's name to the fields of its items. ``words`` maps a file of
    words to the entries that the engine prints, and each of these to the values it is given. ``days`` are the
    questions that a date answers, such as ``trusts.events.drawn``. ``pictures`` are those a clause may show; each has a
    field of its name.
    """

    facts: frozenset[str]
    fields: frozenset[str]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    never: tuple[tuple[str, ...], ...] = ()
    days: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()

    def impossible(self) -> tuple[tuple[str, ...], ...]:
        """List every set of literals that no case has."""
        pairs = [(one, other) for group in self.groups for one in group for other in group if one < other]
        none = [tuple(negation(name) for name in group) for group in self.groups]
        return (*pairs, *none, *self.never)


def item_name(list_name: str) -> str:
    """Name one item of a list: `trustee` for `bank_trustees`, `line` for `worksheet.lines`, `life` for `lives`."""
    last = list_name.replace(".", "_").rsplit("_", 1)[-1]
    return "life" if last == "lives" else last.removesuffix("s")


def suggestion(name: str, known: frozenset[str], otherwise: str) -> str:
    """Say which known name was meant."""
    found = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"did you mean `{found[0]}`?" if found else otherwise
