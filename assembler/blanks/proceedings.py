"""The blanks of what is asked and answered in office: the filer, citizenship, hardship, a successor, more time."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assembler.blanks import years
from assembler.blanks.money import on
from assembler.blanks.people import joined, missing
from assembler.blanks.point import Blank, Item
from assembler.casefile.shape import Case, Trust
from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings.subject import Subject, item
from assembler.law import citizenship, form_706qdt
from assembler.wording import day, dollars, on_one_line

KINDS = {
    DistributionKind.PRINCIPAL: "principal",
    DistributionKind.INCOME: "income",
    DistributionKind.HARDSHIP: "principal on account of hardship",
    DistributionKind.EXEMPT: "exempt payment",
}


def values(subject: Subject) -> dict[str, Blank]:
    """Fill the blanks of one trust, and those of the case."""
    case = subject.case
    return _filer(subject) | _citizenship(case) | _hardship(subject) | _succession(subject) | _relief(case)


def lists(subject: Subject) -> dict[str, Sequence[Item]]:
    """List the QDOTs of the case, what left this one in the year, and those appointed as its trustees."""
    year = _year(subject)
    made = [one for one in subject.trust.distributions or () if one.made is not None and one.made.year == year]
    rows = made if subject.trust.distributions is not None else [Distribution()]
    path = subject.path("distributions")
    return {
        "qdots": [_qdot(trust, number) for number, trust in enumerate(subject.case.trusts or (Trust(),))],
        "year_distributions": [_distribution(subject.case, one, path) for one in rows],
    }


def _words(answer: str | None, what: str, who: str, path: str) -> Blank:
    return on_one_line(answer) or missing(what, who, path)


def _filer(subject: Subject) -> dict[str, Blank]:
    filer, year = subject.case.return_.filer, _year(subject)
    no_year = missing("the date of the papers", "attorney", "as_of")
    due = None if year is None else form_706qdt.lifetime_tax(year, None)
    return {
        "filer_name": _words(filer.name, "the Designated Filer", "executor", "return.filer.name"),
        "filer_address": _words(filer.address, "the Designated Filer's address", "trustee", "return.filer.address"),
        "filer_tax_home": _words(filer.tax_home, "the Designated Filer's tax home", "trustee", "return.filer.tax_home"),
        "former_filer_name": _words(filer.former, "the former Designated Filer", "trustee", "return.filer.former"),
        "filer_return_due": day(due.date) if due else no_year,
        "filer_information_due": day(form_706qdt.designated_filer_information(due.nominal).date) if due else no_year,
    }


def _year(subject: Subject) -> int | None:
    """Return the year that the yearly papers of the trust are for; None where it is an open point."""
    said = years.values(subject)["tax_year"]
    return int(said) if isinstance(said, str) else None


def _citizenship(case: Case) -> dict[str, Blank]:
    became = case.spouse.became_citizen
    path = "spouse.became_citizen"
    place = case.spouse.naturalized_at
    notice = citizenship.citizenship_notice(became).date if became else None
    return {
        "citizenship_notice_due": on(notice, "the day the spouse became a citizen", "spouse", path),
        "citizenship_place": _words(place, "where the spouse became a citizen", "spouse", "spouse.naturalized_at"),
    }


def _hardship(subject: Subject) -> dict[str, Blank]:
    asked, path = subject.trust.hardship, subject.path("hardship")
    amount: Decimal | None = asked.amount
    return {
        "hardship_amount": dollars(amount)
        if amount is not None
        else missing("the amount asked for", "spouse", f"{path}.amount"),
        "hardship_need": _words(asked.need, "the need", "spouse", f"{path}.need"),
        "hardship_sources": _words(asked.sources, "the other means", "spouse", f"{path}.sources"),
        "hardship_requested_on": on(asked.requested, "the day of the request", "spouse", f"{path}.requested"),
    }


def _succession(subject: Subject) -> dict[str, Blank]:
    found, path = subject.trust.succession, subject.path("succession")
    names = joined(trustee.name for trustee in found.appointed or ())
    return {
        "appointed_trustee_name": names or missing("who is appointed", "trustee", f"{path}.appointed"),
        "former_trustee_name": _words(found.former, "the former Trustee", "trustee", f"{path}.former"),
        "vacancy_date": on(found.vacancy, "the day the former Trustee ceased to act", "trustee", f"{path}.vacancy"),
        "vacancy_cause": _words(found.cause, "why the former Trustee ceased to act", "trustee", f"{path}.cause"),
        "appointment_authority": _words(found.authority, "the power to appoint", "attorney", f"{path}.authority"),
    }


def _relief(case: Case) -> dict[str, Blank]:
    asked = case.relief
    until: date | None = asked.until
    return {
        "relief_sought": _words(asked.sought, "the relief sought", "attorney", "relief.sought"),
        "relief_reason": _words(asked.reason, "why more time is asked", "attorney", "relief.reason"),
        "relief_until": on(until, "the day until which time is asked", "attorney", "relief.until"),
    }


def _qdot(trust: Trust, number: int) -> Item:
    at = item("trusts", trust.id, number)
    return {
        "name": trust.name or missing("the name of each QDOT", "client", f"{at}.name"),
        "tin": trust.ein or missing("the taxpayer identification number of each QDOT", "accountant", f"{at}.ein"),
        "trustees": joined(one.name for one in trust.trustees or () if one.is_us_trustee)
        or missing("the U.S. Trustee of each QDOT", "attorney", f"{at}.trustees"),
    }


def _distribution(case: Case, one: Distribution, path: str) -> Item:
    return {
        "date": on(one.made, "the day of a distribution", "trustee", path),
        "recipient": case.spouse.name or missing("the full name of the Spouse", "client", "spouse.name"),
        "amount": dollars(one.amount) if one.amount is not None else missing("what was distributed", "trustee", path),
        "kind": KINDS[one.kind] if one.kind else missing("why it was distributed", "trustee", path),
    }
