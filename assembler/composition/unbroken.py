"""What no line may end within: between *Section* and its number, in a citation, between a month and its day."""

import re

NO_BREAK_SPACE = "\u00a0"
LABELS = "[Ss]ections?|[Pp]aragraphs?|[Cc]hapters?|Articles?|Schedules?|Forms?|Tables?|Publications?|§§?"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
CITATION = re.compile(r"\b(\d+) (CFR|USC|Fed\. Reg\.) (?=\S)")
LABELLED = re.compile(rf"(?<!\w)({LABELS}) (?=\d|[A-Z]\b|\(\w+\)|$)")
DATED = re.compile(rf"\b({MONTHS}) (?=\d)")


def unbroken(words: str) -> str:
    """Put a no-break space where a line may not end; a label at the very end belongs to the number that follows."""
    words = CITATION.sub(rf"\1{NO_BREAK_SPACE}\2{NO_BREAK_SPACE}", words)
    words = LABELLED.sub(rf"\1{NO_BREAK_SPACE}", words)
    return DATED.sub(rf"\1{NO_BREAK_SPACE}", words)
