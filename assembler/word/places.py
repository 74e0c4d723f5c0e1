"""Put a document's text into its template: all in one place, or what a template has a place of its own for there."""

import re

PLACE = re.compile(r"\{\{\s*(body|signatures|schedules)\s*\}\}")
MARK = re.compile(r"\{# (\w+) #\}")
"""Where in a document's Jinja source a part begins that a template may have a place for."""


def with_text(main: str, body: str) -> str:
    """Fill the places of a template's main part; a part without a place of its own follows what is before it."""
    there = {place[1] for place in PLACE.finditer(main)}
    first, *others = MARK.split(body)
    texts, at = {"body": first}, "body"
    for name, text in zip(others[::2], others[1::2], strict=True):
        at = name if name in there else at
        texts[at] = texts.get(at, "") + text
    return PLACE.sub(lambda place: texts.get(place[1], ""), main)
