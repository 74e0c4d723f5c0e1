"""The field's terms that several rooms share: yes, no and unknown (Kleene's logic), the editions, the States."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType


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


AMENDED = date(2026, 7, 10)
"""First day of the amendments made by T.D. 10050, whatever the date of death. 26 CFR 20.2056A-2(e)."""

FIRST = "1996"
SECOND = "2026"


def edition(paper_date: date) -> str:
    """Name the edition of the regulations that governs a paper of this date: 1996 or 2026.

    26 CFR 20.2056A-2(e), -4(e), -11(e).
    """
    return SECOND if paper_date >= AMENDED else FIRST


STATES: Mapping[str, str] = MappingProxyType(
    {
        "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
        "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia",
        "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois",
        "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
        "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
        "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
        "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
        "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
        "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
        "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
        "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    }
)  # fmt: skip
"""Fifty States and the District of Columbia, by their postal codes. 26 CFR 20.2056A-2(a)."""

UNITED_STATES = frozenset({"united states", "united states of america", "us", "u.s.", "usa", "u.s.a."})
"""Ways to write the name of the country."""

FEDERAL = UNITED_STATES | {"federal law"}
"""Ways to say that a corporation is organized under the laws of the United States."""

LEADS = ("the ", "laws of ", "law of ", "the ", "state of ", "commonwealth of ")

_BY_NAME: Mapping[str, str] = MappingProxyType(
    {name.casefold(): name for name in STATES.values()}
    | {code.casefold(): name for code, name in STATES.items()}
    | dict.fromkeys(("d.c.", "washington, d.c.", "washington, dc", "washington dc"), STATES["DC"])
)


def state_named(text: str) -> str | None:
    """Return the name of the State or District that ``text`` names, or None when it names none.

    A name or a postal code counts, with or without "the State of". A territory such as Puerto
    Rico, a foreign country and "the United States" are no State. Georgia is taken for the State.

    26 CFR 20.2056A-2(a).
    """
    return _BY_NAME.get(_bare(text))


def is_domestic_law(text: str) -> bool:
    """Tell whether ``text`` names the law of the United States, of a State or of the District.

    26 CFR 20.2056A-2(c).
    """
    bare = _bare(text)
    return bare in FEDERAL or bare in _BY_NAME


def _bare(text: str) -> str:
    bare = " ".join(text.casefold().split())
    for lead in LEADS:
        bare = bare.removeprefix(lead)
    return bare
