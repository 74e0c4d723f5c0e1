"""Prove that ranges are whole: bookmarks, comments, links, revisions, and the parts a story names."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assembler.check import markup as m
from assembler.check.document import Document
from assembler.check.relations import relations
from assembler.check.story import Mark, Story
from assembler.problem import Problem

LONGEST_NAME = 40
"""Word cuts or refuses a longer bookmark name."""

_AGAIN = "write the document again."


def prove_ranges(document: Document) -> list[Problem]:
    """Report every range that is open, doubled or leads nowhere, in every story."""
    problems = [*_bookmark_names(document), *_comments_without_place(document)]
    known = frozenset(_comment_ids(document))
    for story in document.stories:
        problems += _bookmarks_closed(document, story)
        problems += _comments(document, story, known)
        problems += _links(document, story)
        problems += _relations(document, story)
        problems += _revisions(document, story)
        problems += [Problem(document.place(story, f.at), f.what, f.fix) for f in story.faults]
    return problems


def _bookmark_names(document: Document) -> Iterator[Problem]:
    """Word tells names apart without regard to case, over the whole document."""
    counts: Counter[str] = Counter()
    for story in document.stories:
        for start in story.starts:
            name = start.name.casefold()
            counts[name] += 1
            if name and counts[name] != 2 and len(name) <= LONGEST_NAME:
                continue
            place = document.place(story, start.at)
            if not name:
                yield Problem(place, f"bookmark {start.id} has no name.", _AGAIN)
            elif counts[name] == 2:
                yield Problem(place, f"two bookmarks are called {start.name}.", "give each bookmark its own name.")
            if len(name) > LONGEST_NAME:
                fix = f"shorten the clause's id: a bookmark has at most {LONGEST_NAME} characters."
                yield Problem(place, f"the bookmark {start.name} has {len(name)} characters.", fix)


def _bookmarks_closed(document: Document, story: Story) -> Iterator[Problem]:
    names = {start.id: start.name for start in story.starts}
    yield from _paired(document, story, "bookmark", story.starts, story.ends, names)
    for id_, times in Counter(start.id for start in story.starts).items():
        if times > 1:
            place = document.place(story, next(s.at for s in story.starts if s.id == id_))
            yield Problem(place, f"{times} bookmarks have the id {id_}.", "give each bookmark its own id.")


def _paired(
    document: Document, story: Story, what: str, starts: Sequence[Mark], ends: Sequence[Mark], names: dict[str, str]
) -> Iterator[Problem]:
    """Compare the starts of ranges with their ends, by id."""
    begun = {start.id: start.at for start in starts}
    ended = Counter(end.id for end in ends)
    for id_, at in begun.items():
        if ended[id_] != 1:
            how = "is never closed" if not ended[id_] else f"is closed {ended[id_]} times"
            yield Problem(document.place(story, at), f"the {what} {names.get(id_, id_)} {how}.", _AGAIN)
    for end in ends:
        if end.id in begun and end.at >= begun[end.id]:
            continue
        place = document.place(story, end.at)
        if end.id not in begun:
            yield Problem(place, f"a {what} ends here that has not begun (id {end.id}).", _AGAIN)
        else:
            yield Problem(place, f"the {what} {names.get(end.id, end.id)} ends before it begins.", _AGAIN)


def _comment_ids(document: Document) -> list[str]:
    return [] if document.comments is None else [c.get(m.ID, "") for c in document.comments.iter(m.COMMENT)]


def _comments(document: Document, story: Story, known: frozenset[str]) -> Iterator[Problem]:
    yield from _paired(document, story, "comment range", story.comment_starts, story.comment_ends, {})
    for kind, marks in (("range", story.comment_starts), ("mark", story.comment_references)):
        times = Counter(mark.id for mark in marks)
        for mark in marks:
            if mark.id not in known:
                what = f"comment {mark.id} stands here, but there is no such comment."
                yield Problem(document.place(story, mark.at), what, _AGAIN)
            elif times[mark.id] > 1:
                what = f"comment {mark.id} has more than one {kind}."
                yield Problem(document.place(story, mark.at), what, _AGAIN)


def _comments_without_place(document: Document) -> Iterator[Problem]:
    placed = {mark.id for story in document.stories for mark in story.comment_references}
    for id_, times in Counter(_comment_ids(document)).items():
        if times > 1:
            yield Problem(document.where, f"{times} comments have the id {id_}.", _AGAIN)
        if id_ not in placed:
            yield Problem(document.where, f"comment {id_} belongs to no place in the text.", _AGAIN)


def _links(document: Document, story: Story) -> Iterator[Problem]:
    for link in story.links:
        if link.anchor not in document.bookmarks and link.anchor != "_top":
            place = document.place(story, link.at)
            yield Problem(place, f"a link leads to the bookmark {link.anchor}, which is not there.", _AGAIN)


def _relations(document: Document, story: Story) -> Iterator[Problem]:
    if not story.relations:
        return
    known = {relation.id for relation in relations(document.package, story.part)}
    for id_, at in story.relations:
        if id_ not in known:
            place = document.place(story, at)
            yield Problem(place, f"the relationship {id_} is used here and not declared.", _AGAIN)


def _revisions(document: Document, story: Story) -> Iterator[Problem]:
    seen: set[str] = set()
    for id_, at in story.revisions:
        if id_ in seen:
            yield Problem(document.place(story, at), f"two tracked changes have the id {id_}.", _AGAIN)
        seen.add(id_)
