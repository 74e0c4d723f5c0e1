"""The questions about what is asked and answered in office: hardship, a Designated Filer, more time, a successor."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.question import question


class ReliefKind(StrEnum):
    """For what more time is asked."""

    CONVEYANCE = "conveyance"
    SECURITY = "bond-or-letter"
    RETURN = "return"


@dataclass(frozen=True)
class Hardship:
    """A request for principal on account of hardship."""

    requested: date | None = field(default=None, metadata=question("Day the spouse asked for it.", "spouse"))
    amount: Decimal | None = field(default=None, metadata=question("Amount asked for, in dollars.", "spouse", form="money"))
    need: str | None = field(default=None, metadata=question("The immediate and substantial need, for whose health, maintenance, education or support.", "spouse", form="lines"))
    sources: str | None = field(default=None, metadata=question("What other means are reasonably available, and why they do not serve.", "spouse", form="lines"))


@dataclass(frozen=True)
class Filer:
    """The Designated Filer of several QDOTs."""

    name: str | None = field(default=None, metadata=question("Full name of the U.S. Trustee who is or becomes Designated Filer.", "executor"))
    address: str | None = field(default=None, metadata=question("Address.", "trustee", form="lines"))
    tax_home: str | None = field(default=None, metadata=question("An individual's tax home: city and State.", "trustee"))
    former: str | None = field(default=None, metadata=question("Full name of the one it follows; leave out for the first.", "trustee"))


@dataclass(frozen=True)
class Relief:
    """A request for more time."""

    kind: ReliefKind | None = field(default=None, metadata=question("For what more time is asked."))
    sought: str | None = field(default=None, metadata=question("The relief sought, in words.", form="lines"))
    reason: str | None = field(default=None, metadata=question("Why the time does not suffice, or did not.", form="lines"))
    until: date | None = field(default=None, metadata=question("Day until which more time is asked."))
