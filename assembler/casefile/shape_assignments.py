"""The questions about property that passed to the spouse outright: what it is, and on what doubt it is assigned."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.choices import AssetKind
from assembler.casefile.question import question


class Passing(StrEnum):
    """How property passed from the decedent to the spouse."""

    WILL = "will"
    INTESTACY = "intestacy"
    SURVIVORSHIP = "survivorship"
    BENEFICIARY = "beneficiary-designation"
    PLAN = "annuity-or-plan"
    OTHER = "operation-of-law"


class Funding(StrEnum):
    """How a sum is satisfied, as 26 CFR 20.2056A-4(b)(4) offers two ways."""

    DATE_OF_TRANSFER = "date-of-transfer-value"
    FAIRLY_REPRESENTATIVE = "fairly-representative"


class Issue(StrEnum):
    """What is in doubt when the return is filed; a doubt about value alone is none of those that the law names."""

    RESIDENCY = "decedent-residency"
    CITIZENSHIP = "decedent-citizenship"
    SPOUSE_CITIZENSHIP = "spouse-citizenship"
    INCLUSION = "inclusion"
    ENTITLEMENT = "entitlement"
    VALUATION = "valuation"


@dataclass(frozen=True)
class Protective:
    """The doubt on account of which an assignment is protective."""

    issue: Issue | None = field(default=None, metadata=question("What is in doubt; entitlement is the amount or nature of what the spouse takes, as in a will contest."))
    basis: str | None = field(default=None, metadata=question("The specific ground of the doubt, as the papers are to state it.", form="lines"))
    is_believed: bool | None = field(default=None, metadata=question("The executor reasonably believes, when the return is filed, that the doubt is in good faith.", "executor"))


@dataclass(frozen=True)
class AssignedAsset:
    """One asset that the spouse assigns or transfers."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    description: str | None = field(default=None, metadata=question("The asset, as a schedule describes it.", "executor", form="lines"))
    kind: AssetKind | None = field(default=None, metadata=question("What it is.", "executor"))
    country: str | None = field(default=None, metadata=question("ISO 3166 code of the country where it is.", "executor", form="country"))
    value: Decimal | None = field(default=None, metadata=question("Value of the whole for estate tax, in dollars.", "appraiser", form="money"))
    included: Decimal | None = field(default=None, metadata=question("Percent of it included in the decedent's gross estate; the whole, or the share of the joint property, when left out.", "executor", form="percent"))
    joint_property: str | None = field(default=None, metadata=question("The id of the joint property that it is.", form="id"))
    annuity: str | None = field(default=None, metadata=question("The id of the annuity or account that it is.", form="id"))
    was_spouses: bool | None = field(default=None, metadata=question("The spouse owned what is assigned when the decedent died.", "spouse"))
    passed_to_spouse: bool | None = field(default=None, metadata=question("It passed from the decedent to the spouse.", "executor"))
    is_proceeds: bool | None = field(default=None, metadata=question("It came of the sale, exchange or conversion of property that passed.", "spouse"))
