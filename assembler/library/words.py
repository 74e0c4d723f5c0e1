"""Read words that stand outside the clauses, such as the legend of a draft, and hold a firm's against ours."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from assembler.library.clause import VALUE, Words, texts_of
from assembler.library.fields import is_text, is_texts
from assembler.library.vocabulary import near
from assembler.library.yaml_text import BrokenYaml, Entries, parse
from assembler.problem import Problem

UNFIT = (
    (re.compile(r"[{}]"), "a brace that belongs to no value", "write {{ name }} where a value belongs."),
    (re.compile(r"['\"]"), "a straight apostrophe or quotation mark", "write ’, or “ and ”."),
)
"""What a text may not have beside its values, and what to write instead."""


def read_words(written: str, where: str) -> tuple[dict[str, Words], tuple[Problem, ...]]:
    """Read the entries of one file; an entry with a fault is left out."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        fix = "put words with a colon, a quotation mark or a brace in quotation marks."
        return {}, (Problem(f"{where}:{error.line}", f"the words cannot be read: {error.what}.", fix),)
    if not isinstance(found, Entries):
        return {}, (Problem(f"{where}:1", "the file has no entries.", "begin each with its id and a colon."),)
    words: dict[str, Words] = {}
    problems: list[Problem] = []
    for identity, entry in found.values.items():
        faults = list(_faults(identity, entry, f"{where}:{found.lines[identity]}", where))
        problems += faults
        if isinstance(entry, Entries) and not faults:
            texts = {name: text for name, text in entry.values.items() if isinstance(text, str | tuple)}
            words[identity] = Words(MappingProxyType(texts), f"{where}:{found.lines[identity]}")
    return words, tuple(problems)


def _faults(identity: str, entry: object, line: str, where: str) -> Iterator[Problem]:
    """Find what is wrong with an entry by itself."""
    if not isinstance(entry, Entries):
        yield Problem(line, f"`{identity}` has no fields.", "write below it, indented, `name: words`.")
        return
    for name, value in entry.values.items():
        at = f"{where}:{entry.lines[name]}"
        if not (is_text(value) or is_texts(value)):
            yield Problem(at, f"`{name}` is not words.", "write a text or a list of texts.")
        bare = "\n".join(VALUE.sub("", text) for text in texts_of(value))
        yield from (Problem(at, f"`{name}` has {what}.", fix) for unfit, what, fix in UNFIT if unfit.search(bare))


def misfits(identity: str, theirs: Words, ours: Mapping[str, Words]) -> Iterator[Problem]:
    """Find what keeps a firm's entry from replacing ours: its id, its fields, or a value that ours does not name."""
    if identity not in ours:
        fix = near(identity, frozenset(ours), "leave it out; a firm replaces entries of ours.")
        yield Problem(theirs.where, f"`{identity}` is not an entry of ours.", fix)
        return
    entry = ours[identity]
    for name in sorted(theirs.fields.keys() - entry.fields.keys()):
        fix = near(name, frozenset(entry.fields), f"leave it out; there are {', '.join(entry.fields)}.")
        yield Problem(theirs.where, f"`{identity}` has no field `{name}`.", fix)
    for name, text in entry.fields.items():
        if isinstance(text, str) != isinstance(theirs.fields.get(name, ()), str):
            shape = "one text" if isinstance(text, str) else "a list of texts"
            yield Problem(theirs.where, f"`{name}` of `{identity}` is not {shape}.", f"write it as in {entry.where}.")
    for name in sorted(theirs.values - entry.values):
        fix = near(name, entry.values, f"there are {', '.join(sorted(entry.values)) or 'none'}.")
        yield Problem(theirs.where, f"`{identity}` has no value `{name}`.", fix)
