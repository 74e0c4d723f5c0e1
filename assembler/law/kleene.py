"""Yes, no and unknown: Kleene's three-valued logic, in which unknown is not no."""

from collections.abc import Iterable


def every(values: Iterable[bool | None]) -> bool | None:
    """Tell whether all hold: one no decides; of nothing, all hold."""
    unknown = False
    for value in values:
        if value is False:
            return False
        unknown = unknown or value is None
    return None if unknown else True


def some(values: Iterable[bool | None]) -> bool | None:
    """Tell whether at least one holds: one yes decides; of nothing, none holds."""
    unknown = False
    for value in values:
        if value:
            return True
        unknown = unknown or value is None
    return None if unknown else False


def opposite(value: bool | None) -> bool | None:
    """Turn yes into no and no into yes; unknown stays unknown."""
    return None if value is None else not value
