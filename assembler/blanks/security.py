"""The blanks of a bond, a letter of credit and the papers filed with them."""

from collections.abc import Sequence
from decimal import Decimal

from assembler.blanks import security_dates, security_instruments
from assembler.blanks.people import joined, missing
from assembler.blanks.point import Blank, Item
from assembler.blanks.security_dates import dated
from assembler.casefile.shape import Operative, Source
from assembler.findings.security_amount import adjusted_amount, amount_to_secure
from assembler.findings.security_instrument import OPERATIVE, in_use, paper_day
from assembler.findings.subject import Subject
from assembler.law.figure import Figure
from assembler.law.security_deadlines import Instrument
from assembler.terms import FIRST, edition
from assembler.wording import day, dollars, dollars_in_words, on_one_line, shown

OFFICES = {FIRST: "Estate and Gift Tax Examination Group"}
OFFICE = "Estate Tax Advisory Group"
"""Who receives the papers, by edition. 26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1)."""

REPLACEMENTS = {
    Operative.BANK_TRUSTEE: "a bank as U.S. Trustee under paragraph (d)(1)(i)(A)",
    Operative.US_BRANCH_TRUSTEE: "a United States branch of a foreign bank as trustee under paragraph (d)(1)(i)(A)",
    Operative.BOND: "a bond under paragraph (d)(1)(i)(B)",
    Operative.LETTER_OF_CREDIT: "a letter of credit under paragraph (d)(1)(i)(C)",
    Operative.FOREIGN_LIMIT: "the limit on real property outside the United States under paragraph (d)(1)(ii)",
    Operative.ALTERNATE_PLAN: "an alternate plan or arrangement under paragraph (d)(4)",
}
INSTRUMENTS = {
    Source.ARTICLE_IN_WILL: "the will of {}",
    Source.FOREIGN_WILL: "the will of {}",
    Source.ARTICLE_IN_REVOCABLE_TRUST: "the revocable trust agreement of {}",
    Source.CONFORMED_BY_AMENDMENT: "the trust instrument of {}",
    Source.JUDICIAL_REFORMATION: "the trust instrument of {}",
}
"""What governs a trust that has no agreement of its own."""


def values(subject: Subject) -> dict[str, Blank]:
    """Fill the blanks of the security of one trust."""
    return (
        _amounts(subject)
        | _principal(subject)
        | security_instruments.values(subject)
        | _service(subject)
        | _trust(subject)
        | _replacement(subject)
        | security_dates.values(subject)
    )


def amount(value: Decimal | None, what: str, who: str, path: str) -> Blank:
    """Write an amount in figures, or leave it open."""
    return dollars(value) if value is not None else missing(what, who, path)


def _amounts(subject: Subject) -> dict[str, Blank]:
    first, now = amount_to_secure(subject).value, adjusted_amount(subject).value
    assets = f"{subject.where}.assets"
    required = _amount("security_amount", first, "the amount to be secured", assets)
    adjusted = _amount(
        "adjusted_amount", now, "the adjusted amount", subject.path("valuation.final")
    )
    furnished = subject.trust.security.amount_furnished
    where = subject.path("security.amount_furnished")
    return required | adjusted | _base(first, assets) | {
        "amount_furnished": amount(furnished, "the amount furnished", "trustee", where),
        "final_assets_total": amount(
            subject.trust.valuation.final, "the value finally determined", "executor", subject.path("valuation.final")
        ),
    }  # fmt: skip


def _amount(name: str, figure: Figure | None, what: str, path: str) -> dict[str, Blank]:
    if figure is None or not isinstance(figure.value, Decimal):
        return dict.fromkeys((name, f"{name}_words"), missing(what, "executor", path))
    return {name: dollars(figure.value), f"{name}_words": dollars_in_words(figure.value)}


def _base(figure: Figure | None, path: str) -> dict[str, Blank]:
    """Take the arithmetic of the amount apart: assets, exclusion, what is secured."""
    if figure is None:
        names = ("security_assets_total", "security_excluded", "security_base")
        return dict.fromkeys(names, missing("the value of the assets to be secured", "executor", path))
    stated = [step.value for step in figure.steps[:-1] if isinstance(step.value, Decimal)]
    excluded = stated[1] if len(stated) > 1 else Decimal(0)
    return {
        "security_assets_total": dollars(stated[0]),
        "security_excluded": dollars(excluded),
        "security_base": dollars(stated[-1]),
    }


def lists(subject: Subject) -> dict[str, Sequence[Item]]:
    """List the arithmetic of what is to be secured."""
    return {
        "security_steps": steps(subject, "security_amount"),
        "adjusted_steps": steps(subject, "adjusted_security_amount"),
    }


def steps(subject: Subject, name: str) -> Sequence[Item]:
    """List the arithmetic of an amount, step by step; open while it cannot be computed."""
    figure = (amount_to_secure if name == "security_amount" else adjusted_amount)(subject).value
    if figure is None:
        gap = missing("the arithmetic of the amount to be secured", "executor", f"{subject.where}.assets")
        return [dict.fromkeys(("text", "value", "law"), gap)]
    return [
        {
            "text": step.text,
            "value": dollars(step.value) if isinstance(step.value, Decimal) else shown(step.value),
            "law": step.law,
        }
        for step in figure.steps
    ]


def _principal(subject: Subject) -> dict[str, Blank]:
    at = subject.path("trustees")
    principals = [trustee for trustee in subject.trust.trustees or () if trustee.is_us_trustee]
    addresses = [on_one_line(trustee.address) for trustee in principals]
    together = "; ".join(addresses) if len(set(addresses)) > 1 else "".join(addresses[:1])
    name: Blank = joined(t.name for t in principals) or missing("the U.S. Trustee", "attorney", at)
    return {
        "principal_name": name,
        "principal_address": (together if all(addresses) else "")
        or missing("the address of the U.S. Trustee", "trustee", at),
        "applicant_name": subject.trust.letter.applicant or name,
    }


def _service(subject: Subject) -> dict[str, Blank]:
    """Fill where the papers go; the office is that of the edition of the bond's or letter's date."""
    security = subject.trust.security
    on = paper_day(subject.case, subject.trust, OPERATIVE[instrument_of(subject)])
    no_day = missing("the date of the bond or letter of credit", "attorney", "as_of")
    book = "the address in Publication 4235 to which security papers go"
    return {
        "irs_security_office": OFFICES.get(edition(on), OFFICE) if on else no_day,
        "irs_security_address": on_one_line(security.irs_address)
        or missing(book, "attorney", subject.path("security.irs_address")),
        "irs_district": security.irs_district
        or missing("the location of the District Office", "attorney", subject.path("security.irs_district")),
    }


def instrument_of(subject: Subject) -> Instrument:
    """Return the instrument whose papers these are: the one in use, else the one that the case describes."""
    is_letter = subject.trust.letter.dated is not None and subject.trust.bond.dated is None
    return in_use(subject) or (Instrument.LETTER_OF_CREDIT if is_letter else Instrument.BOND)


def _trust(subject: Subject) -> dict[str, Blank]:
    trust, path = subject.trust, subject.path("ein")
    number = f"taxpayer identification number {trust.ein}" if trust.ein else ""
    if trust.has_ein is False and not number:
        number = "no taxpayer identification number has been assigned"
    return {
        "trust_tin": number or missing("the trust's taxpayer identification number, if any", "trustee", path),
        "trust_address": on_one_line(trust.records_address)
        or missing("the address of the trust", "trustee", subject.path("records_address")),
        "governing_instrument": _governing(subject),
    }


def _governing(subject: Subject) -> Blank:
    trust, signed = subject.trust, subject.trust.instrument_date
    name = subject.case.decedent.name
    if signed is None:
        return missing("the date of the governing instrument", "attorney", subject.path("instrument_date"))
    what = "the trust agreement" if trust.source is None else INSTRUMENTS.get(trust.source, "the trust agreement")
    if "{}" in what and name is None:
        return missing("the full name of the Decedent", "client", "decedent.name")
    return f"{what.format(name)} dated {day(signed)}"


def _replacement(subject: Subject) -> dict[str, Blank]:
    new, at = subject.trust.security.replacement, subject.path("security.replacement")
    return {
        "replacement_arrangement": REPLACEMENTS[new.arrangement]
        if new.arrangement
        else missing("the arrangement that takes the place of the present one", "trustee", f"{at}.arrangement"),
        "replacement_secured_on": dated(new.secured, "the day it was secured", "trustee", f"{at}.secured"),
        "replacement_effective": dated(new.takes_effect, "the day it takes effect", "trustee", f"{at}.takes_effect"),
        "rider_effective": dated(
            subject.trust.security.adjusted_from,
            "the day the adjusted amount takes effect",
            "trustee",
            subject.path("security.adjusted_from"),
        ),
    }
