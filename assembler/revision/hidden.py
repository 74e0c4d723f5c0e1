"""Find words in a paper that a reader does not see: hidden, white, or too small."""

from collections.abc import Iterator

from assembler.check import markup as m
from assembler.check.document import Document
from assembler.check.template import LEAST_SIZE

_COLOR, _SIZE = f"{m.W}color", f"{m.W}sz"


def unseen(document: Document) -> Iterator[tuple[str, str]]:
    """Give such words, each run with why it is not seen, of every part of a document."""
    for part in dict.fromkeys(story.part for story in document.stories):
        root = m.parse_or_none(document.parts.get(part))
        for run in root.iter(m.R) if root is not None else ():
            words = " ".join("".join(text.text or "" for text in run.iter(m.T)).split())
            properties = run.find(m.R_PR)
            if not words or properties is None:
                continue
            if m.is_on(properties.find(m.VANISH)) or m.value(properties, m.R_STYLE) in document.styles.hidden:
                yield words, "hidden"
            elif (m.value(properties, _COLOR) or "").upper() == "FFFFFF":
                yield words, "white"
            elif (m.whole_number(m.value(properties, _SIZE)) or LEAST_SIZE) < LEAST_SIZE:
                yield words, "too small to read"
