"""Read somebody else's instrument from DOCX, PDF or TXT, or say why it cannot be read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assembler.check.document import Document, read_document
from assembler.check.numbering import label
from assembler.problem import Problem
from assembler.revision.instrument import Instrument, Line, is_heading, passages
from assembler.revision.received import refused

MAX_BYTES = 64 * 1024 * 1024
MAX_PAGES = 1_000
MAX_LETTERS = 8_000_000
FEWEST_LETTERS = 200
"""A file with fewer letters than this holds no instrument."""

_END = re.compile(r"[.;:!?”\"]$")
_START = re.compile(r"(?i)\(?([\divxlc]{1,5}|[a-z])[.)]\s|(article|section)\s+[\divxlc]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
"""Letters that no Word document may have."""

_SHORT = 0.75
"""A line shorter than this part of the longest may end a paragraph."""

_DIGITS = re.compile(r"\d+")


def read(data: bytes, name: str) -> Instrument | list[Problem]:
    """Read an instrument; what it is, its first bytes tell, and not its name."""
    if len(data) > MAX_BYTES:
        return [Problem(name, "it has more than 64 MB.", "save it without pictures, or part it.")]
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        found = _from_word(data, name)
    elif b"%PDF-" in data[:1024]:
        found = _from_pdf(data, name)
    else:
        found = _from_text(data, name)
    if isinstance(found, Instrument):
        letters = sum(len(one.text) for one in found.passages)
        if letters < FEWEST_LETTERS:
            fix = "recognize its text first (OCR), for example with `ocrmypdf`, and read that against the pages."
            return [Problem(name, f"it has no text to speak of ({letters} letters): a scan, or an empty file.", fix)]
        if letters > MAX_LETTERS:
            return [Problem(name, "it has more text than an instrument.", "part it.")]
    return found


def _from_word(data: bytes, name: str) -> Instrument | list[Problem]:
    if problems := list(refused(data, name)):
        return problems
    document, problems = read_document(data, name)
    if document is None:
        return problems
    notes = ["Word alone knows its pages; sections and paragraphs are told instead."]
    if any(document.revised):
        notes.append("It has tracked changes; it was read as if all were accepted.")
    return Instrument(name, tuple(passages(_lines(document))), notes=tuple(notes))


def _lines(document: Document) -> Iterator[Line]:
    body = document.body
    for at, text in enumerate(body.lines):
        number = document.numbers[at] if at < len(document.numbers) else None
        style = body.styles[at] or ""
        is_heading = "heading" in style.casefold() or style in ("Title", "Subtitle")
        if at not in document.in_contents:
            shown = label(number, document.numbering) if number is not None else ""
            yield Line(text.replace("\v", "\n").strip(), number=shown, is_heading=is_heading)
    for story in document.stories[1:]:
        if "comments" not in story.part:
            yield Line(story.part.rpartition("/")[2].removesuffix(".xml"), is_heading=True)
            yield from (Line(text.strip()) for text in story.lines)


def _from_text(data: bytes, name: str) -> Instrument | list[Problem]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text or text.startswith("{\\rtf"):
        return [Problem(name, "this is not a text, a Word document or a PDF.", "save it as .docx, .pdf or plain text.")]
    lines = [line.strip() for line in _CONTROL.sub("", text).replace("\r\n", "\n").replace("\f", "\n\n").split("\n")]
    return Instrument(name, tuple(passages(_paragraphs([(line, 0) for line in lines]))))


def _from_pdf(data: bytes, name: str) -> Instrument | list[Problem]:
    import pypdfium2  # a native library, not needed for any other command

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            return [Problem(name, "it is encrypted.", "open it with its password, and print it to a new PDF.")]
        return [Problem(name, "the PDF cannot be read.", "open it and save it again, or print it to a new PDF.")]
    with pdf:
        if len(pdf) > MAX_PAGES:
            return [Problem(name, f"it has {len(pdf)} pages, more than {MAX_PAGES}.", "take out the instrument alone.")]
        pages = [_page_text(page) for page in pdf]
    empty = [str(at) for at, page in enumerate(pages, 1) if not "".join(page).strip()]
    notes = [f"Pages without text, which may be scans, were not read: {', '.join(empty)}."] if empty else []
    lines = [(line, at) for at, page in enumerate(_without_edges(pages), 1) for line in page]
    return Instrument(name, tuple(passages(_paragraphs(lines))), len(pages), tuple(notes))


def _page_text(page: object) -> list[str]:
    text = page.get_textpage().get_text_bounded()  # type: ignore[attr-defined]
    joined = text.replace("\ufffe", "-").replace("\x02", "-")  # the hyphen at the end of a line
    return [line.strip() for line in _CONTROL.sub("", joined).splitlines()]


def _without_edges(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Leave out the first and the last lines that stand on most pages: headers, footers, page numbers."""
    def masked(line: str) -> str:
        return _DIGITS.sub("#", line)

    counts = Counter(line for page in pages for line in {masked(one) for one in (*page[:2], *page[-2:])})
    repeated = {line for line, count in counts.items() if count > max(2, len(pages) / 2)}
    for page in pages:
        last = len(page) - 3
        yield [line for at, line in enumerate(page) if not ((at < 2 or at > last) and masked(line) in repeated)]


def _paragraphs(lines: Sequence[tuple[str, int]]) -> Iterator[Line]:
    """Join lines into paragraphs: one ends at an empty line, or at a sentence before a number or a short line."""
    longest = max((len(line) for line, _ in lines), default=0)
    held: list[str] = []
    begun = 0
    for line, page in lines:
        former = held[-1] if held else ""
        is_named = len(line) < _SHORT * longest and is_heading(Line(line))
        is_short = len(former) < _SHORT * longest
        ends = bool(_END.search(former)) and (is_short or is_named or bool(_START.match(line)))
        after_heading = is_short and len(held) == 1 and is_heading(Line(former))
        if held and (not line or ends or after_heading or line.isupper() != former.isupper()):
            yield Line(_joined(held), begun)
            held = []
        if line:
            begun = begun if held else page
            held.append(line)
    if held:
        yield Line(_joined(held), begun)


def _joined(lines: Sequence[str]) -> str:
    text = " ".join(lines)
    return " ".join(text.split())
