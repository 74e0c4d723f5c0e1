"""States and countries, as people name them and as a case file writes them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from assembler.casefile.choices import CODES, SLIPS
from assembler.terms import FEDERAL, STATES, state_named

_ABBREVIATED = {
    "AL": "Ala", "AZ": "Ariz", "AR": "Ark", "CA": "Calif Cal", "CO": "Colo", "CT": "Conn", "DE": "Del", "FL": "Fla",
    "IL": "Ill", "IN": "Ind", "KS": "Kans Kan", "KY": "Ky", "LA": "La", "ME": "Me", "MD": "Md", "MA": "Mass",
    "MI": "Mich", "MN": "Minn", "MS": "Miss", "MO": "Mo", "MT": "Mont", "NE": "Nebr Neb", "NV": "Nev", "NH": "NH",
    "NJ": "NJ", "NM": "NM NMex", "NY": "NY", "NC": "NC", "ND": "ND NDak", "OK": "Okla", "OR": "Oreg Ore",
    "PA": "Pa Penn Penna", "RI": "RI", "SC": "SC", "SD": "SD SDak", "TN": "Tenn", "TX": "Tex", "VT": "Vt", "VA": "Va",
    "WA": "Wash", "WV": "WVa", "WI": "Wis Wisc", "WY": "Wyo", "DC": "DC",
}  # fmt: skip
"""The customary abbreviations of the States, without their points."""

_ALSO = {
    "AE": "UAE|Emirates", "CD": "Congo|Democratic Republic of the Congo", "CG": "Congo|Republic of the Congo",
    "CI": "Ivory Coast", "CV": "Cabo Verde", "CZ": "Czech Republic",
    "GB": "Great Britain|Britain|England|Scotland|Wales|Northern Ireland", "HK": "Hong Kong",
    "IE": "Republic of Ireland|Eire", "KP": "Korea", "KR": "Korea|Republic of Korea", "MK": "Macedonia",
    "MO": "Macau|Macao", "NL": "Holland", "PS": "Palestine", "RU": "Russian Federation",
    "SZ": "Swaziland", "TL": "East Timor", "TR": "Turkey", "US": "America", "VA": "Vatican|Holy See", "VN": "Viet Nam",
}  # fmt: skip
"""Other names of countries by which people call them; one that two have is told to be unclear."""

_SEPARATE = re.compile(r"[^\w]+")


def states(text: str) -> tuple[str, ...]:
    """Return the State that a text names, by its name, its postal code or a customary abbreviation; else none."""
    found = state_named(text) or _abbreviations().get(_bare(text).replace(" ", ""))
    return (found,) if found else ()


def countries(text: str) -> tuple[str, ...]:
    """Return the code of each country that a text may name: by its code, or by a name in English."""
    upper = text.strip().upper()
    if upper in CODES:
        return (upper,)
    if upper in SLIPS:
        return (SLIPS[upper],)
    return _by_name().get(_bare(text), ())


def name(code: str) -> str:
    """Return the English name of a country."""
    return _names()[code]


def is_place(text: str) -> bool:
    """Tell whether a text ends with the full name of a State, a territory or a country, or names the United States.

    What stands before a comma, such as a city or a province, is not looked at. A code is not a name.
    """
    last = text.rpartition(",")[2].strip()
    if is_state(last) or _without_article(last) in FEDERAL:
        return True
    return bool(_by_name().get(_bare(last)))


def is_state(text: str) -> bool:
    """Tell whether a text is the full name of a State or the District, with or without *the State of*."""
    named = state_named(text)
    return named is not None and text.rstrip().endswith((named, "D.C."))


def places(text: str) -> tuple[str, ...]:
    """Return each way to write a place in full that a text may mean: as it is, or with its end written out."""
    if is_place(text):
        return (text,)
    before, comma, last = text.rpartition(",")
    ends = dict.fromkeys((*states(last.strip()), *(name(code) for code in countries(last))))
    return tuple(f"{before}{comma} {end}".strip() for end in ends)


def every_name() -> tuple[str, ...]:
    """Return the name of every State and every country."""
    return (*STATES.values(), *_names().values())


def _without_article(text: str) -> str:
    plain = " ".join(text.casefold().split())
    for lead in ("the ", "laws of ", "law of ", "the "):
        plain = plain.removeprefix(lead)
    return plain


@cache
def _abbreviations() -> Mapping[str, str]:
    return {short.casefold(): STATES[code] for code, shorts in _ABBREVIATED.items() for short in shorts.split()}


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale  # a slow import, for the names of countries alone

    territories = Locale.parse("en").territories
    return {code: territories.get(code, code) for code in sorted(CODES)}


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, full in _names().items():
        for one in {full, *re.split(r" \(|\)", full), *_ALSO.get(code, "").split("|")} - {""}:
            found[_bare(one)] = (*found.get(_bare(one), ()), code)
    return found


def _bare(text: str) -> str:
    """Return a name without case, accents, signs and article, and with *saint* and *and* written out."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    words = _SEPARATE.sub(" ", "".join(one for one in plain if not unicodedata.combining(one)).replace(".", "")).split()
    said = ["saint" if one == "st" else one for one in words]
    return " ".join(said[said[:1] == ["the"] :])
