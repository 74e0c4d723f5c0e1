"""Write values, open points and comments as WordprocessingML."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from assembler.word.parts import POINTS_ID
from assembler.word.scripts import EACH, OTHER, properties

LINE, BREAK = "\v", '</w:t><w:br/><w:t xml:space="preserve">'
RUN_ENDS, RUN_BEGINS = "</w:t></w:r>", '<w:r><w:t xml:space="preserve">'

ANNOTATION = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'


def text(value: str) -> str:
    """Make a value fit to stand in a run of text; what is in another script than Latin's gets runs of its own.

    A value of several lines, parted by vertical tabs, stands on as many.
    """
    if LINE in value:
        return Markup(BREAK).join(text(line) for line in value.split(LINE))
    if value.isascii() or not OTHER.search(value):
        return value
    out, at = Markup(""), 0
    for stretch in OTHER.finditer(value):
        own = run(stretch[0], properties(stretch))
        out += escape(value[at : stretch.start()]) + Markup(f"{RUN_ENDS}{own}{RUN_BEGINS}")
        at = stretch.end()
    return out + escape(value[at:])


def highlighted(words: str) -> Markup:
    """Make what follows from an open point and stands where a value would, within a run of text."""
    return Markup(f"{RUN_ENDS}{bracket(words)}{RUN_BEGINS}")


def fillable(words: str, number: int) -> Markup:
    """Make an open point that stands where a value would, and that takes its words from the points' own part.

    Whatever is typed in its place stands in each place of the same ``number``: Word writes it into that part.
    """
    return Markup(f"{RUN_ENDS}{_control(words, number)}{RUN_BEGINS}")


def _control(words: str, number: int) -> str:
    source = f'<w:dataBinding w:xpath="/points[1]/point[{number}]" w:storeItemID="{POINTS_ID}"/>'
    properties = f'<w:sdtPr><w:alias w:val="Open point"/>{source}<w:text/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{bracket(words)}</w:sdtContent></w:sdt>"


def bracket(words: str) -> Markup:
    """Make a highlighted run that stands by itself."""
    return run(words, '<w:highlight w:val="yellow"/>')


def run(words: str, look: str) -> Markup:
    """Make a run of text with properties, such as its colour, written as XML."""
    return Markup(f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>')


def comments(day: str, notes: Sequence[Sequence[str]]) -> Markup:
    """Write drafting notes as comments numbered from 0, each of some paragraphs; ``day`` is an ISO date."""
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


_SCRIPTS = (f"{RUN_BEGINS}{text(letter)}{RUN_ENDS}" for letter in EACH)
_LINES = f"{RUN_BEGINS}{text(f'one{LINE}two')}{RUN_ENDS}"
_EACH = (bracket("words"), _control("words", 1), *_SCRIPTS, _LINES)
WRITTEN = "".join(("<w:p>", *comment_anchors(0), *_EACH, "</w:p>"))
"""A paragraph with each thing that is written into a clause besides text."""
