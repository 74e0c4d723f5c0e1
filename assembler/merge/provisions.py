"""The field that names the optional provisions that a trust may have and has not."""

from collections.abc import Mapping

from assembler.findings import provisions
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List
from assembler.wording import listed


def _left(answers: Answers) -> str:
    """Name each provision that may still be chosen, with the word that chooses it."""
    left = answers.value(provisions.offered(answers.trust)) or ("none",)
    return listed([answers.phrase("provision", one) for one in left])


FIELDS: Mapping[str, Fill] = {"provisions_left": _left}

LISTS: Mapping[str, List] = {}
