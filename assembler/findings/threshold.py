"""Whether the trust is large, and what it holds."""

from collections.abc import Iterator

from assembler.casefile.shape import AssetKind
from assembler.findings.figure import Line, of, qdots_name
from assembler.findings.finding import Amount, Fact, Finding, dollars
from assembler.findings.residence import missing_of_exclusion
from assembler.findings.subject import Subject
from assembler.findings.valuation import (
    abroad,
    assets,
    estate_of,
    holds,
    in_life,
    is_encumbered,
    missing_kinds,
    missing_places,
    worth,
)
from assembler.findings.vocabulary import FactName
from assembler.law.threshold import LARGE_TRUST, is_large_between
from assembler.law.threshold import excess as over
from assembler.terms import some

THRESHOLD = ("26 CFR 20.2056A-2(d)(1)(i)", "26 CFR 20.2056A-2(d)(1)(ii)(A)", "26 CFR 20.2056A-2(d)(1)(iv)(A)")
SMALL = "26 CFR 20.2056A-2(d)(1)(ii)"
HOLDINGS = {
    "holds_real_property": ((AssetKind.REAL_PROPERTY,), "real property"),
    "holds_business_interest": (
        (AssetKind.CLOSELY_HELD, AssetKind.PARTNERSHIP),
        "an interest in a closely held corporation or a partnership",
    ),
    "holds_retirement_benefit": ((AssetKind.RETIREMENT,), "a retirement benefit"),
}


FACTS = (
    FactName("is_large", "The threshold value is more than $2,000,000.", family="size"),
    FactName("small_limb", "The instrument carries the 35 percent limb of a small trust.", family="size"),
    FactName("several_qdots", "The case has more than one QDOT."),
    FactName("holds_real_property", "The trust holds real property."),
    FactName("holds_foreign_real_property", "The trust holds real property outside the United States."),
    FactName("holds_business_interest", "The trust holds an interest in a closely held corporation or a partnership."),
    FactName("holds_retirement_benefit", "The trust holds a retirement benefit.", implies=("has_retirement_account",)),
    FactName("holds_encumbered_property", "There is debt on an asset of the trust."),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find the size and the holdings of one trust."""
    large = _is_large(subject)
    yield "is_large", large
    yield "small_limb", _small_limb(subject, large)
    count = len(subject.case.trusts)
    several = Finding(count > 1, f"the case has {count} QDOT{'s' if count > 1 else ''}", THRESHOLD[1:2], ("trusts",))
    yield "several_qdots", several
    for name, (kinds, what) in HOLDINGS.items():
        yield name, _holding(subject, holds(subject, kinds), what, missing_kinds(subject))
    foreign, what = some(abroad(asset) for _, asset in assets(subject)), "real property outside the United States"
    yield "holds_foreign_real_property", _holding(subject, foreign, what, missing_places(subject))
    yield "holds_encumbered_property", is_encumbered(subject)


def threshold_value(whole: Subject) -> Amount:
    """Compute the fair market value of all QDOTs that decides whether they are large, at the date of death."""
    if whole.is_planning:
        return in_life(THRESHOLD)
    found, died = estate_of(whole).threshold, whole.case.decedent.died
    if found is None:
        return Finding(None, "the assets of all QDOTs are not all valued", THRESHOLD, _missing(whole), died)
    paths = tuple(trust.path("assets") for trust in whole.trusts)
    return Finding(found, "the assets of all QDOTs are valued", found.law, paths, died)


def excess(whole: Subject) -> Amount:
    """Compute by how much the threshold value is more than $2,000,000; unknown where it is not more."""
    found = threshold_value(whole)
    value = None if found.value is None else over(found.value)
    because = found.because if found.value is None or value else "the threshold value is not more than $2,000,000"
    return Finding(value, because, found.law, found.rests_on, found.day)


def figures(whole: Subject) -> Iterator[Line]:
    """Give the excess over the threshold, where there is one."""
    found = excess(whole).value
    if found is not None:
        yield from of(qdots_name(whole.trusts), found)


def _missing(whole: Subject) -> tuple[str, ...]:
    """Return the paths of the values that are missing or, where none is, of what decides on a residence exclusion."""
    if not whole.trusts:
        return ("trusts[0].assets[0].value",)
    unvalued = tuple(path for trust in whole.trusts for path in worth(trust).unvalued)
    unclaimed = tuple(path for trust in whole.trusts for path in missing_of_exclusion(trust, "threshold"))
    return unvalued or unclaimed or tuple(trust.path("residence_exclusion.threshold") for trust in whole.trusts)


def _is_large(subject: Subject) -> Fact:
    if subject.is_planning:
        return in_life(THRESHOLD)
    estate = estate_of(subject.whole)
    value = is_large_between(estate.least, estate.most)
    owner = "the assets of all QDOTs" if len(subject.case.trusts) > 1 else "the trust's assets"
    if value is None:
        because = f"{owner} are not all valued" if estate.most is None else _undecided_exclusion(owner)
        return Finding(None, because, THRESHOLD, _missing(subject.whole))
    amount = estate.least if value else estate.most or estate.least
    exact = "" if estate.least == estate.most else ("at least " if value else "at most ")
    side = "more" if value else "not more"
    because = f"{owner} are worth {exact}{dollars(amount)}, {side} than ${LARGE_TRUST:,}"
    paths = (subject.path("assets"), subject.path("residence_exclusion.threshold"))
    return Finding(value, because, THRESHOLD, paths)


def _undecided_exclusion(owner: str) -> str:
    return f"{owner} exceed ${LARGE_TRUST:,} unless a residence exclusion is claimed, and that is not stated"


def _small_limb(subject: Subject, large: Fact) -> Fact:
    law = (SMALL, *large.law)
    if subject.is_planning:
        because = "the decedent is living, and the instrument must serve whatever the value at the death"
        return Finding(True, because, law, ("decedent.died",))
    return Finding(None if large.value is None else not large.value, large.because, law, large.rests_on)


def _holding(subject: Subject, value: bool | None, what: str, missing: tuple[str, ...]) -> Fact:
    said = {True: "the trust holds", False: "the trust does not hold", None: "it is not stated whether the trust holds"}
    return Finding(value, f"{said[value]} {what}", (), missing if value is None else (subject.path("assets"),))
