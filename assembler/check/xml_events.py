"""Read the XML of a part as events: the words of its stories, the marks between them, and where paragraphs begin."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.fields import parse_instruction
from assembler.check.story import BookmarkStart, DirectFormatting, Event, Mark, Story, StoryBuilder

Events = Sequence[Event]
KnownParagraphs = Mapping[_Element, Sequence[Events]]
"""Elements that stand for paragraphs read before, and the events of these."""

BLOCKS = frozenset(
    (m.BODY, m.TC, m.TR, m.TBL, m.HEADER, m.FOOTER, m.COMMENTS, m.COMMENT, m.FOOTNOTES, m.FOOTNOTE, m.ENDNOTES,
     m.ENDNOTE, m.DOCUMENT)
)  # fmt: skip
"""What a paragraph may stand in, a text box aside."""

_INSIDE_PARAGRAPHS = frozenset((m.P, m.R, m.T, m.P_PR, m.R_PR, m.HYPERLINK, m.FLD_SIMPLE, m.INSTR))

_BLANK = frozenset(" \t\n\r")
_COMMENT_MARKS = {
    m.COMMENT_START: Mark.COMMENT_START,
    m.COMMENT_END: Mark.COMMENT_END,
    m.COMMENT_REFERENCE: Mark.COMMENT_REFERENCE,
}
_CHARACTERS = {m.BREAK: "\v", m.CR: "\v", m.NO_BREAK_HYPHEN: "\u2011", m.SYM: "\ufffd"}


def read_stories(
    part: str, root: _Element, hidden: frozenset[str], known: KnownParagraphs | None = None
) -> list[Story]:
    """Read the story of a part, then each text box in it as a story of its own.

    part: the name of the part.
    hidden: the character styles whose text Word does not show.
    """
    stories = []
    roots = [root]
    while roots:
        reader, builder = EventReader(hidden, known or {}), StoryBuilder()
        builder.add(reader.read(roots.pop(0)))
        stories.append(builder.story(part))
        roots += reader.text_boxes
    return stories


def _shown_text(text: _Element) -> str:
    """Give the text of a ``w:t`` as Word shows it: outer blanks only where they are preserved.

    A no-break space says nothing but where a line may end: it is read as any other blank.
    """
    words = text.text
    if not words:
        return ""
    if (words[0] in _BLANK or words[-1] in _BLANK) and text.get(m.SPACE) != "preserve":
        words = words.strip(" \t\n\r")
    return m.plain_blanks(words.replace("\n", " "))


def _is_between_paragraphs(element: _Element) -> bool:
    for above in element.iterancestors():
        if above.tag == m.P:
            return False
        if above.tag in BLOCKS or above.tag == m.TEXT_BOX:
            break
    return True


class EventReader:
    """Reads trees of one part as events, each from its first element to its last.

    text_boxes: the text boxes met so far, which are stories of their own.
    cells: the table cells met so far, numbered.
    """

    def __init__(self, hidden: frozenset[str], known: KnownParagraphs) -> None:
        self.text_boxes: list[_Element] = []
        self.cells: dict[_Element, int] = {}
        self._hidden = hidden
        self._known = known
        self._skipped: set[_Element] = set()

    def read(self, root: _Element) -> Events:
        """Give the events of what is in an element."""
        self._events: list[Event] = []
        self._paragraph: int | None = None
        self._cell: int | None = None
        self._run: _Element | None = None
        self._run_style: str | None = None
        skipped, handler = self._skipped, _HANDLERS.get
        for element in root.iterdescendants():
            handle = handler(element.tag)
            if handle is not None and (not skipped or element not in skipped):
                handle(self, element)
        return self._events

    def _add(self, action: Callable[[StoryBuilder, Any], None] | None, value: Any) -> None:
        self._events.append((action, value, 0))

    def _mark(self, mark: Mark, value: Any, is_ahead: bool = False) -> None:
        self._events.append((mark, value, int(is_ahead)))

    def _fault(self, what: str, fix: str) -> None:
        self._mark(Mark.FAULT, (what, fix))

    def _skip(self, element: _Element) -> None:
        self._skipped.update(element.iter())

    # Blocks

    def _begin_paragraph(self, element: _Element) -> None:
        above = element.getparent()
        if above is not None and above.tag in _INSIDE_PARAGRAPHS:
            self._fault("a paragraph stands within another.", "put it in a place of its own.")
        self._enter_cell(element)
        self._paragraph = len(self._events)
        self._add(StoryBuilder.begin_paragraph, (None, None))

    def _add_known_paragraphs(self, element: _Element) -> None:
        paragraphs = self._known.get(element)
        if paragraphs is not None:
            self._enter_cell(element)
            self._paragraph = None
            self._add(StoryBuilder.add_known_paragraphs, paragraphs)

    def _enter_cell(self, element: _Element) -> None:
        if not self.cells:
            return
        cell = next((self.cells[above] for above in element.iterancestors() if above in self.cells), None)
        if cell != self._cell:
            self._cell = cell
            self._add(StoryBuilder.enter_cell, cell)

    def _table_cell(self, element: _Element) -> None:
        self.cells[element] = len(self.cells)
        if not any(inside.tag == m.P or inside in self._known for inside in element.iter(m.P, m.KNOWN)):
            self._fault("a table cell holds no paragraph.", "write the cell again.")

    def _text_box(self, element: _Element) -> None:
        self.text_boxes.append(element)
        self._skip(element)

    # Properties

    def _paragraph_property(self, element: _Element) -> None:
        """Add a property to the paragraph that has begun: its style, or its direct formatting."""
        if self._paragraph is None or _is_between_paragraphs(element):
            if element.tag == m.P_STYLE:  # Word overlooks it here, yet it should be defined
                self._mark(Mark.NAMED_STYLE, ("paragraph", element.get(m.VAL, "")))
            return
        style, formatting = self._events[self._paragraph][1]
        value = element.get(m.VAL)
        if element.tag == m.P_STYLE:
            style = value
        else:
            formatting = (formatting or DirectFormatting())._replace(**{_DIRECT_FORMATTING[element.tag]: value})
        self._events[self._paragraph] = StoryBuilder.begin_paragraph, (style, formatting), 0

    def _table_style(self, element: _Element) -> None:
        self._mark(Mark.NAMED_STYLE, ("table", element.get(m.VAL, "")))

    def _character_style(self, element: _Element) -> None:
        style = element.get(m.VAL, "")
        self._mark(Mark.NAMED_STYLE, ("character", style))
        self._style_run(element, None if style in self._hidden else style)

    def _vanish(self, element: _Element) -> None:
        if m.is_on(element):
            self._style_run(element, None)

    def _highlight(self, element: _Element) -> None:
        if element.get(m.VAL) != "none":
            self._style_run(element, "")

    def _style_run(self, element: _Element, style: str | None) -> None:
        """Note that a run is hidden (None), highlighted (the empty text) or in a style; not a paragraph's mark."""
        properties = element.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != m.R or (run is self._run and self._run_style is None):
            return
        self._run, self._run_style = run, style

    # Text

    def _text(self, element: _Element) -> None:
        if self._run is not None and element.getparent() is not self._run:
            self._run = None
        if self._run is None:
            self._add_words(_shown_text(element))
        elif self._run_style is not None:
            self._add(StoryBuilder.add_styled_run, (_shown_text(element), self._run_style))

    def _tab(self, element: _Element) -> None:
        """Add a tab; one outside a run is a tab stop."""
        parent = element.getparent()
        if parent is not None and parent.tag == m.R:
            self._add_words("\t")

    def _description(self, element: _Element) -> None:
        """Take the description of a picture for words: it is read to who cannot see it."""
        words = " ".join((element.get("descr") or "").split())
        if words and self._paragraph is not None:
            self._add(None, words)

    def _character(self, element: _Element) -> None:
        self._add_words(_CHARACTERS[element.tag])

    def _add_words(self, words: str) -> None:
        if self._events and self._events[-1][0] is None:
            words = self._events.pop()[1] + words
        if words:
            self._add(None, words)

    # Ranges

    def _bookmark_start(self, element: _Element) -> None:
        start = BookmarkStart(element.get(m.ID, ""), element.get(m.ATTR_NAME, ""))
        self._mark(Mark.BOOKMARK_START, start, _is_between_paragraphs(element))

    def _bookmark_end(self, element: _Element) -> None:
        self._mark(Mark.BOOKMARK_END, element.get(m.ID, ""), _is_between_paragraphs(element))

    def _comment(self, element: _Element) -> None:
        self._mark(_COMMENT_MARKS[element.tag], element.get(m.ID, ""), _is_between_paragraphs(element))

    def _hyperlink(self, element: _Element) -> None:
        anchor = element.get(m.ANCHOR)
        if anchor is not None and element.get(m.RELATIONSHIP_ID) is None:
            self._mark(Mark.LINK, anchor)
        else:
            self._relationship(element)

    def _relationship(self, element: _Element) -> None:
        for id_ in filter(None, map(element.get, m.RELATIONSHIP_ATTRIBUTES)):
            self._mark(Mark.RELATIONSHIP, id_)

    # Fields

    def _field_character(self, element: _Element) -> None:
        self._add(StoryBuilder.add_field_character, element.get(m.FLD_TYPE))

    def _instruction(self, element: _Element) -> None:
        self._add(StoryBuilder.add_instruction, element.text or "")

    def _simple_field(self, element: _Element) -> None:
        length = sum(len(_shown_text(text)) for text in element.iter(m.T))
        instruction = parse_instruction(element.get(m.ATTR_INSTR, "").strip())
        self._add(StoryBuilder.add_simple_field, (instruction, length))


_DIRECT_FORMATTING = {m.NUM_ID: "num_id", m.ILVL: "level", m.OUTLINE: "outline"}

_HANDLERS: Mapping[str, Callable[[EventReader, _Element], None]] = {
    m.P: EventReader._begin_paragraph,
    m.KNOWN: EventReader._add_known_paragraphs,
    m.TC: EventReader._table_cell,
    m.TEXT_BOX: EventReader._text_box,
    m.FALLBACK: EventReader._skip,
    m.DOC_PR: EventReader._description,
    m.P_STYLE: EventReader._paragraph_property,
    **dict.fromkeys(_DIRECT_FORMATTING, EventReader._paragraph_property),
    m.TBL_STYLE: EventReader._table_style,
    m.R_STYLE: EventReader._character_style,
    m.VANISH: EventReader._vanish,
    m.HIGHLIGHT: EventReader._highlight,
    m.T: EventReader._text,
    **dict.fromkeys((m.TAB, m.PTAB), EventReader._tab),
    **dict.fromkeys(_CHARACTERS, EventReader._character),
    m.BOOKMARK_START: EventReader._bookmark_start,
    m.BOOKMARK_END: EventReader._bookmark_end,
    **dict.fromkeys(_COMMENT_MARKS, EventReader._comment),
    m.HYPERLINK: EventReader._hyperlink,
    **dict.fromkeys(m.WITH_RELATIONSHIP, EventReader._relationship),
    m.FLD_CHAR: EventReader._field_character,
    m.INSTR: EventReader._instruction,
    m.FLD_SIMPLE: EventReader._simple_field,
}
