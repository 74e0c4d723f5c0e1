"""The answers to choose from, where a question takes one of a list; countries are the longest."""

from enum import StrEnum


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


class Manner(StrEnum):
    """How the spouse brings property to a trust."""

    TRANSFERRED = "transferred"
    ASSIGNED = "assigned"
    ASSIGNED_PECUNIARY = "assigned-pecuniary"
    ASSIGNED_BY_FORMULA = "assigned-by-formula"
    KEPT = "kept"


class Community(StrEnum):
    """How much of what the spouses had was community property."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


class Provision(StrEnum):
    """A provision that an agreement may have and the law does not require."""

    UNITRUST_INCOME = "unitrust-income"
    FIVE_AND_FIVE = "five-and-five"
    LIFETIME_WITHDRAWAL = "lifetime-withdrawal"
    GST_DIVISION = "gst-division"
    DESCENDANTS_TRUSTS = "descendants-trusts"
    NO_CONTEST = "no-contest"
    VIRTUAL_REPRESENTATION = "virtual-representation"
    DIGITAL_ASSETS = "digital-assets"
    S_CORPORATION = "s-corporation-stock"


class Lacking(StrEnum):
    """What an instrument may lack of what a qualified domestic trust needs. 26 CFR 20.2056A-2."""

    US_TRUSTEE = "us-trustee"
    WITHHOLDING = "withholding"
    GOVERNING_LAW = "governing-law"
    ORDINARY_TRUST = "ordinary-trust"
    SECURITY = "security"
    NO_AMENDMENT = "no-amendment"


class ReturnForm(StrEnum):
    """The estate tax return."""

    F706 = "706"
    F706_NA = "706-NA"


_COUNTRIES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""

CODES = frozenset(_COUNTRIES.split())
"""The 249 codes of ISO 3166-1, and XK, which passports and banks use for Kosovo."""

SLIPS = {"UK": "GB", "EN": "GB", "EL": "GR", "USA": "US", "U.S.": "US", "U.S.A.": "US", "UAE": "AE"}
"""Codes that people write for a country, but that ISO 3166-1 does not give it."""
