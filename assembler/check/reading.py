"""Read one part from its first element to its last, once, and note what the proofs need."""

from collections.abc import Mapping, Sequence

from lxml.etree import _Element

from assembler.check.steps import Steps, Walk
from assembler.check.story import Story
from assembler.check.telling import Telling

_NOTHING: Mapping[_Element, Sequence[Steps]] = {}


def read(
    part: str, root: _Element, hidden: frozenset[str], known: Mapping[_Element, Sequence[Steps]] = _NOTHING
) -> list[Story]:
    """Read a part, then each text box in it as a story of its own.

    hidden: the character styles whose text Word does not show.
    known: elements that stand for paragraphs walked before, and their steps.
    """
    stories = []
    roots = [root]
    while roots:
        walk, telling = Walk(hidden, known), Telling()
        telling.tell(walk.over(roots.pop(0)))
        stories.append(telling.story(part))
        roots += walk.boxes
    return stories
