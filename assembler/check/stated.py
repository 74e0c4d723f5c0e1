"""Set aside what the case states: its own words are proved to be there, and are no slips of ours."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.markup import plain_blanks
from assembler.check.proofreading import has_slip
from assembler.check.story import Story

_BLOT = "x"
"""What stands in the place of a letter that is set aside."""


@dataclass(frozen=True)
class _Blotter:
    texts: tuple[str, ...]

    def text(self, text: str) -> str:
        """Blot out the texts wherever they stand; every offset stays as it was."""
        for one in self.texts:
            text = text.replace(one, _BLOT * len(one))
        return text

    def story(self, story: Story) -> Story:
        """Blot them out of a story."""
        return story._replace(text=self.text(story.text), lines=[self.text(line) for line in story.lines])


def set_aside(document: Document, stated: Collection[str]) -> Document:
    """Give a document in which no slip and no bracket is read in the words that the case states."""
    lines = (line for text in stated for line in plain_blanks(text).splitlines())
    texts = sorted({line for line in lines if _could_be_a_slip(line)}, key=len)
    if not texts:
        return document
    blotter = _Blotter(tuple(reversed(texts)))
    return document._replace(stories=[blotter.story(story) for story in document.stories])


@lru_cache(maxsize=4096)
def _could_be_a_slip(text: str) -> bool:
    return "[" in text or "]" in text or has_slip(text)
