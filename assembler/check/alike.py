"""Prove of a set of papers that those which speak of one day, amount, person or share print it alike."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assembler.problem import Problem


class Printed(NamedTuple):
    """A value as one paper prints it: its words, what it is called, the paper, and the papers that must print it."""

    words: str
    value: str
    by: str
    others: tuple[str, ...]


def check_alike(texts: Mapping[str, str], printed: Iterable[Printed]) -> Iterator[Problem]:
    """Find the papers that do not print what another prints; ``texts`` are their proved texts, by name."""
    plain = {name: _plain(text) for name, text in texts.items()}
    for one in printed:
        for other in one.others:
            if _plain(one.words) not in plain[other]:
                what = f"it does not say “{one.words}”, as {one.by} does ({one.value})."
                yield Problem(other, what, "find which of the two is wrong; neither may be signed as it is.")


def _plain(text: str) -> str:
    return " ".join(text.split())
