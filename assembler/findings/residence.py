"""The residence exclusion: whether it is claimed, for which end, how much it leaves out, and for what it is refused."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Asset, AssetKind
from assembler.findings.finding import Fact, Finding, any_of, day, lacking, refusal
from assembler.findings.subject import Subject, missing
from assembler.findings.valuation import FURNISHINGS, assets, estate_of, is_home, is_of_home, worth
from assembler.findings.vocabulary import FactName
from assembler.law.figure import OutOfRange
from assembler.law.money import ZERO
from assembler.law.residence import EXCLUSION_CAP, exclusion
from assembler.problem import Problem
from assembler.terms import some

EXCLUSION = "26 CFR 20.2056A-2(d)(1)(iv)"
LIVING = "the decedent is living, and nothing is left out yet"
UNDECIDED = "whether the residence is left out is not decided"

ENDS = ("threshold", "security")
"""For what the exclusion is elected: the $2,000,000 test, and the amount of a bond or letter of credit."""

OWNED = "26 CFR 20.2056A-2(d)(1)(iv)(A), (D)"

LATER = "26 CFR 20.2056A-2(d)(1)(iv)(B), (G)"

FACTS = (
    FactName("residence_exclusion_possible", "The residence exclusion is or may come to be claimed."),
    FactName(
        "residence_exclusion_claimed",
        "The residence exclusion is claimed, for the threshold or for security.",
        implies=(("residence_excluded_for_threshold", "residence_excluded_for_security"),),
    ),
    FactName(
        "residence_excluded_for_threshold",
        "The residence exclusion is elected for the $2,000,000 test.",
        implies=("residence_exclusion_claimed",),
    ),
    FactName(
        "residence_excluded_for_security",
        "The residence exclusion is elected for a bond or letter of credit.",
        implies=("residence_exclusion_claimed",),
    ),
    FactName(
        "residence_later_election",
        "The residence exclusion for security is elected with a Form 706-QDT.",
        implies=("residence_exclusion_changed",),
    ),
    FactName(
        "residence_later_cancellation",
        "The residence exclusion for security is cancelled with a Form 706-QDT.",
        implies=("residence_exclusion_changed",),
    ),
    FactName(
        "residence_reallocated",
        "The residence exclusion is allocated to another residence.",
        implies=("residence_exclusion_changed",),
    ),
    FactName("furnishings_claimed", "Furnishings of a residence are listed beside it."),
    FactName(
        "residence_exclusion_changed",
        "The exclusion is elected later, cancelled, or allocated anew.",
        implies=(("residence_later_election", "residence_later_cancellation", "residence_reallocated"),),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the exclusion is claimed, for which end, and how that changed."""
    yield "residence_exclusion_possible", _possible(subject)
    yield "residence_exclusion_claimed", _claimed(subject, *_elections(subject))
    listed = any(one.is_residence and one.kind in FURNISHINGS for _, one in assets(subject))
    because = f"furnishings of a residence are {'' if listed else 'not '}listed"
    value = listed or (None if subject.trust.assets is None else False)
    yield "furnishings_claimed", Finding(value, because, (EXCLUSION,), (subject.path("assets"),))
    for name in ENDS:
        yield f"residence_excluded_for_{name}", election(subject, name)
    chosen = subject.trust.residence_exclusion
    changes = {
        "residence_later_election": _stated(subject, chosen.elected_later, "elected_later", "elected later"),
        "residence_later_cancellation": _stated(subject, chosen.cancelled, "cancelled", "cancelled"),
        "residence_reallocated": _stated(subject, chosen.reallocated, "reallocated", "allocated to another residence"),
    }
    yield from changes.items()
    yield "residence_exclusion_changed", any_of(*changes.values())


def _stated(subject: Subject, on: date | None, answer: str, what: str) -> Fact:
    because = f"the exclusion for security is {what}, on {day(on)}" if on else f"the exclusion is not {what}"
    return Finding(on is not None, because, (LATER,), (subject.path(f"residence_exclusion.{answer}"),))


def _possible(subject: Subject) -> Fact:
    if subject.is_planning:
        because = "the decedent is living, and the executor may claim the exclusion"
        return Finding(True, because, (EXCLUSION,), ("decedent.died",))
    elected, paths = _elections(subject)
    if elected:
        return Finding(True, "the residence exclusion is elected", (EXCLUSION,), paths)
    value = _has_home(subject)
    said = {
        True: "the trust holds a personal residence, for which the exclusion may be claimed",
        False: "the trust holds no personal residence",
        None: "it is not stated whether the trust holds a personal residence",
    }
    paths = worth(subject).undecided if value is None else (subject.path("assets"),)
    return Finding(value, said[value], (EXCLUSION,), paths)


def _elections(subject: Subject) -> tuple[bool | None, tuple[str, ...]]:
    chosen = subject.trust.residence_exclusion
    paths = ("residence_exclusion.threshold", "residence_exclusion.security")
    return some((chosen.threshold, chosen.security)), tuple(map(subject.path, paths))


def election(subject: Subject, end: str) -> Fact:
    """Find whether the exclusion is elected for one of its two ends, ``threshold`` or ``security``."""
    elected: bool | None = getattr(subject.trust.residence_exclusion, end)
    return _claimed(subject, elected, (subject.path(f"residence_exclusion.{end}"),))


def _claimed(subject: Subject, value: bool | None, paths: tuple[str, ...]) -> Fact:
    if value is None and subject.is_planning:
        return Finding(False, "the decedent is living, and nothing is claimed yet", (EXCLUSION,), ("decedent.died",))
    if value is None and _has_home(subject) is False:
        return Finding(False, "the trust holds no personal residence", (EXCLUSION,), (subject.path("assets"),))
    said = {
        True: "the residence exclusion is elected",
        False: "the residence exclusion is not elected",
        None: "it is not stated whether the residence exclusion is elected",
    }
    return Finding(value, said[value], (EXCLUSION,), paths)


def _has_home(subject: Subject) -> bool | None:
    return some(is_home(asset) for _, asset in assets(subject))


def excluded(trust: Subject, end: str) -> Finding[Decimal]:
    """Find what a trust leaves out, in dollars, for one of the two ends, ``threshold`` or ``security``.

    26 CFR 20.2056A-2(d)(1)(iv)(A), (B).
    """
    claim, room, died = _claim(trust, end), _room(trust, end), trust.case.decedent.died
    if died is None:
        return Finding(None, LIVING, (EXCLUSION,), ("decedent.died",))
    if claim.value == ZERO:
        return Finding(ZERO, claim.because, (EXCLUSION,), claim.rests_on, died)
    if claim.value is None or room.value is None:
        return Finding(None, UNDECIDED, (EXCLUSION,), lacking(claim, room), died)
    return Finding(min(claim.value, room.value), claim.because, (EXCLUSION,), claim.rests_on, died)


def _claim(trust: Subject, end: str) -> Finding[Decimal]:
    """Find the value of the residences for which a trust claims the exclusion, before its limit."""
    open_ = missing_of_exclusion(trust, end)
    if open_:
        return Finding(None, UNDECIDED, (EXCLUSION,), open_)
    elected = election(trust, end)
    value = sum(worth(trust).homes, ZERO) if elected.value else ZERO
    return Finding(value, elected.because, (EXCLUSION,), elected.rests_on)


def missing_of_exclusion(trust: Subject, end: str) -> tuple[str, ...]:
    """Return the paths of the answers that are missing to tell what a trust leaves out for one of the two ends."""
    elected, held = election(trust, end), worth(trust)
    if elected.value is False or not held.may_hold_home:
        return ()
    return (*lacking(elected), *held.undecided, *held.unvalued_homes)


def _room(trust: Subject, end: str) -> Finding[Decimal]:
    """Find what the trusts before this one leave of the one exclusion, in dollars."""
    before = [_claim(each, end) for each in trust.whole.trusts[: trust.number]]
    if any(claim.value is None for claim in before):
        return Finding(None, UNDECIDED, (EXCLUSION,), lacking(*before))
    left = EXCLUSION_CAP - sum((claim.value or ZERO for claim in before), ZERO)
    return Finding(max(left, ZERO), "the one exclusion is shared by all QDOTs", (EXCLUSION,))


def left_out(trust: Subject, where: str) -> Finding[Decimal]:
    """Find how much of the residence at a path is left out, in dollars; residences come in their order.

    Raises `ValueError` for what cannot be a residence of the trust.
    """
    homes = [(path, asset) for path, asset in assets(trust) if is_of_home(asset) is not False]
    upto = homes[: [path for path, _ in homes].index(where) + 1]
    room, died = _room_for_any(trust), trust.case.decedent.died
    if died is None:
        return Finding(None, LIVING, (EXCLUSION,), ("decedent.died",))
    open_ = tuple(path for at, one in upto for path in missing(one, at, "kind", "is_residence", "value"))
    if open_ or room.value is None:
        return Finding(None, UNDECIDED, (EXCLUSION,), (*open_, *lacking(room)))
    *before, own = (one.value or ZERO for _, one in upto)
    left = max(room.value - sum(before, ZERO), ZERO)
    return Finding(min(own, left), room.because, (EXCLUSION,), (f"{where}.value",), died)


def _room_for_any(trust: Subject) -> Finding[Decimal]:
    """Find what may be left out for an end for which the exclusion is elected, now or later; else nothing."""
    elections = {end: election(trust, end) for end in ENDS}
    elected = [end for end, found in elections.items() if found.value]
    if elected or trust.trust.residence_exclusion.elected_later:
        return _room(trust, elected[0] if elected else "security")
    open_ = lacking(*elections.values())
    if open_:
        return Finding(None, UNDECIDED, (EXCLUSION,), open_)
    return Finding(ZERO, "no residence is left out", (EXCLUSION,))


def is_residence(asset: Asset, where: str) -> Fact:
    """Find whether an asset is a residence of the spouse or its furnishings."""
    value = is_of_home(asset)
    said = {True: "is a residence", False: "is no residence", None: "may be a residence"}
    paths = missing(asset, where, "kind", "is_residence") if value is None else (f"{where}.is_residence",)
    return Finding(value, f"the asset {said[value]}", (EXCLUSION,), paths)


def description(trust: Subject, residence: str | None, where: str) -> Finding[str]:
    """Find the description of the residence meant: the one of an id, or the only one; ``where`` asks for the id."""
    held = [(at, one) for at, one in assets(trust) if (one.id == residence if residence else one.is_residence)]
    if len(held) != 1:
        return Finding(None, "which residence is meant is not stated", (EXCLUSION,), (where,))
    at, home = held[0]
    return Finding(home.description, "the residence is described", (EXCLUSION,), (f"{at}.description",))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse what one trust claims to leave out; homes over all trusts are counted with the first."""
    for where, asset in assets(subject):
        if asset.is_residence and asset.kind not in (None, AssetKind.REAL_PROPERTY, *FURNISHINGS):
            what = f"a residence held through an asset of the kind {asset.kind} is not owned directly by the trust."
            fix = "write is_residence: false, or let the trust own the residence itself."
            yield Problem(f"{where}.is_residence", what, fix, OWNED)
    for end in ENDS:
        yield from _without_home(subject, end)
        if subject.number == 0:
            yield from _too_many(subject, end)


def _without_home(subject: Subject, end: str) -> Iterator[Problem]:
    if getattr(subject.trust.residence_exclusion, end) and not worth(subject).may_hold_home:
        what = "the residence exclusion is elected, and the trust holds no residence."
        fix = "mark the residence with is_residence: true, or elect nothing."
        yield Problem(subject.path(f"residence_exclusion.{end}"), what, fix, OWNED)


def _too_many(subject: Subject, end: str) -> Iterator[Problem]:
    both = zip(subject.case.trusts, estate_of(subject.whole).worths, strict=True)
    homes = [home for trust, held in both if getattr(trust.residence_exclusion, end) for home in held.homes]
    try:
        exclusion(homes)
    except OutOfRange as outside:
        yield refusal(subject.path(f"residence_exclusion.{end}"), outside)
