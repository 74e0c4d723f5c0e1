"""The questions a case file answers, in the field's own words; an absent answer is None."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.casefile.choices import AssetKind as AssetKind
from assembler.casefile.choices import CharitableKind as CharitableKind
from assembler.casefile.choices import Community as Community
from assembler.casefile.choices import Lacking as Lacking
from assembler.casefile.choices import Manner as Manner
from assembler.casefile.choices import MaritalForm as MaritalForm
from assembler.casefile.choices import Mode as Mode
from assembler.casefile.choices import Operative as Operative
from assembler.casefile.choices import Principal as Principal
from assembler.casefile.choices import Provision as Provision
from assembler.casefile.choices import RemainderTo as RemainderTo
from assembler.casefile.choices import ReturnForm as ReturnForm
from assembler.casefile.choices import Source as Source
from assembler.casefile.choices import SpousePower as SpousePower
from assembler.casefile.choices import Status as Status
from assembler.casefile.choices import TrusteeKind as TrusteeKind
from assembler.casefile.choices import Undertaking as Undertaking
from assembler.casefile.question import question as question
from assembler.casefile.shape_annuities import Annuity as Annuity
from assembler.casefile.shape_assignments import AssignedAsset as AssignedAsset
from assembler.casefile.shape_assignments import Funding as Funding
from assembler.casefile.shape_assignments import Issue as Issue
from assembler.casefile.shape_assignments import Passing as Passing
from assembler.casefile.shape_assignments import Protective as Protective
from assembler.casefile.shape_events import Events as Events
from assembler.casefile.shape_events import Reformation as Reformation
from assembler.casefile.shape_gifts import GiftTaxYear, GiftToSpouse, JointProperty
from assembler.casefile.shape_holdings import Entity, Stake
from assembler.casefile.shape_proceedings import Filer, Hardship, Relief
from assembler.casefile.shape_security import AlternatePlan, Bond, Letter, OldInstrument, Replacement
from assembler.casefile.shape_tax import AtSpouseDeath, Disqualification, Distribution, TaxableEstate
from assembler.casefile.shape_values import ResidenceSale, Valuation, YearEnd

FORMAT = 1
"""The version of the case file's form that this program reads."""

REQUIRED = ("format", "as_of")
"""The only questions a case file must answer before it is read at all."""


@dataclass(frozen=True)
class Matter:
    """The firm's file."""

    number: str | None = question("The firm's number for the matter.", "the number of the matter", form="number")
    firm: str | None = question("The firm's name, as it stands on its letterhead.", "the name of the firm")
    address: str | None = question("The firm's address, to which its letters are answered.", "the address of the firm", form="lines", absent="letters give no return address")
    attorney: str | None = question("The attorney who answers for the drafts.", "the attorney's name")
    prepared_by: str | None = question("Who prepared the drafts, such as an associate or a paralegal.", "who prepared the drafts", absent="the memorandum leaves the place of the name open")


@dataclass(frozen=True)
class Decedent:
    """The spouse who dies first: the decedent, or the living client of a plan."""

    name: str | None = question("Full name, as signed; never split or reordered.", "the full name of {role}", "client")
    died: date | None = question("Date of death.", "the date of the Decedent's death", "family", absent="the client is living, and this is a plan")
    status: Status | None = question("Citizenship and domicile, in one of four classes.", "the citizenship and domicile of {role}")
    domicile: str | None = question("State or country of domicile.", "the domicile of {role}", "family", form="place")
    citizenships: tuple[str, ...] | None = question("ISO 3166 codes of each country of citizenship.", "the citizenships of {role}", "family", form="country")
    has_administration: bool | None = question("The estate is or will be administered; no, where nothing passes through an executor's hands.", "whether the estate is or will be administered", "executor")
    administration_ends: date | None = question("Day the administration is or will be completed.", "the end of the administration", "executor")
    treaty_country: str | None = question("ISO 3166 code of the estate tax treaty country in which a nonresident noncitizen resided.", "the treaty country", form="country")


@dataclass(frozen=True)
class Spouse:
    """The surviving spouse, or the spouse expected to survive."""

    name: str | None = question("Full name, as signed.", "the full name of the Spouse", "client")
    is_us_citizen: bool | None = question("A United States citizen at the decedent's death; when planning, today. Permanent residence is not citizenship.", "whether the Spouse is a United States citizen", "spouse")
    became_citizen: date | None = question("Date of naturalization, if after the decedent's death.", "the day the Spouse became a citizen", "spouse", absent="the spouse has not become a citizen since")
    is_resident: bool | None = question("The spouse is domiciled in the United States.", "whether the spouse is domiciled in the United States", "spouse")
    resident_throughout: bool | None = question("Domiciled in the United States at all times from the decedent's death to naturalization.", "whether the Spouse was domiciled in the United States at all times from the Decedent's death to naturalization", "spouse")
    citizenships: tuple[str, ...] | None = question("ISO 3166 codes of each country of citizenship.", "the citizenship of the Spouse", "spouse", form="country")
    born: date | None = question("Date of birth.", "the Spouse's date of birth", "spouse")
    died: date | None = question("Date of the spouse's death.", "the date of the Spouse's death", "family", absent="the spouse is living")
    return_filed: date | None = question("Day the spouse's own estate tax return was filed.", "the day the Spouse's own estate tax return was filed", "executor")
    is_incompetent: bool = question("Legally incompetent, so that a representative acts.", "whether the Spouse is legally incompetent", default=False, because="an adult is presumed able to act")
    representative: str | None = question("Who acts for a spouse who is incompetent or has died, by full name.", "who acts for the Spouse", "family")
    naturalized_at: str | None = question("The court or office that made the spouse a citizen.", "where the spouse became a citizen", "spouse")
    representative_authority: str | None = question("What gives the representative authority, such as letters of a court, with their date.", "what gives the representative authority", "family", form="lines")
    representative_title: str | None = question("The representative's office, such as conservator, guardian or executor.", "the representative's office", "family", absent="the papers say representative")
    address: str | None = question("Address for notices.", "the address of the Spouse", "spouse", form="lines")


@dataclass(frozen=True)
class Executor:
    """A person who makes the estate tax return."""

    name: str | None = question("Full name, as signed.", "the full name of each Executor")
    title: str | None = question("Office held, such as executor or personal representative.", "the office of {it}", absent="the papers say Executor")
    address: str | None = question("Address for notices.", "the address of {it}", form="lines")


@dataclass(frozen=True)
class Return:
    """The estate tax return on which the election is made."""

    form: ReturnForm | None = question("706, or 706-NA for a nonresident noncitizen.", "the form of the estate tax return")
    extended_to: date | None = question("Last day of an extension actually granted.", "the day to which the time to file the return is extended", absent="no extension was granted")
    filed: date | None = question("Day the return was or will be filed.", "the day the return is filed", "executor", absent="it is not filed yet")
    election_made: bool = question("The return that is filed carries the QDOT election.", "whether the return that is filed carries the QDOT election", "executor", default=True, because="the return is filed for the sake of the deduction")
    estate_files_return: bool = question("The estate files a return.", "whether the estate files a return", "executor", default=True, because="a QDOT election is made on a return")
    alternate_valuation: bool = question("The executor elects the alternate valuation date of section 2032; the assets' values are then those of that date.", "whether the alternate valuation date is elected", "executor", default=False, because="property is valued on the date of death unless the executor elects otherwise")
    paid: date | None = question("Day the estate tax was paid.", "the day the estate tax was paid", "executor")
    value_determined: date | None = question("Day the proceeding ended that finally determined values other than those reported.", "the day of the final determination", "executor", absent="no values other than those reported were determined")
    tax_determined: date | None = question("Day the decedent's estate tax was finally determined.", "the day the estate tax was finally determined", absent="it has not been finally determined")
    has_designated_filer: bool | None = question("Where there are several QDOTs, a Designated Filer is in office.", "whether a Designated Filer is in office")
    designated_filer_ended: date | None = question("Day the Designated Filer of several QDOTs ceased to act.", "the day the Designated Filer ceased to act", absent="no Designated Filer has ceased to act")
    filer: Filer = question("The Designated Filer of several QDOTs.", "the Designated Filer", "executor", default=Filer())
    deduction_sought: bool = question("The estate seeks a marital deduction for this property.", "whether a marital deduction is sought for the property", default=True, because="a QDOT is drafted for the sake of the deduction")
    treaty_benefit_claimed: bool = question("The marital deduction, exemption or credit of a treaty is claimed.", "whether a benefit of a treaty is claimed", default=False, because="a treaty's benefit is had only by claiming it")


@dataclass(frozen=True)
class Trustee:
    """A trustee, named to act first or as a successor."""

    name: str | None = question("Full name, as it signs.", "the name of {it}")
    kind: TrusteeKind | None = question("What the trustee is.", "what {it} is: an individual, a corporation or a bank")
    is_us_trustee: bool | None = question("Named to act as a U.S. Trustee.", "whether {it} is to act as a U.S. Trustee")
    is_us_citizen: bool | None = question("An individual who is a United States citizen.", "whether {it} is a United States citizen", "trustee")
    tax_home: str | None = question("An individual's tax home under section 911(d)(3): city and State, or city and country.", "the tax home of {it}", "trustee", form="place")
    tax_home_in_us: bool | None = question("That tax home is in the United States.", "whether the tax home of {it} is in the United States", "trustee")
    is_section_581_bank: bool | None = question("A bank as section 581 of the Code defines it.", "whether {it} is a bank as section 581 of the Code defines it", "trustee")
    organized_under: str | None = question("Law under which a corporation or bank is organized.", "the law under which {it} is organized", "trustee", form="place")
    foreign_bank: str | None = question("The foreign bank of which the trustee is a branch.", "the foreign bank of {it}", "trustee")
    address: str | None = question("Address for notices.", "the address of {it}", "trustee", form="lines")
    is_thinly_capitalized_family_company: bool | None = question("A corporation of insubstantial capital set up by the spouse or the spouse's family.", "whether {it} is a company of insubstantial capital set up by the Spouse or the Spouse's family", "trustee")


@dataclass(frozen=True)
class Succession:
    """The appointment of a trustee in place of another."""

    former: str | None = question("Full name of the trustee who ceased to act.", "the former Trustee", "trustee")
    vacancy: date | None = question("Day that trustee ceased to act.", "the day the former Trustee ceased to act", "trustee")
    cause: str | None = question("Why, such as resignation.", "why the former Trustee ceased to act", "trustee")
    authority: str | None = question("What gives power to appoint, such as a section of the agreement.", "the power to appoint")
    appointed_by: str | None = question("Who appoints, by name and capacity.", "who appoints the successor", "trustee", form="lines")
    appointed: tuple[Trustee, ...] | None = question("Those appointed.", "{name or the Trustee appointed}", "trustee")


@dataclass(frozen=True)
class Security:
    """How the instrument secures the tax."""

    permitted: tuple[Mode, ...] | None = question("The security arrangements the U.S. Trustee may use.", "the security arrangements the U.S. Trustee may use")
    by_reference: bool | None = question("Yes for the concise form: the instrument refers to 20.2056A-2(d)(1)(i)(A), (B) or (C) and does not write the arrangements out, which saves up to four pages.", "whether the instrument refers to 20.2056A-2(d)(1)(i)(A), (B) or (C) and does not write the arrangements out")
    operative: Operative | None = question("The arrangement in use from the start; leave out when planning.", "the security arrangement first in use")
    amount_furnished: Decimal | None = question("Amount of the bond or letter of credit as first furnished, in dollars.", "the amount furnished", "trustee", form="money")
    amount_changed_to: Decimal | None = question("Amount in force after a rider or amendment, in dollars.", "the amount after the change", "trustee", form="money", absent="the amount furnished was not changed")
    irs_address: str | None = question("Where the Internal Revenue Service receives the security papers: for papers from July 10, 2026, the Estate Tax Advisory Group's address in Publication 4235.", "the address in Publication 4235 to which security papers go", form="lines")
    filed: date | None = question("Day the bond or letter of credit was or will be sent to the Internal Revenue Service, which is the day of the transmittal.", "the day the bond or letter of credit is sent to the Internal Revenue Service", "trustee", absent="it is the day the papers are dated, if it can have been sent in time that day")
    adjusted_from: date | None = question("Day an adjusted amount takes effect.", "the day the adjusted amount takes effect", "trustee")
    irs_district: str | None = question("For papers before July 10, 2026: the location of the District Office.", "the location of the District Office")
    replacement: Replacement = question("What takes the place of the arrangement in use.", "the new arrangement", default=Replacement(), absent="the arrangement in use stays")
    plan: AlternatePlan = question("An alternate plan that the Internal Revenue Service is asked to approve.", "the alternate plan", default=AlternatePlan(), absent="no alternate plan is asked for")


@dataclass(frozen=True)
class Asset:
    """One asset of the trust, valued at the date of death or the alternate date."""

    id: str | None = question("A short name for reference within the case.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    description: str | None = question("The asset, as a schedule describes it.", "the description of {it}", "executor", form="lines")
    kind: AssetKind | None = question("What the asset is.", "the kind of {it}", "executor")
    country: str | None = question("ISO 3166 code of the country where it is.", "the country of {it}", "executor", form="country")
    value: Decimal | None = question("Fair market value in dollars, before any debt.", "the value of {it}", "appraiser", form="money")
    debt: Decimal | None = question("Debt against it, in dollars; never subtracted from the value.", "the debt against {it}", "executor", form="money")
    is_residence: bool | None = question("A residence the spouse may use at all times and does not let, or its related furnishings.", "whether {it} is a residence of the Spouse or its furnishings", "spouse")
    state: str | None = question("The State, or the District of Columbia, in which real property in the United States lies.", "the State in which {it} lies", "executor", form="state", absent="the State is looked up for the memo's sake")
    is_community: bool | None = question("It was community property of the spouses; what the trust holds of it after the death, and its value, are then the decedent's half.", "whether {it} was community property", "executor", absent="it is not marked as community property")
    entity: str | None = question("The id of the entity in which it is an interest, where that may be looked through.", "the entity in which {it} is an interest", "accountant", form="id", absent="it is not looked through")
    stake: Stake = question("The interest that the trust has in that entity.", "{it}", "accountant", default=Stake())


@dataclass(frozen=True)
class ResidenceExclusion:
    """The election to leave a residence out, up to $600,000, for either of two tests."""

    threshold: bool | None = question("Elected for the $2,000,000 test.", "whether the residence exclusion is elected for the $2,000,000 test")
    security: bool | None = question("Elected for the amount of a bond or letter of credit.", "whether the residence exclusion is elected for the amount of a bond or letter of credit")
    sales: tuple[ResidenceSale, ...] | None = question("Sales of a residence for which it was claimed.", "sale {n}", "trustee", absent="none was sold")
    elected_later: date | None = question("Day of a statement with Form 706-QDT that elects it for a bond or letter of credit.", "the day of the later election", "trustee", absent="it was not elected later")
    reallocated: date | None = question("Day the exclusion is allocated to another residence.", "the day of the new allocation", "trustee", absent="it was not allocated anew")
    cancelled: date | None = question("Day of a statement with Form 706-QDT that cancels it for a bond or letter of credit.", "the day of the cancellation", "trustee", absent="it was not cancelled")


@dataclass(frozen=True)
class Taker:
    """A person or body who takes the remainder."""

    name: str | None = question("Full name.", "the name of each taker of the remainder", "client")
    share: str | None = question("Share, such as one-half.", "the share of each taker of the remainder", "client")


@dataclass(frozen=True)
class Remainder:
    """Where the property goes after the spouse."""

    to: RemainderTo | None = question("Who takes the remainder.", "who takes the remainder", "client")
    takers: tuple[Taker, ...] | None = question("The named takers, with their shares.", "{name or a taker of the remainder}", "client")


@dataclass(frozen=True)
class Charitable:
    """The terms of a charitable remainder trust."""

    kind: CharitableKind | None = question("Annuity trust or unitrust.", "whether the charitable remainder trust is an annuity trust or a unitrust")
    percent: Decimal | None = question("Annual payout percentage, from 5 to 50.", "the annual payout percentage", "client", form="percent")
    charity: str | None = question("The charity that takes the remainder.", "the charity that takes the remainder", "client")


@dataclass(frozen=True)
class Trust:
    """One trust that is or is to be a qualified domestic trust."""

    id: str | None = question("A short name; it begins the names of the trust's files.", "a short name for the trust", form="id")
    name: str | None = question("The trust's name.", "the name of the trust", "client")
    source: Source | None = question("How the trust comes into being.", "how the trust comes into being")
    instrument_date: date | None = question("Date of the instrument; the agreement leaves a blank for it when absent.", "the date of the governing instrument")
    is_foreign_instrument: bool | None = question("The instrument is executed under the law of a foreign country.", "whether the instrument is executed under the law of a foreign country")
    foreign_law: str | None = question("That country, when it is.", "the foreign law under which the instrument is executed", form="place")
    marital_form: MaritalForm | None = question("The form in which the property qualifies for the marital deduction.", "the form in which the property qualifies for the marital deduction")
    governing_law: str | None = question("The State, or the District of Columbia, whose law governs administration.", "the State or District of Columbia whose law governs administration", form="place")
    records_kept_in: str | None = question("The State, or the District of Columbia, where the records or copies are kept.", "the State or District of Columbia where records are kept", form="place")
    records_keeper: str | None = question("Who keeps the records.", "the person who keeps the records", "trustee")
    records_address: str | None = question("Where the records are kept.", "the address at which records are kept", "trustee", form="lines")
    tax_year_end: str | None = question("Last day of the trust's taxable year, as 12-31.", "the last day of the Taxable Year", "accountant", form="month-day")
    is_ordinary_trust: bool | None = question("An ordinary trust under 26 CFR 301.7701-4(a).", "whether the trust is an ordinary trust under 26 CFR 301.7701-4(a)")
    trustees: tuple[Trustee, ...] | None = question("Those who act first.", "{name or a Trustee}")
    successors: tuple[Trustee, ...] | None = question("The successor U.S. Trustees, in order.", "{name or a successor Trustee}", "client")
    security: Security = question("How the tax is secured.", "the security", default=Security())
    assets: tuple[Asset, ...] | None = question("The trust's assets.", "asset {n}", "executor")
    other_property: bool | None = question("The trust holds, held or will hold property that the spouse did not transfer to it.", "whether the trust holds, held or will hold property that the spouse did not transfer to it")
    wholly_marital: bool | None = question("The whole value of the trust qualifies for the marital deduction under section 2056.", "whether the whole value of the trust qualifies for the marital deduction")
    residence_exclusion: ResidenceExclusion = question("The residence exclusion.", "the residence exclusion", default=ResidenceExclusion())
    principal: Principal | None = question("When principal may be paid to the spouse.", "when principal may be paid to the spouse", "client")
    spouse_power: SpousePower | None = question("The spouse's power to appoint at death.", "the spouse's power to appoint at death", "client")
    remainder: Remainder = question("Where the property goes after the spouse.", "the remainder", "client", default=Remainder())
    provisions: tuple[Provision, ...] = question("Provisions to include that the law does not require.", "the optional provisions", default=(), absent="none of them is drafted")
    charitable: Charitable = question("The terms of a charitable remainder trust.", "the charitable remainder trust", default=Charitable())
    bond: Bond = question("The bond that secures the tax.", "the bond", default=Bond())
    letter: Letter = question("The letter of credit that secures the tax.", "the letter of credit", default=Letter())
    ein: str | None = question("The trust's employer identification number, as 98-7654321; never a social security number.", "the trust's taxpayer identification number, if any", "trustee", form="number")
    has_ein: bool | None = question("A taxpayer identification number has been assigned to the trust.", "whether a taxpayer identification number has been assigned to the trust", "trustee")
    old_instrument: OldInstrument = question("For an instrument executed on or before November 20, 1995.", "the instrument", default=OldInstrument())
    reformation: Reformation = question("How far its reformation has come.", "the reformation", default=Reformation())
    succession: Succession = question("The appointment of a trustee in place of another.", "the succession", "trustee", default=Succession(), absent="no trustee takes another's place")
    hardship: Hardship = question("A request for principal on account of hardship.", "the request", "spouse", default=Hardship(), absent="nothing is asked for")
    elects_part: bool = question("The QDOT election is to reach only a part of this trust; each part of a trust actually severed is a trust of its own.", "whether the QDOT election is to reach only a part of the trust", default=False, because="an election reaches the whole of a trust")
    events: Events = question("What has happened to the trust.", "the events", default=Events())
    valuation: Valuation = question("The assets' value for estate tax, as reported and as finally determined.", "the valuation", "executor", default=Valuation())
    year_ends: tuple[YearEnd, ...] | None = question("The assets at the end of each taxable year.", "year {n}", "trustee")
    distributions: tuple[Distribution, ...] | None = question("What left the trust in the spouse's lifetime; an empty list when nothing did.", "distribution {n}", "trustee")
    at_spouse_death: AtSpouseDeath = question("The trust at the spouse's death.", "the trust", "trustee", default=AtSpouseDeath())
    disqualification: Disqualification = question("The trust's ceasing to qualify in the spouse's lifetime.", "the disqualification", "trustee", default=Disqualification(), absent="the trust has not ceased to qualify")


@dataclass(frozen=True)
class Assignment:
    """Property that passes to the spouse outright, and what the spouse does with it."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    trust: str | None = question("The id of the trust that takes.", "the trust that takes what is assigned", form="trust")
    description: str | None = question("The property.", "the property assigned", "executor", form="lines", absent="its assets say what it is")
    value: Decimal | None = question("Value for estate tax, in dollars; by a formula, of all the property that it may reach.", "the value of what is assigned", "executor", form="money")
    manner: Manner | None = question("How the spouse brings it to the trust, or that it is kept.", "how the Spouse brings the property to the trust")
    taxable_estate_before: Decimal | None = question("For a formula: the taxable estate without any deduction for this property.", "the taxable estate without any deduction for this property", "accountant", form="money")
    conveyed_value: Decimal | None = question("Value of what was actually conveyed, on the day of conveyance.", "the value of what was conveyed, on the day of conveyance", "trustee", form="money")
    available_then: Decimal | None = question("Where it may be satisfied with other property: value of all property available, on the valuation date.", "the value of all property available, on the valuation date", "executor", form="money")
    available_now: Decimal | None = question("The value of all that property on the day of conveyance.", "the value of all property available, on the day of conveyance", "executor", form="money")
    passing: Passing | None = question("How it passed from the decedent to the spouse.", "how the property passed to the Spouse", "executor")
    assets: tuple[AssignedAsset, ...] | None = question("Its assets, where it is more than one thing or more is to be said of it.", "asset {n} of the assignment", "executor", absent="it is one thing, as described")
    fraction: Decimal = question("Percent of each asset that goes to the trust.", "the percentage of each asset that goes to the trust", form="percent", default=Decimal(100), because="the whole of an asset goes unless a part is stated")
    funding: tuple[Funding, ...] | None = question("For a sum, fixed or by formula: how the paper says it is satisfied, exactly one of the two.", "how the paper says that the sum is satisfied")
    protective: Protective = question("The doubt on account of which it is only protective.", "the doubt", default=Protective(), absent="it is not protective")
    signed: date | None = question("Day the assignment or transfer was or will be signed.", "the date of the assignment")
    conveyed: date | None = question("Day all of it was actually conveyed to the trust.", "the day all of it was conveyed to the trust", "trustee")
    gift_made: date | None = question("Day of a transfer in which the spouse keeps no power over the remainder, and so gives it away.", "the day of the gift of the remainder", absent="nothing is given away")
    section_7520_rate: Decimal | None = question("The section 7520 rate, in percent, in place of the table's for the month of that gift.", "the section 7520 rate for the month of the gift", form="percent", absent="the table's rate is used")


@dataclass(frozen=True)
class Case:
    """One family's answers."""

    format: int | None = question("The version of this file's form: 1.", "the version of the file's form", form="format")
    as_of: date | None = question("The day the papers are dated; nothing reads the clock.", "the date of the papers")
    matter: Matter = question("The firm's file.", "the matter", default=Matter())
    decedent: Decedent = question("The spouse who dies first.", "{role}", default=Decedent())
    spouse: Spouse = question("The other spouse.", "the Spouse", default=Spouse())
    executor: tuple[Executor, ...] | None = question("Those who make the return.", "{name or the Executor}")
    return_: Return = question("The estate tax return.", "the estate tax return", default=Return())
    trusts: tuple[Trust, ...] = question("The trusts.", "{name or a trust}", default=(), absent="there is no trust")
    assignments: tuple[Assignment, ...] = question("Property the spouse assigns.", "assignment {n}", default=(), absent="nothing is assigned")
    annuities: tuple[Annuity, ...] = question("Annuities that cannot be assigned.", "annuity {n}", default=(), absent="there is none")
    estate: TaxableEstate = question("The decedent's estate, as its tax is computed.", "{role}", "accountant", default=TaxableEstate())
    spouse_estate: TaxableEstate = question("The spouse's own estate, property of the trusts included, as its tax is computed.", "the Spouse", "accountant", default=TaxableEstate())
    entities: tuple[Entity, ...] | None = question("Companies, partnerships and the like in which a trust has an interest.", "{name or an entity}", "accountant", absent="there is none")
    community_property: Community | None = question("How much of the spouses' property is or was community property, under the law of a State or of a foreign country and after any agreement that changed it: none, some or all.", "how much of the spouses' property was community property", "executor")
    joint_property: tuple[JointProperty, ...] | None = question("Property that the spouses hold or held together.", "joint property {n}", "executor", absent="there is none")
    gifts: tuple[GiftToSpouse, ...] | None = question("Lifetime gifts to the spouse.", "gift {n} to the Spouse", "client", absent="there was none")
    relief: Relief = question("A request for more time.", "the request", default=Relief(), absent="no more time is asked")
    gift_taxes: tuple[GiftTaxYear, ...] | None = question("Years in which the decedent, or the client, paid gift tax.", "{year or a year of gift tax}", "accountant", absent="none was paid")
