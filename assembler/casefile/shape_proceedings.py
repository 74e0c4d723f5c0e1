"""The questions about what is asked and answered in office: hardship, a Designated Filer, more time, a successor."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.question import question


class ReliefKind(StrEnum):
    """For what more time is asked."""

    CONVEYANCE = "conveyance"
    SECURITY = "bond-or-letter"
    RETURN = "return"
    PAYMENT = "payment"


@dataclass(frozen=True)
class Hardship:
    """A request for principal on account of hardship."""

    requested: date | None = question("Day the spouse asked for it.", "the day of the request", "spouse")
    amount: Decimal | None = question("Amount asked for, in dollars.", "the amount asked for", "spouse", form="money")
    need: str | None = question("The immediate and substantial need, for whose health, maintenance, education or support.", "the need", "spouse", form="lines")
    needed_by: date | None = question("Day by which the amount is needed.", "the day by which the amount is needed", "spouse")
    for_another: str | None = question("Where the need is another person's: who that is, and the legal ground on which the spouse is obligated to support that person.", "the person whose need it is, and why the spouse must support that person", "spouse", form="lines", absent="the need is the spouse's own")
    sources: str | None = question("What other means are reasonably available, and why they do not serve.", "the other means", "spouse", form="lines")


@dataclass(frozen=True)
class Filer:
    """The Designated Filer of several QDOTs."""

    name: str | None = question("Full name of the U.S. Trustee who is or becomes Designated Filer.", "the Designated Filer", "executor")
    address: str | None = question("Address.", "the Designated Filer's address", "trustee", form="lines")
    tax_home: str | None = question("An individual's tax home: city and State.", "the Designated Filer's tax home", "trustee", form="place")
    year: int | None = question("Calendar year of which the Designated Filer is to be informed.", "the year of which the Designated Filer is to be informed", "trustee", form="count", absent="it is that of the Form 706-QDT that is due next")
    former: str | None = question("Full name of the one it follows, who was designated before it.", "the former Designated Filer", "trustee", absent="it is the first")
    former_cause: str | None = question("Why the one it follows ceased to be it, such as resignation as trustee.", "why the former Designated Filer ceased to act", "trustee", form="lines")
    former_address: str | None = question("Address of the one it follows.", "the former Designated Filer's address", "trustee", form="lines")


@dataclass(frozen=True)
class Relief:
    """A request for more time."""

    kind: ReliefKind | None = question("For what more time is asked.", "for what more time is asked")
    sought: str | None = question("The relief sought, in words.", "the relief sought", form="lines")
    reason: str | None = question("Why the time does not suffice, or did not.", "why more time is asked", form="lines")
    until: date | None = question("Day until which more time is asked.", "the day until which time is asked")
