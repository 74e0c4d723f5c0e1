"""The blanks of the bond and of the letter of credit themselves: who stands behind them, and for how long."""

from datetime import date

from assembler.blanks.people import missing
from assembler.blanks.point import Blank
from assembler.blanks.security_dates import dated
from assembler.casefile.shape import Trust
from assembler.findings.subject import Subject
from assembler.law.calendar import years_later
from assembler.law.security_terms import ZONES
from assembler.terms import state_named
from assembler.wording import day, on_one_line, state

NUMBER_TO_COME = "…………"
"""The line on which a bank writes a number not yet given."""


def values(subject: Subject) -> dict[str, Blank]:
    """Fill the blanks of the bond and of the letter of credit of one trust."""
    parts = (_bond, _letter, _confirmer)
    return {name: value for part in parts for name, value in part(subject.trust, subject.where).items()}


def _bond(trust: Trust, where: str) -> dict[str, Blank]:
    bond, surety, at = trust.bond, trust.bond.surety, f"{where}.bond"
    home = state_named(surety.state or "")
    return {
        "surety_name": surety.name or missing("the surety", "surety", f"{at}.surety.name"),
        "surety_address": on_one_line(surety.address)
        or missing("the address of the surety", "surety", f"{at}.surety.address"),
        "surety_state": (state(home) if home else surety.state)
        or missing("the State of the surety", "surety", f"{at}.surety.state"),
        "surety_agent": surety.agent or missing("who signs for the surety", "surety", f"{at}.surety.agent"),
        "surety_listing": on_one_line(surety.listing)
        or missing("the surety's entry in Circular 570", "surety", f"{at}.surety.listing"),
        "bond_dated": dated(bond.dated, "the date of the bond", "surety", f"{at}.dated"),
        "bond_effective": dated(bond.effective, "the day the bond takes effect", "surety", f"{at}.effective"),
        "bond_expires": dated(bond.expires, "the day the bond's term ends", "surety", f"{at}.expires"),
        "bond_term": _term(bond.effective, bond.expires) or missing("the term of the bond", "surety", f"{at}.expires"),
    }


def _term(starts: date | None, ends: date | None) -> str:
    if starts is None or ends is None:
        return ""
    years = ends.year - starts.year
    if ends == years_later(starts, years):
        return "one year" if years == 1 else f"{years} years"
    return f"from {day(starts)} to {day(ends)}"


def _letter(trust: Trust, where: str) -> dict[str, Blank]:
    letter, issuer, at = trust.letter, trust.letter.issuer, f"{where}.letter"
    no_zone = missing("the time zone in which the letter of credit expires", "bank", f"{at}.time_zone")
    return {
        "letter_number": letter.number or NUMBER_TO_COME,
        "letter_dated": dated(letter.dated, "the date of the letter of credit", "bank", f"{at}.dated"),
        "letter_effective": dated(
            letter.effective or letter.dated, "the day the letter of credit takes effect", "bank", f"{at}.dated"
        ),
        "letter_expiry_date": dated(letter.expires, "the day the letter of credit expires", "bank", f"{at}.expires"),
        "letter_time_zone": letter.time_zone or no_zone,
        "letter_time_zone_name": ZONES[letter.time_zone] if letter.time_zone else no_zone,
        "issuer_name": issuer.name or missing("the issuing bank", "bank", f"{at}.issuer.name"),
        "issuer_address": on_one_line(issuer.address)
        or missing("the address of the issuing bank", "bank", f"{at}.issuer.address"),
        "issuer_city_office": on_one_line(issuer.office or issuer.address)
        or missing("the issuing bank's office", "bank", f"{at}.issuer.office"),
        "issuer_foreign_bank": issuer.foreign_bank
        or missing("the foreign bank of the issuing branch", "bank", f"{at}.issuer.foreign_bank"),
    }


def _confirmer(trust: Trust, where: str) -> dict[str, Blank]:
    confirmer, at = trust.letter.confirmer, f"{where}.letter.confirmer"
    return {
        "confirmer_name": confirmer.name or missing("the confirming bank", "bank", f"{at}.name"),
        "confirmer_address": on_one_line(confirmer.address)
        or missing("the address of the confirming bank", "bank", f"{at}.address"),
        "confirmer_office": on_one_line(confirmer.office or confirmer.address)
        or missing("the confirming bank's office", "bank", f"{at}.office"),
    }
