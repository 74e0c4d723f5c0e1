"""Write what a reader of the text does not see in it: comments, and what the document knows of its clauses."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

ANNOTATION = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'


def comments(day: str, notes: Sequence[Sequence[str]]) -> Markup:
    """Write comments of the house's, numbered from 0, each of some paragraphs; ``day`` in ISO form."""
    signed = f'w:author="Drafting note" w:date="{day}T00:00:00Z" w:initials="DN"'
    written = (f'<w:comment w:id="{n}" {signed}>{_paragraphs(tuple(note))}</w:comment>' for n, note in enumerate(notes))
    return Markup("".join(written))


@lru_cache(maxsize=4096)  # a clause's note is the same in most documents
def _paragraphs(note: tuple[str, ...]) -> str:
    runs = (f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in note)
    return f"{PARAGRAPH}{ANNOTATION}{PARAGRAPH.join(runs)}"


@lru_cache(maxsize=1024)
def comment_anchors(number: int) -> tuple[Markup, Markup]:
    """Write where in the text a comment begins, and where it ends with its mark."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    return Markup(f'<w:commentRangeStart w:id="{number}"/>'), Markup(f'<w:commentRangeEnd w:id="{number}"/>{mark}')


def known_clauses(digests: Mapping[str, str]) -> Markup:
    """Write which clauses the document has, by id, with the digest of each one's text."""
    return Markup("".join(f'<clause id="{identity}" digest="{digest}"/>' for identity, digest in digests.items()))
