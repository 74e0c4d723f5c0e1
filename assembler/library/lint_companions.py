"""Lint what documents say of one another: what a clause says lies beside its paper is declared, and is in its words."""

import re
from collections.abc import Iterator

from assembler.library.clause import Clause, Companion, Library, Outline
from assembler.library.document_order import in_order
from assembler.library.satisfiability import fact
from assembler.library.vocabulary import Vocabulary, suggestion
from assembler.problem import Problem

BESIDE = re.compile(r"\b(attached|enclosed|accompanies|accompanying|submitted with|filed with)\b", re.I)
"""Words by which a paper that is filed or sent says that another lies beside it."""

_END = re.compile(r"[.;](?=\s|$)|\n")
_ITEM = re.compile(r"\s*[0-9]+\. ")


def companions_exist(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that what is declared names clauses of the outline, and papers that there are."""
    papers = library.outlines.keys() | library.undrafted.keys()
    for outline in library.outlines.values():
        clauses = frozenset(clause.id for _, clause in in_order(library, outline))
        for one in outline.companions:
            if one.clause not in clauses:
                yield _fault(outline, f"`{one.clause}` is not a clause of it.", "name the clause that says so.")
            elif _plain(one.says) not in _plain(library.clauses[one.clause].body):
                what = f"`{one.clause}` does not say “{one.says}”."
                yield _fault(outline, what, "declare the words as the clause has them, or take the entry out.")
        named = {paper for one in outline.companions for paper in one.papers}
        named.update(paper for alike in outline.alike for paper in alike.papers)
        for paper in sorted(named - papers):
            yield _fault(outline, f"`{paper}` is not a paper.", suggestion(paper, frozenset(papers), "correct the id."))
        for field in (alike.field for alike in outline.alike if alike.field not in vocabulary.fields):
            yield _fault(outline, f"`{field}` is not a field.", suggestion(field, vocabulary.fields, "correct it."))


def companions_are_declared(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a paper that is filed or sent declares every sentence that speaks of another beside it."""
    for outline in library.outlines.values():
        if outline.template != "form":
            continue
        for _, clause in in_order(library, outline):
            declared = [one for one in outline.companions if one.clause == clause.id]
            for sentence in () if clause.prescribed else _undeclared(clause, declared):
                what = f"{clause.id} says “{sentence}”, and the outline does not say which paper that is."
                yield _fault(outline, what, "add under `companions`: {clause: ..., says: ..., papers: [...]}.")


def _undeclared(clause: Clause, declared: list[Companion]) -> Iterator[str]:
    for sentence in _sentences(clause.body):
        if BESIDE.search(sentence) and not any(_plain(one.says) in sentence for one in declared):
            yield sentence


def _sentences(body: str) -> Iterator[str]:
    """Give each sentence; an item of a list has the words that lead to the list before it."""
    lead = ""
    for line in body.splitlines():
        if _ITEM.match(line):
            yield _plain(f"{lead} {line}")
        elif line.endswith(":"):
            lead = line
        else:
            yield from (_plain(found) for found in _END.split(line))


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def _fault(outline: Outline, what: str, fix: str) -> Problem:
    return Problem(f"outline {outline.id}", what, fix)


def undrafted_are_called_for_by_facts(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that what is made elsewhere hangs on facts that there are, and is no document of the library."""
    for paper in library.undrafted.values():
        for name in (name for name in paper.when if fact(name) not in vocabulary.facts):
            fix = suggestion(name, vocabulary.facts, "correct it.")
            yield Problem(f"undrafted {paper.id}", f"`{name}` is not a fact.", fix)
        if paper.id in library.outlines:
            yield Problem(f"undrafted {paper.id}", "an outline has the same id.", "take one of them out.")
