"""What the attorney may have meant by a word that is none of those we know."""

from collections.abc import Collection

_LONGEST = 64  # no word of ours is half as long, and likeness costs the square of the length
_STEM = 4  # who writes real-estate means real-property, though trust-or-estate is more like it


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word most like `word`, or None when none is near.

    Case, and a hyphen for an underscore, are not counted as differences.
    """
    if len(word) > _LONGEST:
        return None
    import difflib  # wanted only when something is wrong

    plain = {_plain(one): one for one in known}
    sought = _plain(word)
    found = difflib.get_close_matches(sought, plain, n=3, cutoff=0.5)
    kin = [one for one in found if one[:_STEM] == sought[:_STEM]]
    best = kin or difflib.get_close_matches(sought, plain, n=1, cutoff=0.75)
    return plain[best[0]] if best else None


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")
