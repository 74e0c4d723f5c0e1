"""The fields of the bond and of the letter of credit: who stands behind them, for whom, and for how long."""

from collections.abc import Mapping

from assembler.findings import security_instrument
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, names
from assembler.merge.trustees import us_trustees
from assembler.wording import day, on_lines, on_one_line, state


def _principal_address(answers: Answers) -> str:
    """Write the address of the principals, once where they share it."""
    addresses = [on_one_line(one.need("address")) for one in us_trustees(answers, answers.trust)]
    return "; ".join(addresses) if len(set(addresses)) > 1 else addresses[0]


def _bond_term(answers: Answers) -> str:
    term = answers.value(security_instrument.bond_term(answers.trust))
    if term.years is None:
        return answers.phrase("bond-term", "days", starts=day(term.starts), ends=day(term.ends))
    return answers.phrase("bond-term", "one-year" if term.years == 1 else "years", years=str(term.years))


def _office(bank: str) -> Fill:
    """Declare a field over the office of a bank; left out, it is the bank's address."""
    return lambda answers: on_one_line(answers.get(f"{bank}.office") or answers.need(f"{bank}.address"))


def _of_service(address: str) -> str:
    """Write an address of the Internal Revenue Service without its name, which the papers print before it."""
    return on_one_line(address).removeprefix("Internal Revenue Service, ")


def _lines_of_service(address: str) -> str:
    return on_lines(address).removeprefix("Internal Revenue Service").lstrip("\v,; ")


FIELDS: Mapping[str, Fill] = {
    "plan_terms": answer("trust.security.plan.terms", on_one_line),
    "plan_reason": answer("trust.security.plan.reason", on_one_line),
    "principal_name": lambda answers: names(us_trustees(answers, answers.trust)),
    "principal_address": _principal_address,
    "surety_name": answer("trust.bond.surety.name"),
    "surety_address": answer("trust.bond.surety.address", on_one_line),
    "surety_state": answer("trust.bond.surety.state", state),
    "surety_agent": answer("trust.bond.surety.agent"),
    "surety_listing": answer("trust.bond.surety.listing", on_one_line),
    "bond_effective": answer("trust.bond.effective", day),
    "bond_expires": answer("trust.bond.expires", day),
    "bond_term": _bond_term,
    "applicant_name": lambda a: a.get("trust.letter.applicant") or names(us_trustees(a, a.trust)),
    "issuer_name": answer("trust.letter.issuer.name"),
    "issuer_address": answer("trust.letter.issuer.address", on_one_line),
    "issuer_city_office": _office("trust.letter.issuer"),
    "issuer_foreign_bank": answer("trust.letter.issuer.foreign_bank"),
    "confirmer_name": answer("trust.letter.confirmer.name"),
    "confirmer_address": answer("trust.letter.confirmer.address", on_one_line),
    "confirmer_office": _office("trust.letter.confirmer"),
    "letter_number": lambda a: a.get("trust.letter.number") or a.phrase("letter-number", "to-come"),
    "letter_dated": answer("trust.letter.dated", day),
    "letter_expiry_date": answer("trust.letter.expires", day),
    "letter_time_zone": answer("trust.letter.time_zone"),
    "irs_security_address": answer("trust.security.irs_address", _of_service),
    "irs_security_address_lines": answer("trust.security.irs_address", _lines_of_service),
    "irs_district": answer("trust.security.irs_district"),
    "replacement_arrangement": choice("trust.security.replacement.arrangement", "replacement"),
    "replacement_effective": answer("trust.security.replacement.takes_effect", day),
}

LISTS: Mapping[str, List] = {}

OF_PAPER = ("principal_name", "principal_address", "applicant_name")
"""The fields that may differ from paper to paper of one trust, by the day of each."""
