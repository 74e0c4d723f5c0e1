"""The questions about property that passed to the spouse outright: what it is, and on what doubt it is assigned."""

from dataclasses import dataclass
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

    issue: Issue | None = question("What is in doubt; entitlement is the amount or nature of what the spouse takes, as in a will contest.", "what is in doubt")
    basis: str | None = question("The specific ground of the doubt, as the papers are to state it.", "the specific ground of the doubt", form="lines")
    is_believed: bool | None = question("The executor reasonably believes, when the return is filed, that the doubt is in good faith.", "whether the executor reasonably believes that the doubt is in good faith", "executor")


@dataclass(frozen=True)
class AssignedAsset:
    """One asset that the spouse assigns or transfers."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    description: str | None = question("The asset, as a schedule describes it.", "the description of {it}", "executor", form="lines")
    kind: AssetKind | None = question("What it is.", "the kind of {it}", "executor")
    country: str | None = question("ISO 3166 code of the country where it is.", "the country of {it}", "executor", form="country")
    value: Decimal | None = question("Value of the whole for estate tax, in dollars.", "the value of {it}", "appraiser", form="money")
    included: Decimal | None = question("Percent of it included in the decedent's gross estate.", "the share of {it} in the gross estate", "executor", form="percent", absent="the whole is, or the share of the joint property")
    joint_property: str | None = question("The id of the joint property that it is.", "the joint property that {it} is", form="id", absent="it is not joint property")
    is_community: bool | None = question("It was community property of the spouses; its value here is that of both halves, and one half is in the gross estate.", "whether {it} was community property", "executor", absent="it is not marked as community property")
    annuity: str | None = question("The id of the annuity or account that it is.", "the annuity or account that {it} is", form="id", absent="it is none")
    passing: Passing | None = question("How it passed from the decedent to the spouse, where not as the assignment says.", "how {it} passed to the Spouse", "executor", absent="it passed as the assignment says")
    was_spouses: bool | None = question("The spouse owned what is assigned when the decedent died.", "whether the Spouse owned {it} when the Decedent died", "spouse")
    passed_to_spouse: bool | None = question("It passed from the decedent to the spouse.", "whether {it} passed from the Decedent to the Spouse", "executor")
    is_proceeds: bool = question("It came of the sale, exchange or conversion of property that passed.", "whether {it} came of the sale, exchange or conversion of property that passed", "spouse", default=False, because="property is assigned as it passed unless the contrary is stated")
