"""What stands in the body of a clause: fields, references, plain words, defined terms."""

import re
from collections.abc import Callable
from functools import lru_cache

REFERENCE = re.compile(r"""\{\{\s*ref\(["']([a-z0-9-]+)["']\)\s*\}\}""")
FIELD = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*\}\}")
PICTURE = re.compile(r"^!\[\{\{ (\w+) \}\}\]\(\1\)$", re.MULTILINE)
"""A picture: the field that says in words what it shows, and its own name, which is the same."""

PLACEHOLDER = re.compile(f"{REFERENCE.pattern}|{FIELD.pattern}")
MARKS = re.compile(r"\*+|^ *[0-9]+\. ", re.MULTILINE)
FENCE = re.compile(r"^```[a-z]*$", re.MULTILINE)
TABLE = re.compile(r"^ *\|.*$", re.MULTILINE)


def references(body: str) -> tuple[str, ...]:
    """List the ids a body refers to, each once, in order."""
    return tuple(dict.fromkeys(REFERENCE.findall(body)))


def fields(body: str) -> tuple[str, ...]:
    """List the fields of a body, each once, in order."""
    return tuple(dict.fromkeys(FIELD.findall(body)))


def pictures(body: str) -> tuple[str, ...]:
    """List the pictures that a body shows."""
    return tuple(PICTURE.findall(body))


def prose(body: str) -> str:
    """Give the words alone, without marks, tables and fences; an ellipsis stands for each field and reference."""
    words = FENCE.sub("", TABLE.sub("", PLACEHOLDER.sub("…", PICTURE.sub("", body))))
    return MARKS.sub("", words)


def searchable(body: str) -> str:
    """Give the words in which probes are looked for: lower case, single spaces, no marks, an ellipsis for a field."""
    words = MARKS.sub("", PLACEHOLDER.sub("…", body))
    return " ".join(words.replace("’", "'").casefold().split())


def holds(text: str, probe: str) -> bool:
    """Tell whether a `searchable` text has a probe, or one of its alternatives, in whole words and numbers."""
    return any(_whole(alternative).search(text) for alternative in probe.split(" | "))


@lru_cache(maxsize=4096)
def _whole(words: str) -> re.Pattern[str]:
    """Match words that are no part of longer words: not `10 days` in `110 days`, nor `2,000` in `2,000,000`."""
    found = searchable(words)
    before = r"(?<!\w)(?<![0-9][.,])" if found[:1].isalnum() else ""
    after = r"(?!\w)(?![.,][0-9])" if found[-1:].isalnum() else ""
    return re.compile(before + re.escape(found) + after)


def terms_used(text: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Give each defined term the text uses, as often as it does; the longest term wins where two overlap."""
    return _finder(terms)(text)


def plural(term: str) -> str:
    """Put a term in the plural: *Letters of Credit*, *U.S. Branches*, *Taxable Events*."""
    head, of, rest = term.partition(" of ")
    return head + ("es" if head.endswith("ch") else "s") + of + rest


@lru_cache(maxsize=64)
def _finder(terms: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    named = {form: term for term in terms for form in (term, plural(term))}
    longest = sorted(named, key=len, reverse=True)
    first = "".join(sorted({re.escape(form[0]) for form in longest}))
    # to look at the first letter first is three times as fast
    pattern = re.compile(rf"\b(?=[{first}])(?:{'|'.join(map(re.escape, longest))})\b" if longest else r"(?!)")

    @lru_cache(maxsize=4096)  # a library's clauses are read once and searched for every case
    def find(text: str) -> tuple[str, ...]:
        return tuple(named[match[0]] for match in pattern.finditer(text))

    return find
