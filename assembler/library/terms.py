"""Find the defined terms that a text uses, in the singular or the plural."""

import re
from functools import lru_cache


@lru_cache(maxsize=4096)  # a library's clauses are read once and searched for every case
def terms_used(text: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Give each defined term the text uses, as often as it does; the longest term wins where two overlap."""
    pattern, named = _spotter(terms)
    return tuple(named[match[0]] for match in pattern.finditer(text))


def plural(term: str) -> str:
    """Put a term in the plural: *Letters of Credit*, *U.S. Branches*, *Taxable Events*."""
    head, of, rest = term.partition(" of ")
    return head + ("es" if head.endswith("ch") else "s") + of + rest


@lru_cache(maxsize=8)
def _spotter(terms: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    named = {form: term for term in terms for form in (term, plural(term))}
    longest = sorted(named, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(form)}\b" for form in longest) or r"(?!)"), named
