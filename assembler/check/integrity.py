"""Check that ranges are closed, and that every bookmark, comment, style and list that is named is there, once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import le

from assembler.check.document import Document
from assembler.check.numbering import Numbering
from assembler.check.package import relationships
from assembler.check.story import Story
from assembler.check.styles import Styles
from assembler.problem import Problem

MAX_BOOKMARK_NAME = 40
"""Word cuts or refuses a longer name."""

_REWRITE = "write the document again."
_REWRITE_LISTS = "write the lists again."
_DEFINE_STYLE = "define the style in the template."

_Mark = tuple[str, int]
"""The id of a range, and the offset where it begins or ends."""


def check_ranges(document: Document) -> list[Problem]:
    """Report bookmarks, comments, links, relationships and tracked changes that are open, doubled or lead nowhere."""
    problems = [*_bookmark_names(document), *_comment_ids(document)]
    problems += (Problem(f"{document.where}: {part}", what, fix) for part, what, fix in document.revision_faults)
    for story in document.stories:
        problems += _bookmarks(document, story)
        problems += _comments(document, story)
        problems += _links(document, story)
        problems += _relationships(document, story)
        problems += [Problem(document.place(story, at), what, fix) for at, what, fix in story.faults]
    return problems


def check_definitions(document: Document) -> list[Problem]:
    """Report styles and lists that are used and not defined, or that are defined twice."""
    return [*_used_styles(document), *_styles(document), *_used_lists(document), *_lists(document)]


def _bookmark_names(document: Document) -> Iterator[Problem]:
    """Report names that are empty, too long, or given twice; to Word, case makes no difference."""
    names = [start.name.casefold() for story in document.stories for start, _ in story.bookmark_starts]
    if len(set(names)) == len(names) and all(names) and max(map(len, names), default=0) <= MAX_BOOKMARK_NAME:
        return
    counts: Counter[str] = Counter()
    starts = [(story, start, at) for story in document.stories for start, at in story.bookmark_starts]
    for (story, start, at), name in zip(starts, names, strict=True):
        counts[name] += 1
        place = document.place(story, at)
        if not name:
            yield Problem(place, f"bookmark {start.id} has no name.", _REWRITE)
        elif counts[name] == 2:
            yield Problem(place, f"two bookmarks are called {start.name}.", "give each bookmark its own name.")
        if len(name) > MAX_BOOKMARK_NAME:
            fix = f"shorten the clause's id: a bookmark has at most {MAX_BOOKMARK_NAME} characters."
            yield Problem(place, f"the bookmark {start.name} has {len(name)} characters.", fix)


def _bookmarks(document: Document, story: Story) -> Iterator[Problem]:
    starts = [(id_, at) for (id_, _), at in story.bookmark_starts]
    if _are_paired(starts, story.bookmark_ends):
        return
    names = dict(start for start, _ in story.bookmark_starts)
    for what, at in _unpaired("bookmark", starts, story.bookmark_ends, names):
        yield Problem(document.place(story, at), what, _REWRITE)
    for id_, times in Counter(id_ for id_, _ in starts).items():
        if times > 1:
            place = document.place(story, next(at for other, at in starts if other == id_))
            yield Problem(place, f"{times} bookmarks have the id {id_}.", "give each bookmark its own id.")


def _are_paired(starts: Sequence[_Mark], ends: Sequence[_Mark]) -> bool:
    """Tell whether each range begins once and ends once, not before it begins."""
    begins_at, ends_at = dict(starts), dict(ends)
    return (
        len(begins_at) == len(starts) == len(ends)
        and begins_at.keys() == ends_at.keys()
        and all(map(le, begins_at.values(), map(ends_at.__getitem__, begins_at)))
    )


def _unpaired(
    kind: str, starts: Sequence[_Mark], ends: Sequence[_Mark], names: Mapping[str, str]
) -> Iterator[tuple[str, int]]:
    """Say of each range that is not paired what is wrong, and at which offset."""
    begins_at, times = dict(starts), Counter(id_ for id_, _ in ends)
    for id_, at in begins_at.items():
        if times[id_] != 1:
            how = "is never closed" if not times[id_] else f"is closed {times[id_]} times"
            yield f"the {kind} {names.get(id_, id_)} {how}.", at
    for id_, at in ends:
        if id_ not in begins_at:
            yield f"a {kind} ends here that has not begun (id {id_}).", at
        elif at < begins_at[id_]:
            yield f"the {kind} {names.get(id_, id_)} ends before it begins.", at


def _comments(document: Document, story: Story) -> Iterator[Problem]:
    if not _are_paired(story.comment_starts, story.comment_ends):
        for what, at in _unpaired("comment range", story.comment_starts, story.comment_ends, {}):
            yield Problem(document.place(story, at), what, _REWRITE)
    for kind, marks in (("range", story.comment_starts), ("mark", story.comment_references)):
        times = Counter(id_ for id_, _ in marks)
        for id_, at in marks:
            if id_ not in document.comments:
                what = f"comment {id_} stands here, but there is no such comment."
                yield Problem(document.place(story, at), what, _REWRITE)
            elif times[id_] > 1:
                yield Problem(document.place(story, at), f"comment {id_} has more than one {kind}.", _REWRITE)


def _comment_ids(document: Document) -> Iterator[Problem]:
    placed = {id_ for story in document.stories for id_, _ in story.comment_references}
    for id_, times in document.comments.items():
        if times > 1:
            yield Problem(document.where, f"{times} comments have the id {id_}.", _REWRITE)
        if id_ not in placed:
            yield Problem(document.where, f"comment {id_} belongs to no place in the text.", _REWRITE)


def _links(document: Document, story: Story) -> Iterator[Problem]:
    for bookmark, at in story.links:
        if bookmark not in document.bookmarks and bookmark != "_top":
            what = f"a link leads to the bookmark {bookmark}, which is not there."
            yield Problem(document.place(story, at), what, _REWRITE)


def _relationships(document: Document, story: Story) -> Iterator[Problem]:
    if not story.relationships:
        return
    declared = {relationship.id for relationship in relationships(document.parts, story.part)}
    for id_, at in story.relationships:
        if id_ not in declared:
            what = f"the relationship {id_} is used here and not declared."
            yield Problem(document.place(story, at), what, _REWRITE)


def _used_styles(document: Document) -> Iterator[Problem]:
    for story in document.stories:
        for (kind, name), at in story.named_styles.items():
            style = document.styles.by_id.get(name)
            if style is None:
                yield Problem(document.place(story, at), f"the {kind} style {name} is not defined.", _DEFINE_STYLE)
            elif style.kind != kind:
                what = f"{name} is a {style.kind} style and is used as a {kind} style."
                yield Problem(document.place(story, at), what, _DEFINE_STYLE)


def _styles(document: Document) -> list[Problem]:
    where = f"{document.where}: styles"
    return [Problem(where, *fault) for fault in _style_faults(document.styles, document.numbering)]


@lru_cache(maxsize=32)
def _style_faults(styles: Styles, numbering: Numbering) -> tuple[tuple[str, str], ...]:
    """Say what is wrong with the styles themselves, and what to do."""
    faults = [(f"the style {name} is defined twice.", _DEFINE_STYLE) for name in styles.repeated]
    for style in styles.by_id.values():
        for other in (style.based_on, *style.linked):
            if other is not None and other not in styles.by_id:
                faults.append((f"the style {style.id} names {other}, which is not defined.", _DEFINE_STYLE))
        chain = styles.chain(style.id)
        if chain[-1].based_on in {ancestor.id for ancestor in chain}:
            faults.append((f"the style {style.id} is based on itself.", _DEFINE_STYLE))
        if style.num_id not in (None, "0") and style.num_id not in numbering.nums:
            what = f"the style {style.id} is numbered by list {style.num_id}, which is not there."
            faults.append((what, _REWRITE_LISTS))
    return tuple(faults)


def _used_lists(document: Document) -> Iterator[Problem]:
    for story in document.stories:
        reported = {None, "0"}
        for i, formatting in story.direct_formatting.items():
            num_id = formatting.num_id
            if num_id not in reported and num_id not in document.numbering.nums:
                reported.add(num_id)
                what = f"list {num_id} is used here and not defined."
                yield Problem(document.place(story, story.begins[i]), what, _REWRITE_LISTS)


def _lists(document: Document) -> Iterator[Problem]:
    where = f"{document.where}: numbering"
    for what in document.numbering.repeated:
        yield Problem(where, f"{what} is defined twice.", _REWRITE_LISTS)
    for name, num in document.numbering.nums.items():
        if num.abstract not in document.numbering.abstracts:
            yield Problem(where, f"list {name} follows scheme {num.abstract}, which is not there.", _REWRITE_LISTS)
