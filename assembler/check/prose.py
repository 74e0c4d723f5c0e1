"""Take paragraphs, their properties and their text, as Word shows them."""

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.field_stack import FieldStack
from assembler.check.story import Fault, Ink, Own

_BLANK = frozenset(" \t\n\r")


def shown(text: _Element) -> str:
    """Give the text of a ``w:t`` as Word shows it: outer blanks only where they are preserved."""
    words = text.text
    if not words:
        return ""
    if (words[0] in _BLANK or words[-1] in _BLANK) and text.get(m.SPACE) != "preserve":
        words = words.strip(" \t\n\r")
    return words.replace("\n", " ") if "\n" in words else words


class Prose:
    """The state of one walk over one part, and what it does with blocks, properties and text."""

    def __init__(self, root: _Element, hidden: frozenset[str]) -> None:
        self.root = root
        self.hidden = hidden
        self.pieces: list[str] = []
        self.length = 0
        self.begins: list[int] = []
        self.styles: list[str | None] = []
        self.own: dict[int, Own] = {}
        self.in_cell: dict[int, int] = {}
        self.inks: list[Ink] = []
        self.named_styles: dict[tuple[str, str], int] = {}
        self.faults: list[Fault] = []
        self.fields = FieldStack()
        self.boxes: list[_Element] = []
        self.skip: set[_Element] = set()
        self.cells: dict[_Element, int] = {}
        self.cell: int | None = None
        self.marked_run: _Element | None = None
        self.marked_as: str | None = None

    # Blocks

    def _paragraph(self, element: _Element) -> None:
        if self.begins:
            self.pieces.append("\n")
            self.length += 1
        if self.cells:
            self.cell = self._cell_of(element)
            if self.cell is not None:
                self.in_cell[len(self.begins)] = self.cell
        self.begins.append(self.length)
        self.styles.append(None)

    def _cell(self, element: _Element) -> None:
        self.cells[element] = len(self.cells)
        if next(element.iter(m.P), None) is None:
            self.faults.append(Fault(self.length, "a table cell holds no paragraph.", "write the cell again."))

    def _cell_of(self, element: _Element) -> int | None:
        parent = element.getparent()
        while parent is not None and parent.tag != m.BODY:
            if parent in self.cells:
                return self.cells[parent]
            parent = parent.getparent()
        return None

    def _box(self, element: _Element) -> None:
        if element is not self.root:
            self.boxes.append(element)
            self._pass_over(element)

    def _pass_over(self, element: _Element) -> None:
        self.skip.update(element.iter())

    # Properties

    def _paragraph_style(self, element: _Element) -> None:
        if self.styles:
            self.styles[-1] = element.get(m.VAL)

    def _table_style(self, element: _Element) -> None:
        self.named_styles.setdefault(("table", element.get(m.VAL, "")), self.length)

    def _own(self, element: _Element) -> None:
        """Take what a paragraph says of its own numbering or outline level."""
        index, value = len(self.begins) - 1, element.get(m.VAL)
        own = self.own.get(index, Own())
        if element.tag == m.NUM_ID:
            self.own[index] = own._replace(num_id=value)
        elif element.tag == m.ILVL:
            self.own[index] = own._replace(level=value)
        else:
            self.own[index] = own._replace(outline=value)

    def _run_style(self, element: _Element) -> None:
        style = element.get(m.VAL, "")
        self.named_styles.setdefault(("character", style), self.length)
        self._mark(element, None if style in self.hidden else style)

    def _vanish(self, element: _Element) -> None:
        if m.is_on(element):
            self._mark(element, None)

    def _highlight(self, element: _Element) -> None:
        if element.get(m.VAL) != "none":
            self._mark(element, "")

    def _mark(self, element: _Element, mark: str | None) -> None:
        """Note that a run is hidden (None), highlighted (the empty text) or in a style; not a paragraph's mark."""
        properties = element.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != m.R or (run is self.marked_run and self.marked_as is None):
            return
        self.marked_run, self.marked_as = run, mark

    # Text

    def _text(self, element: _Element) -> None:
        words = shown(element)
        if self.fields.instructing:
            return
        if self.marked_run is not None:
            if element.getparent() is not self.marked_run:
                self.marked_run = None
            elif self.marked_as is None:
                return
            else:
                self.inks.append(Ink(self.length, self.length + len(words), self.marked_as))
        self.pieces.append(words)
        self.length += len(words)

    def _add(self, sign: str) -> None:
        if not self.fields.instructing:
            self.pieces.append(sign)
            self.length += len(sign)

    def _tab(self, element: _Element) -> None:
        """Take a tab; one outside a run is a tab stop."""
        parent = element.getparent()
        if parent is not None and parent.tag == m.R:
            self._add("\t")

    def _break(self, element: _Element) -> None:
        self._add("\v")

    def _hyphen(self, element: _Element) -> None:
        self._add("\u2011")

    def _symbol(self, element: _Element) -> None:
        self._add("\ufffd")
