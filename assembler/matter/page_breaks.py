"""Find what a program parted on its pages though the document keeps it together, as LibreOffice does at times."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

RULE = "______"


def parted(edges: Sequence[tuple[str, str]], begins: Mapping[str, int], titles: Mapping[str, str]) -> frozenset[str]:
    """Name the clauses that have to begin a page, so that no page begins with a signature or ends with a heading.

    ``edges`` are each page's first and last line, ``begins`` the page on which each clause begins, in their order.
    A clause that has a page to itself already, or that is longer than a page, is left as it is.
    """
    found = set()
    for page, ((_, last), (first, _)) in enumerate(pairwise(edges), 1):
        clause: str = next((one for one in reversed(list(begins)) if begins[one] <= page), "")
        is_alone = [one for one in begins if begins[one] == page][:1] == [clause]
        if begins.get(clause) != page or is_alone:
            continue
        title = _close(titles.get(clause, ""))
        if RULE in first or (title and _close(last).endswith(title)):
            found.add(clause)
    return frozenset(found)


def _close(words: str) -> str:
    return "".join(words.split())
