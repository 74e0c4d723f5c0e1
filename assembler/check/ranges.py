"""Prove that ranges are whole: bookmarks, comments, links, revisions, and the parts a part names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import le

from assembler.check.document import Document
from assembler.check.part_text import PartText
from assembler.check.relationships import relations
from assembler.problem import Problem

LONGEST_NAME = 40
"""Word cuts or refuses a longer bookmark name."""

_AGAIN = "write the document again."

_End = tuple[str, int]
"""The id of a range, and where it begins or ends."""


def prove_ranges(document: Document) -> list[Problem]:
    """Report every range that is open, doubled or leads nowhere, in every part."""
    problems = [*_bookmark_names(document), *_comments_without_place(document)]
    for part in document.parts:
        problems += _bookmarks_closed(document, part)
        problems += _comments(document, part)
        problems += _links(document, part)
        problems += _relations(document, part)
        problems += _revisions(document, part)
        problems += [Problem(document.place(part, f.at), f.what, f.fix) for f in part.faults]
    return problems


def _bookmark_names(document: Document) -> Iterator[Problem]:
    """Word tells names apart without regard to case, over the whole document."""
    names = [start.name.casefold() for part in document.parts for start, _ in part.starts]
    if len(set(names)) == len(names) and all(names) and max(map(len, names), default=0) <= LONGEST_NAME:
        return
    counts: Counter[str] = Counter()
    starts = [(part, start, at) for part in document.parts for start, at in part.starts]
    for (part, start, at), name in zip(starts, names, strict=True):
        counts[name] += 1
        place = document.place(part, at)
        if not name:
            yield Problem(place, f"bookmark {start.id} has no name.", _AGAIN)
        elif counts[name] == 2:
            yield Problem(place, f"two bookmarks are called {start.name}.", "give each bookmark its own name.")
        if len(name) > LONGEST_NAME:
            fix = f"shorten the clause's id: a bookmark has at most {LONGEST_NAME} characters."
            yield Problem(place, f"the bookmark {start.name} has {len(name)} characters.", fix)


def _bookmarks_closed(document: Document, part: PartText) -> Iterator[Problem]:
    starts = [(id_, at) for (id_, _), at in part.starts]
    if _are_paired(starts, part.ends):
        return
    yield from _unpaired(document, part, "bookmark", starts, part.ends, dict(start for start, _ in part.starts))
    for id_, times in Counter(id_ for id_, _ in starts).items():
        if times > 1:
            place = document.place(part, next(at for other, at in starts if other == id_))
            yield Problem(place, f"{times} bookmarks have the id {id_}.", "give each bookmark its own id.")


def _are_paired(starts: Sequence[_End], ends: Sequence[_End]) -> bool:
    """Tell whether each range begins once and ends once, not before it begins."""
    begun, ended = dict(starts), dict(ends)
    return (
        len(begun) == len(starts) == len(ends)
        and begun.keys() == ended.keys()
        and all(map(le, begun.values(), map(ended.__getitem__, begun)))
    )


def _unpaired(
    document: Document, part: PartText, what: str, starts: Sequence[_End], ends: Sequence[_End], names: dict[str, str]
) -> Iterator[Problem]:
    """Compare the starts of ranges with their ends, by id."""
    begun, times = dict(starts), Counter(id_ for id_, _ in ends)
    for id_, at in begun.items():
        if times[id_] != 1:
            how = "is never closed" if not times[id_] else f"is closed {times[id_]} times"
            yield Problem(document.place(part, at), f"the {what} {names.get(id_, id_)} {how}.", _AGAIN)
    for id_, at in ends:
        if id_ not in begun:
            ends_alone = f"a {what} ends here that has not begun (id {id_})."
            yield Problem(document.place(part, at), ends_alone, _AGAIN)
        elif at < begun[id_]:
            yield Problem(document.place(part, at), f"the {what} {names.get(id_, id_)} ends before it begins.", _AGAIN)


def _comments(document: Document, part: PartText) -> Iterator[Problem]:
    if not _are_paired(part.comment_starts, part.comment_ends):
        yield from _unpaired(document, part, "comment range", part.comment_starts, part.comment_ends, {})
    for kind, marks in (("range", part.comment_starts), ("mark", part.comment_references)):
        times = Counter(id_ for id_, _ in marks)
        for id_, at in marks:
            if id_ not in document.comments:
                what = f"comment {id_} stands here, but there is no such comment."
                yield Problem(document.place(part, at), what, _AGAIN)
            elif times[id_] > 1:
                yield Problem(document.place(part, at), f"comment {id_} has more than one {kind}.", _AGAIN)


def _comments_without_place(document: Document) -> Iterator[Problem]:
    placed = {id_ for part in document.parts for id_, _ in part.comment_references}
    for id_, times in document.comments.items():
        if times > 1:
            yield Problem(document.where, f"{times} comments have the id {id_}.", _AGAIN)
        if id_ not in placed:
            yield Problem(document.where, f"comment {id_} belongs to no place in the text.", _AGAIN)


def _links(document: Document, part: PartText) -> Iterator[Problem]:
    for anchor, at in part.links:
        if anchor not in document.bookmarks and anchor != "_top":
            place = document.place(part, at)
            yield Problem(place, f"a link leads to the bookmark {anchor}, which is not there.", _AGAIN)


def _relations(document: Document, part: PartText) -> Iterator[Problem]:
    if not part.relations:
        return
    known = {relation.id for relation in relations(document.package, part.name)}
    for id_, at in part.relations:
        if id_ not in known:
            place = document.place(part, at)
            yield Problem(place, f"the relationship {id_} is used here and not declared.", _AGAIN)


def _revisions(document: Document, part: PartText) -> Iterator[Problem]:
    seen: set[str] = set()
    for id_, at in part.revisions:
        if id_ in seen:
            yield Problem(document.place(part, at), f"two tracked changes have the id {id_}.", _AGAIN)
        seen.add(id_)
