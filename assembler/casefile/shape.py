"""The questions a case file answers, in the field's own words; an absent answer is None."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

FORMAT = 1
"""The version of the case file's form that this program reads."""

REQUIRED = ("format", "as_of")
"""The only questions a case file must answer before it is read at all."""


def question(about: str, who: str = "attorney", form: str = "") -> Mapping[str, str]:
    """Describe one answer: what is asked, who can supply it, and the form its text takes.

    ``form`` is empty for plain text on one line, or ``lines`` (may run over several), ``number``
    (text, though it may look like a number), ``id``, ``trust`` (the id of a trust), ``country``,
    ``month-day``, ``money``, ``percent`` or ``format``.
    """
    return MappingProxyType({"about": about, "who": who, "form": form})


class Status(StrEnum):
    """The decedent's citizenship and domicile, as chapter 11 of the Code divides them."""

    CITIZEN_DOMICILED_US = "citizen-domiciled-us"
    CITIZEN_DOMICILED_ABROAD = "citizen-domiciled-abroad"
    RESIDENT_NONCITIZEN = "resident-noncitizen"
    NONRESIDENT_NONCITIZEN = "nonresident-noncitizen"


class Source(StrEnum):
    """How the trust comes into being."""

    LIFETIME_AGREEMENT = "lifetime-agreement"
    SPOUSE_CREATED = "spouse-created"
    EXECUTOR_CREATED = "executor-created"
    ARTICLE_IN_WILL = "article-in-will"
    ARTICLE_IN_REVOCABLE_TRUST = "article-in-revocable-trust"
    FOREIGN_WILL = "foreign-will"
    CONFORMED_BY_AMENDMENT = "conformed-by-amendment"
    JUDICIAL_REFORMATION = "judicial-reformation"


class MaritalForm(StrEnum):
    """The form in which property qualifies for the marital deduction."""

    POWER_OF_APPOINTMENT = "power-of-appointment"
    QTIP = "qtip"
    CHARITABLE_REMAINDER = "charitable-remainder"
    ESTATE_TRUST = "estate-trust"
    NONE_REQUIRED = "none-required"


class TrusteeKind(StrEnum):
    """What a trustee is, as 26 CFR 20.2056A-2(c) and (d)(1)(i)(A) divide them."""

    INDIVIDUAL = "individual"
    DOMESTIC_CORPORATION = "domestic-corporation"
    BANK = "bank"
    US_BRANCH = "us-branch-of-foreign-bank"
    FOREIGN_CORPORATION = "foreign-corporation"


class Mode(StrEnum):
    """An arrangement that secures the tax."""

    BANK_TRUSTEE = "bank-trustee"
    BOND = "bond"
    LETTER_OF_CREDIT = "letter-of-credit"


class Operative(StrEnum):
    """The arrangement in use now."""

    BANK_TRUSTEE = "bank-trustee"
    US_BRANCH_TRUSTEE = "us-branch-trustee"
    BOND = "bond"
    LETTER_OF_CREDIT = "letter-of-credit"
    FOREIGN_LIMIT = "foreign-real-property-limit"
    ALTERNATE_PLAN = "alternate-plan"


class AssetKind(StrEnum):
    """What an asset is, as far as a rule of the trust turns on it."""

    REAL_PROPERTY = "real-property"
    CASH = "cash"
    MARKETABLE = "marketable-securities"
    CLOSELY_HELD = "closely-held-corporation"
    PARTNERSHIP = "partnership"
    TRUST_OR_ESTATE = "trust-or-estate"
    RETIREMENT = "retirement-benefit"
    INSURANCE = "insurance"
    TANGIBLE = "tangible-property"
    OTHER = "other"


class Principal(StrEnum):
    """The measure by which principal may reach the spouse in life."""

    HARDSHIP = "hardship"
    SUPPORT = "support"
    DISCRETION = "discretion"
    NONE = "none"


class RemainderTo(StrEnum):
    """Who takes when the spouse has died and no power disposed of the property."""

    DESCENDANTS = "descendants"
    NAMED = "named-takers"
    SPOUSE_ESTATE = "spouse-estate"
    CHARITY = "charity"


class SpousePower(StrEnum):
    """The spouse's power to appoint at death, where the marital form leaves a choice."""

    GENERAL = "general"
    LIMITED = "limited"
    NONE = "none"


class CharitableKind(StrEnum):
    """The two charitable remainder trusts of section 664."""

    ANNUITY_TRUST = "annuity-trust"
    UNITRUST = "unitrust"


class Undertaking(StrEnum):
    """What the spouse undertakes for an annuity that cannot be assigned."""

    PAY = "pay"
    ROLL_OVER = "roll-over"


class ReturnForm(StrEnum):
    """The estate tax return."""

    F706 = "706"
    F706_NA = "706-NA"


@dataclass(frozen=True)
class Matter:
    """The firm's file."""

    number: str | None = field(default=None, metadata=question("The firm's number for the matter.", form="number"))
    firm: str | None = field(default=None, metadata=question("The firm's name, as it stands on its letterhead."))
    attorney: str | None = field(default=None, metadata=question("The attorney who answers for the drafts."))


@dataclass(frozen=True)
class Decedent:
    """The spouse who dies first: the decedent, or the living client of a plan."""

    name: str | None = field(default=None, metadata=question("Full name, as signed; never split or reordered.", "client"))
    died: date | None = field(default=None, metadata=question("Date of death; leave out when planning for a living client.", "family"))
    status: Status | None = field(default=None, metadata=question("Citizenship and domicile, in one of four classes."))
    domicile: str | None = field(default=None, metadata=question("State or country of domicile.", "family"))
    citizenships: tuple[str, ...] | None = field(default=None, metadata=question("ISO 3166 codes of each country of citizenship.", "family", form="country"))
    treaty_country: str | None = field(default=None, metadata=question("ISO 3166 code of the estate tax treaty country in which a nonresident noncitizen resided.", form="country"))


@dataclass(frozen=True)
class Spouse:
    """The surviving spouse, or the spouse expected to survive."""

    name: str | None = field(default=None, metadata=question("Full name, as signed.", "client"))
    is_us_citizen: bool | None = field(default=None, metadata=question("A United States citizen at the decedent's death; when planning, today. Permanent residence is not citizenship.", "spouse"))
    became_citizen: date | None = field(default=None, metadata=question("Date of naturalization, if after the decedent's death.", "spouse"))
    is_resident: bool | None = field(default=None, metadata=question("Domiciled in the United States.", "spouse"))
    resident_throughout: bool | None = field(default=None, metadata=question("Domiciled in the United States at all times from the decedent's death to naturalization.", "spouse"))
    citizenships: tuple[str, ...] | None = field(default=None, metadata=question("ISO 3166 codes of each country of citizenship.", "spouse", form="country"))
    born: date | None = field(default=None, metadata=question("Date of birth.", "spouse"))
    died: date | None = field(default=None, metadata=question("Date of the spouse's death.", "family"))
    address: str | None = field(default=None, metadata=question("Address for notices.", "spouse", form="lines"))


@dataclass(frozen=True)
class Executor:
    """A person who makes the estate tax return."""

    name: str | None = field(default=None, metadata=question("Full name, as signed.", "attorney"))
    title: str | None = field(default=None, metadata=question("Office held, such as executor or personal representative.", "attorney"))
    address: str | None = field(default=None, metadata=question("Address for notices.", "attorney", form="lines"))


@dataclass(frozen=True)
class Return:
    """The estate tax return on which the election is made."""

    form: ReturnForm | None = field(default=None, metadata=question("706, or 706-NA for a nonresident noncitizen."))
    extended_to: date | None = field(default=None, metadata=question("Last day of an extension actually granted."))
    filed: date | None = field(default=None, metadata=question("Day the return was or will be filed."))
    deduction_sought: bool | None = field(default=None, metadata=question("The estate seeks a marital deduction for this property; taken as sought when left out of no other answer."))
    treaty_benefit_claimed: bool | None = field(default=None, metadata=question("The marital deduction, exemption or credit of a treaty is claimed."))


@dataclass(frozen=True)
class Trustee:
    """A trustee, named to act first or as a successor."""

    name: str | None = field(default=None, metadata=question("Full name, as it signs.", "trustee"))
    kind: TrusteeKind | None = field(default=None, metadata=question("What the trustee is.", "trustee"))
    is_us_trustee: bool | None = field(default=None, metadata=question("Named to act as a U.S. Trustee."))
    is_us_citizen: bool | None = field(default=None, metadata=question("An individual who is a United States citizen.", "trustee"))
    tax_home: str | None = field(default=None, metadata=question("An individual's tax home under section 911(d)(3): city and State, or city and country.", "trustee"))
    tax_home_in_us: bool | None = field(default=None, metadata=question("That tax home is in the United States.", "trustee"))
    is_section_581_bank: bool | None = field(default=None, metadata=question("A bank as section 581 of the Code defines it.", "trustee"))
    organized_under: str | None = field(default=None, metadata=question("Law under which a corporation or bank is organized.", "trustee"))
    foreign_bank: str | None = field(default=None, metadata=question("The foreign bank of which the trustee is a branch.", "trustee"))
    address: str | None = field(default=None, metadata=question("Address for notices.", "trustee", form="lines"))
    is_thinly_capitalized_family_company: bool | None = field(default=None, metadata=question("A corporation of insubstantial capital set up by the spouse or the spouse's family.", "trustee"))


@dataclass(frozen=True)
class Security:
    """How the instrument secures the tax."""

    permitted: tuple[Mode, ...] | None = field(default=None, metadata=question("The arrangements the instrument lets the U.S. Trustee use."))
    by_reference: bool | None = field(default=None, metadata=question("The instrument refers to 20.2056A-2(d)(1)(i)(A), (B) or (C) and does not write the arrangements out."))
    operative: Operative | None = field(default=None, metadata=question("The arrangement in use from the start; leave out when planning."))


@dataclass(frozen=True)
class Asset:
    """One asset of the trust, valued at the date of death or the alternate date."""

    id: str | None = field(default=None, metadata=question("A short name for reference within the case.", form="id"))
    description: str | None = field(default=None, metadata=question("The asset, as a schedule describes it.", "executor", form="lines"))
    kind: AssetKind | None = field(default=None, metadata=question("What the asset is.", "executor"))
    country: str | None = field(default=None, metadata=question("ISO 3166 code of the country where it is.", "executor", form="country"))
    value: Decimal | None = field(default=None, metadata=question("Fair market value in dollars, before any debt.", "appraiser", form="money"))
    debt: Decimal | None = field(default=None, metadata=question("Debt against it, in dollars; never subtracted from the value.", "executor", form="money"))
    is_residence: bool | None = field(default=None, metadata=question("A residence the spouse may use at all times and does not let, or its related furnishings.", "spouse"))


@dataclass(frozen=True)
class ResidenceExclusion:
    """The election to leave a residence out, up to $600,000, for either of two tests."""

    threshold: bool | None = field(default=None, metadata=question("Elected for the $2,000,000 test."))
    security: bool | None = field(default=None, metadata=question("Elected for the amount of a bond or letter of credit."))


@dataclass(frozen=True)
class Taker:
    """A person or body who takes the remainder."""

    name: str | None = field(default=None, metadata=question("Full name.", "client"))
    share: str | None = field(default=None, metadata=question("Share, such as one-half.", "client"))


@dataclass(frozen=True)
class Remainder:
    """Where the property goes after the spouse."""

    to: RemainderTo | None = field(default=None, metadata=question("Who takes.", "client"))
    takers: tuple[Taker, ...] | None = field(default=None, metadata=question("The named takers, with their shares.", "client"))


@dataclass(frozen=True)
class Charitable:
    """The terms of a charitable remainder trust."""

    kind: CharitableKind | None = field(default=None, metadata=question("Annuity trust or unitrust."))
    percent: Decimal | None = field(default=None, metadata=question("Annual payout percentage, from 5 to 50.", form="percent"))
    charity: str | None = field(default=None, metadata=question("The charity that takes the remainder.", "client"))


@dataclass(frozen=True)
class Trust:
    """One trust that is or is to be a qualified domestic trust."""

    id: str | None = field(default=None, metadata=question("A short name; it begins the names of the trust's files.", form="id"))
    name: str | None = field(default=None, metadata=question("The trust's name."))
    source: Source | None = field(default=None, metadata=question("How the trust comes into being."))
    instrument_date: date | None = field(default=None, metadata=question("Date of the instrument; the agreement leaves a blank for it when absent."))
    is_foreign_instrument: bool | None = field(default=None, metadata=question("The instrument is executed under the law of a foreign country."))
    foreign_law: str | None = field(default=None, metadata=question("That country, when it is."))
    marital_form: MaritalForm | None = field(default=None, metadata=question("The form in which the property qualifies for the marital deduction."))
    governing_law: str | None = field(default=None, metadata=question("The State, or the District of Columbia, whose law governs administration."))
    records_kept_in: str | None = field(default=None, metadata=question("The State, or the District of Columbia, where the records or copies are kept."))
    records_keeper: str | None = field(default=None, metadata=question("Who keeps the records.", "trustee"))
    records_address: str | None = field(default=None, metadata=question("Where the records are kept.", "trustee", form="lines"))
    tax_year_end: str | None = field(default=None, metadata=question("Last day of the trust's taxable year, as 12-31.", "accountant", form="month-day"))
    is_ordinary_trust: bool | None = field(default=None, metadata=question("An ordinary trust under 26 CFR 301.7701-4(a)."))
    trustees: tuple[Trustee, ...] | None = field(default=None, metadata=question("Those who act first."))
    successors: tuple[Trustee, ...] | None = field(default=None, metadata=question("Those named to follow, in order."))
    security: Security = field(default=Security(), metadata=question("How the tax is secured."))
    assets: tuple[Asset, ...] | None = field(default=None, metadata=question("The trust's assets.", "executor"))
    other_property: bool | None = field(default=None, metadata=question("The trust holds, held or will hold property that the spouse did not transfer to it."))
    wholly_marital: bool | None = field(default=None, metadata=question("The whole value of the trust qualifies for the marital deduction under section 2056."))
    residence_exclusion: ResidenceExclusion = field(default=ResidenceExclusion(), metadata=question("The residence exclusion."))
    principal: Principal | None = field(default=None, metadata=question("When principal may be paid to the spouse.", "client"))
    spouse_power: SpousePower | None = field(default=None, metadata=question("The spouse's power to appoint at death.", "client"))
    remainder: Remainder = field(default=Remainder(), metadata=question("Where the property goes after the spouse.", "client"))
    charitable: Charitable = field(default=Charitable(), metadata=question("The terms of a charitable remainder trust."))


@dataclass(frozen=True)
class Assignment:
    """Property the spouse assigns to a trust."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    trust: str | None = field(default=None, metadata=question("The id of the trust that takes.", form="trust"))


@dataclass(frozen=True)
class Annuity:
    """An annuity or other arrangement that pays the spouse and cannot be assigned."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    plan: str | None = field(default=None, metadata=question("The plan or arrangement, by its name.", "plan"))
    undertaking: Undertaking | None = field(default=None, metadata=question("Pay the tax on each corpus portion, or roll it over to a trust."))
    trust: str | None = field(default=None, metadata=question("The id of the trust that takes what is rolled over.", form="trust"))


@dataclass(frozen=True)
class Case:
    """One family's answers."""

    format: int | None = field(default=None, metadata=question("The version of this file's form: 1.", form="format"))
    as_of: date | None = field(default=None, metadata=question("The day the papers are dated; nothing reads the clock."))
    matter: Matter = field(default=Matter(), metadata=question("The firm's file."))
    decedent: Decedent = field(default=Decedent(), metadata=question("The spouse who dies first."))
    spouse: Spouse = field(default=Spouse(), metadata=question("The other spouse."))
    executor: tuple[Executor, ...] | None = field(default=None, metadata=question("Those who make the return."))
    return_: Return = field(default=Return(), metadata=question("The estate tax return."))
    trusts: tuple[Trust, ...] = field(default=(), metadata=question("The trusts."))
    assignments: tuple[Assignment, ...] = field(default=(), metadata=question("Property the spouse assigns."))
    annuities: tuple[Annuity, ...] = field(default=(), metadata=question("Annuities that cannot be assigned."))
