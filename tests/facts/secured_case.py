"""A case secured by a bond or a letter of credit, with what a test changes in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from one_case import TRUST, one_case

from assembler.casefile import shape
from assembler.casefile.shape_security import Bond, Confirmer, Issuer, IssuerKind, Letter, Surety, TimeZone

ASSETS = (shape.Asset(id="shares", kind=shape.AssetKind.MARKETABLE, country="US", value=Decimal("2000000.01")),)
REQUIRED = Decimal("1300000.01")

BOND = Bond(
    surety=Surety(name="Mohawk & Schoharie Surety Company", is_on_circular_570=True),
    dated=date(2026, 11, 16),
    effective=date(2026, 11, 11),
    expires=date(2027, 11, 16),
    is_cancellable=False,
    renews_automatically=True,
)
LETTER = Letter(
    issuer=Issuer(name="Calusa National Bank", kind=IssuerKind.SECTION_581_BANK, is_bank=True),
    dated=date(2026, 11, 11),
    expires=date(2027, 12, 31),
    time_zone=TimeZone.EST,
    is_irrevocable=True,
    is_payable_at_sight=True,
    renews_automatically=True,
)
CONFIRMER = Confirmer(name="Ironwood National Bank", is_section_581_bank=True)

Changes = dict[str, Any]


def by_bond(
    bond: Changes | None = None, security: Changes | None = None, trust: Changes | None = None, **case: Any
) -> shape.Case:
    """Return a case secured by a bond, with these answers changed."""
    secured = shape.Security(tuple(shape.Mode), operative=shape.Operative.BOND, amount_furnished=REQUIRED)
    answers: Changes = {
        "assets": ASSETS,
        "bond": replace(BOND, **(bond or {})),
        "security": replace(secured, **(security or {})),
        **(trust or {}),
    }
    return one_case(trust=answers, **case)


def by_letter(
    letter: Changes | None = None, security: Changes | None = None, trust: Changes | None = None, **case: Any
) -> shape.Case:
    """Return a case secured by a letter of credit, with these answers changed."""
    secured = shape.Security(tuple(shape.Mode), operative=shape.Operative.LETTER_OF_CREDIT, amount_furnished=REQUIRED)
    answers: Changes = {
        "assets": ASSETS,
        "letter": replace(LETTER, **(letter or {})),
        "security": replace(secured, **(security or {})),
        **(trust or {}),
    }
    return one_case(trust=answers, **case)


def issuer(kind: IssuerKind, **answers: Any) -> Changes:
    """Return a change of the issuer of a letter of credit."""
    return {"issuer": Issuer(name="Banco Douro & Minho, S.A.", kind=kind, **answers)}


def events(**answers: Any) -> Changes:
    """Return a change of what has happened."""
    return {"events": shape.Events(**answers)}


__all__ = ["ASSETS", "BOND", "CONFIRMER", "LETTER", "REQUIRED", "TRUST", "by_bond", "by_letter", "events", "issuer"]
