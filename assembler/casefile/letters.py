"""What an answer holds that nobody can see, and letters, digits and spaces that are not what they look like."""

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from assembler.casefile.characters import UNSEEN, described, shown

ALIKE = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
"""The scripts whose letters can be taken for one another, by the first word of their letters' names."""

LIKE_LATIN = frozenset(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυϲϳ"  # Greek
    "АВЕЅІЈКМНОРСТҮХаеѕіјорсухһӏԁԛԝ"  # Cyrillic
    "ՍՕոսօհց"  # Armenian
)
"""The letters of other scripts that look like Latin ones."""

_COPIED = "such characters come with copied text."
_WORD = re.compile("[^\\W_][\\w\\u0300-\\u036f]*")
_SPACE = re.compile("[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]")
_HYPHEN = "\u2011"
_STRUCK = re.compile("[\\u0334-\\u0338\\u20d2\\u20d3\\u20e5-\\u20e8]")
_FULL_WIDTH = re.compile("[\\uff01-\\uff5e]")
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "HALFWIDTH")
_JOINERS, _DIRECTIONS = "\u200c\u200d", "\u200e\u200f\u061c"
_VARIANTS = re.compile("[\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef]")
_MATHEMATICAL = range(0x1D400, 0x1D800)
_PLAIN = 0x250  # below it no letter is another in a strange form, but for the ligatures of living languages


class Oddity(NamedTuple):
    """A character that is not what it seems, what is so, and what to do."""

    character: str
    what: str
    fix: str


def oddity(text: str) -> Oddity | None:
    """Return the first character of a text that cannot be seen or is not what it looks like; None where all are.

    A word of one script is as it should be, whatever the script; so are the joiners, marks of direction and variants
    that a script needs. Letters of two scripts that look alike do not stand in one word (after Unicode Technical
    Standard 39, 5.2), and the forms that are made for East Asian text stand in no other.
    """
    if text.isascii():
        return None
    return _unseen(text) or _struck(text) or _strange_form(text) or _mixed(text)


def _unseen(text: str) -> Oddity | None:
    for found in UNSEEN.finditer(text):
        if not _is_needed(text, found.start()):
            what = f"the text holds the character {described(found[0])}, which cannot be seen."
            return Oddity(found[0], what, f"delete it, or type the text again; {_COPIED}")
    return None


def _is_needed(text: str, at: int) -> bool:
    """Tell whether an unseen character does what it is there for: joins, turns, or chooses a form."""
    before = text[at - 1] if at else " "
    if text[at] in _JOINERS:
        return unicodedata.category(before)[0] in "LM" and script(before) not in ALIKE
    if text[at] in _DIRECTIONS:
        return any(unicodedata.bidirectional(one) in ("R", "AL") for one in text)
    if _VARIANTS.match(text[at]):
        return script(before) == "CJK"
    return script(text[at]) == script(before) == "MONGOLIAN"


def _struck(text: str) -> Oddity | None:
    """Find a line through a letter; what it strikes out cannot be known."""
    found = _STRUCK.search(text)
    if not found:
        return None
    what = f"the character {described(found[0])} strikes a letter out."
    return Oddity(found[0], what, "type the text again without what is struck.")


def _strange_form(text: str) -> Oddity | None:
    scripts = {script(one) for one in text if one.isalpha()}
    is_east_asian = not scripts.isdisjoint(_EAST_ASIAN)
    for one in text:
        if one.isascii() or (is_east_asian and (_FULL_WIDTH.match(one) or one == "\u3000")):
            continue
        meant = _meant(one, scripts)
        if meant:
            what = f"the text holds {described(one)} in the place of {_name(meant)}."
            return Oddity(one, what, f"type {_name(meant)} in its place; {_COPIED}")
    return None


def _meant(one: str, scripts: set[str]) -> str:
    """Return what a character looks like, where people type that; '' for one that is itself."""
    if _SPACE.match(one):
        return " "
    if one == _HYPHEN:
        return "-"
    if one.isdecimal():
        return "" if script(one).removesuffix("-INDIC") in scripts else str(unicodedata.decimal(one))
    plain = unicodedata.normalize("NFKC", one)
    is_letter = unicodedata.category(one) in ("Lu", "Ll", "Nl") or _FULL_WIDTH.match(one)
    return plain if is_letter and _PLAIN <= ord(one) < _MATHEMATICAL[0] and plain.isascii() else ""


def _name(meant: str) -> str:
    return {" ": "a space", "-": "a hyphen"}.get(meant, shown(meant))


def _mixed(text: str) -> Oddity | None:
    for word in _WORD.findall(text):
        scripts = Counter(found for one in word if one.isalpha() and (found := script(one)) in ALIKE)
        if len(scripts) > 1:
            rare = min(scripts, key=lambda found: (scripts[found], found == "LATIN"))
            odd = next(one for one in word if script(one) == rare)
            most = scripts.most_common(1)[0][0] if rare != "LATIN" else next(one for one in scripts if one != rare)
            what = f"{shown(word)} has {described(odd)} among {most.title()} letters."
            return Oddity(odd, what, "type the word again in one alphabet; " + _COPIED)
    return None


def foreign_word(text: str) -> str | None:
    """Return the first word of a text that looks like a Latin one and is not written in Latin letters.

    It is wholly of another script and stands beside Latin words, or has mathematical letters in it. It may be meant: a
    Russian company's form has the same look in both scripts.
    """
    if text.isascii():
        return None
    words = _WORD.findall(text)
    if not any(script(one) in ("LATIN", "MATHEMATICAL") for word in words for one in word):
        return None
    return next((word for word in words if LIKE_LATIN.issuperset(word) or _is_mathematical(word)), None)


def _is_mathematical(word: str) -> bool:
    return any(ord(one) in _MATHEMATICAL and unicodedata.normalize("NFKC", one).isascii() for one in word)


def script(character: str) -> str:
    """Return the script of a letter, by the first word of its name: ``LATIN``, ``CYRILLIC``, ``CJK``."""
    return unicodedata.name(character, "").removeprefix("EXTENDED ").partition(" ")[0]
