"""What is so of the case as a whole, and matters to the advice on it."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import AssetKind, Case, Status
from assembler.findings.finding import Fact, Finding, all_of, any_of
from assembler.findings.funding import AGREED
from assembler.findings.subject import Subject
from assembler.findings.valuation import holds, missing_kinds
from assembler.findings.vocabulary import FactName
from assembler.law import tables
from assembler.law.figure import OutOfRange

NOVEMBER_1990 = date(1990, 11, 5)
"""Instruments executed before this day keep an older rule of trustees. Pub. L. 105-34, section 1303."""

TREATY = "26 CFR 20.2056A-1(c)"

OF_CASE = (
    FactName("has_trust", "The case has a trust."),
    FactName("has_annuity", "The case has an annuity that cannot be assigned."),
    FactName(
        "decedent_is_nonresident",
        "The decedent was neither a citizen nor a resident.",
        implies=("international_addressee",),
    ),
    FactName(
        "treaty_available",
        "The decedent's estate may choose the marital relief of a treaty instead.",
        implies=("decedent_is_nonresident",),
    ),
    FactName("spouse_became_citizen", "The spouse became a citizen after the decedent's death."),
)
OF_TRUST = (
    FactName("instrument_before_november_1990", "The instrument was executed before November 5, 1990."),
    FactName("has_retirement_account", "The trust or the spouse has a retirement account."),
    FactName("protective_only", "All that the spouse assigns to the trust is assigned protectively."),
)


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is so of the case, whatever its trusts."""
    case = subject.case
    yield "has_trust", _has(bool(case.trusts), "a trust", "trusts")
    yield "has_annuity", _has(bool(case.annuities), "an annuity that cannot be assigned", "annuities")
    nonresident = _nonresident(case)
    yield "decedent_is_nonresident", nonresident
    country = case.decedent.treaty_country
    said = f"the decedent resided in {country}, a treaty country" if country else "no treaty country is stated"
    treaty = Finding(country is not None, said, (TREATY,), ("decedent.treaty_country",))
    yield "treaty_available", all_of(nonresident, treaty)
    became = case.spouse.became_citizen is not None and case.decedent.died is not None
    because = f"{'a' if became else 'no'} naturalization of the spouse since the death is stated"
    yield "spouse_became_citizen", Finding(became, because, ("26 USC 2056A(b)(12)",), ("spouse.became_citizen",))


def _has(value: bool, what: str, path: str) -> Fact:
    return Finding(value, f"the case {'states' if value else 'does not state'} {what}", (), (path,))


def _nonresident(case: Case) -> Fact:
    status = case.decedent.status
    value = None if status is None else status is Status.NONRESIDENT_NONCITIZEN
    said = {
        True: "the decedent was neither a citizen nor a resident of the United States",
        False: "the decedent was a citizen or a resident of the United States",
        None: "the decedent's citizenship and domicile are not stated",
    }
    return Finding(value, said[value], ("26 CFR 20.2106-1(a)(3)",), ("decedent.status",))


def basic_exclusion(whole: Subject) -> Finding[Decimal]:
    """Find the basic exclusion amount, in dollars, for a death in the year of the papers."""
    what = "the basic exclusion amount for a death in"
    return _of_year(whole, what, lambda day: tables.applicable_exclusion(day.year).amount, "26 USC 2010(c)")


def spouse_gift_exclusion(whole: Subject) -> Finding[Decimal]:
    """Find the annual exclusion, in dollars, for gifts to a spouse who is no citizen in the year of the papers."""
    what = "the annual exclusion for gifts to the spouse in"
    return _of_year(whole, what, tables.spouse_gift_exclusion, "26 USC 2523(i)(2)")


def _of_year(whole: Subject, what: str, amount: Callable[[date], Decimal], law: str) -> Finding[Decimal]:
    """Take an amount of a dated table; that of a year outside the table is unknown, never a guess."""
    day = whole.case.as_of
    if day is None:
        return Finding(None, "the date of the papers is not stated", (law,), ("as_of",))
    try:
        return Finding(amount(day), f"{what} {day.year} is in the table", (law,), ("as_of",), day)
    except OutOfRange:
        return Finding(None, f"{what} {day.year}, which the table does not hold", (law,), ("as_of",), day)


def of_trust(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is so of one trust and matters to the advice on it."""
    yield "instrument_before_november_1990", _before_november_1990(subject)
    yield "protective_only", _protective_only(subject)
    yield "has_retirement_account", any_of(_holds_account(subject), _spouse_has_account(subject.case))


def _before_november_1990(subject: Subject) -> Fact:
    signed = subject.trust.instrument_date
    law = ("Pub. L. 105-34, section 1303",)
    if signed is None:
        value = False if subject.trust.source in AGREED else None
        return Finding(value, "the date of the instrument is not stated", law, (subject.path("instrument_date"),))
    early = signed < NOVEMBER_1990
    because = f"the instrument is dated {'before' if early else 'on or after'} November 5, 1990"
    return Finding(early, because, law, (subject.path("instrument_date"),))


def _protective_only(subject: Subject) -> Fact:
    own = [one for one in subject.case.assignments if one.trust == subject.trust.id]
    value = bool(own) and all(one.protective.issue is not None for one in own)
    because = f"{'all' if value else 'not all'} that is assigned to the trust is assigned protectively"
    return Finding(value, because, ("26 CFR 20.2056A-3(c)", "26 CFR 20.2056A-4(b)(8)"), ("assignments",))


def _holds_account(subject: Subject) -> Fact:
    value = holds(subject, (AssetKind.RETIREMENT,))
    because = f"the trust {'holds' if value else 'is not known to hold'} a retirement benefit"
    paths = missing_kinds(subject) if value is None else (subject.path("assets"),)
    return Finding(value, because, ("26 CFR 20.2056A-4(c)",), paths)


def _spouse_has_account(case: Case) -> Fact:
    value = any(annuity.is_retirement_account for annuity in case.annuities)
    because = f"{'an' if value else 'no'} annuity of the case is a retirement account"
    return Finding(value, because, ("26 CFR 20.2056A-4(c)(1)",), ("annuities",))
