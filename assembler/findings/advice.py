"""What is so of the case as a whole, and matters to the advice on it."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Asset, AssetKind, Case, Status
from assembler.findings.assignments import is_protective
from assembler.findings.estate import decedent_is_nonresident
from assembler.findings.finding import Fact, Finding, all_of, any_of
from assembler.findings.funding import AGREED, assigned
from assembler.findings.instrument import rules_for_old_ones
from assembler.findings.subject import Subject
from assembler.findings.valuation import assets, holds, missing_kinds
from assembler.findings.vocabulary import FactName
from assembler.law import tables
from assembler.law.figure import OutOfRange
from assembler.law.foreign_limit import is_foreign
from assembler.terms import every, some

TREATY = "26 CFR 20.2056A-1(c)"
ADDRESSEE = "26 CFR 20.2056A-2(d)(1)(i)(C)(2), (3); 26 CFR 20.2056A-4(c)(6)(ii), (c)(7)(ii)"
ABROAD = (Status.NONRESIDENT_NONCITIZEN, Status.CITIZEN_DOMICILED_ABROAD)
"""Whose papers go to the international addressee, where the form has one."""
THINGS = (AssetKind.REAL_PROPERTY, AssetKind.TANGIBLE)

OF_CASE = (
    FactName("has_trust", "The case has a trust."),
    FactName("has_annuity", "The case has an annuity that cannot be assigned."),
    FactName(
        "decedent_is_nonresident",
        "The decedent was neither a citizen nor a resident.",
        implies=("international_addressee",),
    ),
    FactName("international_addressee", "The decedent was a nonresident noncitizen, or a citizen domiciled abroad."),
    FactName(
        "treaty_available",
        "The decedent's estate may choose the marital relief of a treaty instead.",
        implies=("decedent_is_nonresident",),
    ),
)
OF_TRUST = (
    FactName("instrument_before_november_1990", "The instrument was executed before November 5, 1990."),
    FactName("has_retirement_account", "The trust or the spouse has a retirement account."),
    FactName("holds_foreign_accounts", "The trust holds accounts, securities or interests outside the United States."),
    FactName("protective_only", "All that the spouse assigns to the trust is assigned protectively."),
)


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is so of the case, whatever its trusts."""
    case = subject.case
    yield "has_trust", _has(bool(case.trusts), "a trust", "trusts")
    yield "has_annuity", _has(bool(case.annuities), "an annuity that cannot be assigned", "annuities")
    nonresident = decedent_is_nonresident(case)
    yield "decedent_is_nonresident", nonresident
    yield "international_addressee", _international(case)
    country = case.decedent.treaty_country
    said = f"the decedent resided in {country}, a treaty country" if country else "no treaty country is stated"
    treaty = Finding(country is not None, said, (TREATY,), ("decedent.treaty_country",))
    yield "treaty_available", all_of(nonresident, treaty)


def _has(value: bool, what: str, path: str) -> Fact:
    return Finding(value, f"the case {'states' if value else 'does not state'} {what}", (), (path,))


def _international(case: Case) -> Fact:
    status = case.decedent.status
    value = None if status is None else status in ABROAD
    said = {
        True: "the decedent was a nonresident noncitizen, or a citizen domiciled abroad",
        False: "the decedent was domiciled in the United States",
        None: "the decedent's citizenship and domicile are not stated",
    }
    return Finding(value, said[value], (ADDRESSEE,), ("decedent.status",))


def basic_exclusion(whole: Subject) -> Finding[Decimal]:
    """Find the basic exclusion amount, in dollars, for a death in the year of the papers."""
    what = "the basic exclusion amount for a death in"
    return _of_year(whole, what, lambda day: tables.applicable_exclusion(day.year).amount, "26 USC 2010(c)")


def spouse_gift_exclusion(whole: Subject) -> Finding[Decimal]:
    """Find the annual exclusion, in dollars, for gifts to a spouse who is no citizen in the year of the papers."""
    what = "the annual exclusion for gifts to the spouse in"
    return _of_year(whole, what, tables.spouse_gift_exclusion, "26 USC 2523(i)(2)")


def exclusion_at_death(whole: Subject) -> Finding[Decimal]:
    """Find the basic exclusion amount, in dollars, for the year in which the decedent died."""
    what = "the basic exclusion amount for a death in"
    died, path = whole.case.decedent.died, "decedent.died"
    return _of(died, path, what, lambda day: tables.applicable_exclusion(day.year).amount, "26 USC 2010(c)")


def _of_year(whole: Subject, what: str, amount: Callable[[date], Decimal], law: str) -> Finding[Decimal]:
    return _of(whole.case.as_of, "as_of", what, amount, law)


def _of(day: date | None, path: str, what: str, amount: Callable[[date], Decimal], law: str) -> Finding[Decimal]:
    """Take an amount of a dated table; that of a year outside the table is unknown, never a guess."""
    if day is None:
        return Finding(None, f"{what} a year that is not stated", (law,), (path,))
    try:
        return Finding(amount(day), f"{what} {day.year} is in the table", (law,), (path,), day)
    except OutOfRange:
        return Finding(None, f"{what} {day.year}, which the table does not hold", (law,), (path,), day)


def of_trust(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is so of one trust and matters to the advice on it."""
    yield "instrument_before_november_1990", _before_november_1990(subject)
    yield "protective_only", _protective_only(subject)
    yield "holds_foreign_accounts", _foreign_accounts(subject)
    yield "has_retirement_account", any_of(_holds_account(subject), _spouse_has_account(subject.case))


def _foreign_accounts(subject: Subject) -> Fact:
    held = [(path, _is_foreign_account(asset)) for path, asset in assets(subject)]
    value = some(found for _, found in held)
    said = {True: "an asset", False: "no asset", None: "what may be an asset"}
    because = f"the trust holds {said[value]} abroad that is neither land nor a thing"
    unknown = [path for path, found in held if found is None]
    rests_on = tuple(f"{path}.{answer}" for path in unknown for answer in ("kind", "country"))
    return Finding(value, because, ("26 USC 6038D", "31 USC 5314"), rests_on or (subject.path("assets"),))


def _is_foreign_account(asset: Asset) -> bool | None:
    is_account = None if asset.kind is None else asset.kind not in THINGS
    return every((is_account, is_foreign(asset.country)))


def _before_november_1990(subject: Subject) -> Fact:
    signed = subject.trust.instrument_date
    law = ("Pub. L. 105-34, section 1303",)
    if signed is None:
        value = False if subject.trust.source in AGREED else None
        return Finding(value, "the date of the instrument is not stated", law, (subject.path("instrument_date"),))
    early = "transition" in rules_for_old_ones(signed)
    because = f"the instrument is dated {'before' if early else 'on or after'} November 5, 1990"
    return Finding(early, because, law, (subject.path("instrument_date"),))


def _protective_only(subject: Subject) -> Fact:
    own = assigned(subject)
    value = bool(own) and all(map(is_protective, own))
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
