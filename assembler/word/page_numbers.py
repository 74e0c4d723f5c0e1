"""Read how a document numbers the pages of its text: on from the first page of all, or anew."""

import io
import re
import zipfile

SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
START = re.compile(r'<w:pgNumType\b[^>]*\bw:start="(\d+)"')


def first_number(package: bytes, text: str) -> int | None:
    """Give the number of the page on which the text begins, or None where pages are numbered from the first of all.

    ``text`` is the bookmark with which the text begins. Raises ValueError where the pages before it are numbered
    anew and its own are not, or where pages after it are.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        document = parts.read("word/document.xml").decode()
    at = document.find(f'w:name="{text}"')
    sections = [(section.end() > at, START.search(section[0])) for section in SECTION.finditer(document)]
    before = [start for is_after, start in sections if not is_after and start]
    own, *later = [start for is_after, start in sections if is_after]
    if any(later) or (before and own is None):
        raise ValueError("pages are numbered anew within the text")
    return int(own[1]) if own else None
