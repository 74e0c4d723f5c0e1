"""Write the table of contents: a field that Word can update, with its entries filled in."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from assembler.composition.numbering import Entry
from assembler.composition.paragraphs import bookmark, paragraph, run


def contents(entries: Sequence[Entry], pages: Mapping[str, int]) -> Markup:
    """Write the contents; an entry shows its page where that is known, and else Word supplies it.

    Where there is no entry there are no contents.
    """
    last = len(entries) - 1
    lines = (
        _line(entry, pages.get(entry.identity), BEGINNING if n == 0 else "", END if n == last else "")
        for n, entry in enumerate(entries)
    )
    return Markup("".join(lines))


@lru_cache(maxsize=4096)  # most documents of a kind list the same headings
def _line(entry: Entry, page: int | None, beginning: str, end: str) -> str:
    mark, number = bookmark(entry.identity), escape(entry.number)
    label = run(number) + TAB if entry.level == 2 else run(f"{number} ") if number else ""
    shown = label + run(escape(entry.title)) + ("" if page is None else _page(mark, page))
    link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{shown}</w:hyperlink>'
    return paragraph(f"TOC{entry.level}", f"{beginning}{link}{end}")


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def _page(mark: str, page: int) -> str:
    return "".join((
        TAB, _field("begin"), _instruction(f"PAGEREF {mark} \\h"), _field("separate"), run(str(page)), _field("end"),
    ))  # fmt: skip


TAB = "<w:r><w:tab/></w:r>"
LISTED = 'TOC \\o "1-2" \\h \\z \\t "Part Heading,1,Schedule Heading,1"'
BEGINNING = _field("begin") + _instruction(LISTED) + _field("separate")
END = _field("end")
