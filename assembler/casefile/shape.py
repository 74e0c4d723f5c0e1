"""The questions a case file answers, in the field's own words; an absent answer is None."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from assembler.casefile.choices import AssetKind as AssetKind
from assembler.casefile.choices import CharitableKind as CharitableKind
from assembler.casefile.choices import Manner as Manner
from assembler.casefile.choices import MaritalForm as MaritalForm
from assembler.casefile.choices import Mode as Mode
from assembler.casefile.choices import Operative as Operative
from assembler.casefile.choices import Principal as Principal
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
from assembler.casefile.shape_security import Bond, Letter, OldInstrument, Replacement
from assembler.casefile.shape_tax import AtSpouseDeath, Disqualification, Distribution, TaxableEstate
from assembler.casefile.shape_values import ResidenceSale, Valuation, YearEnd

FORMAT = 1
"""The version of the case file's form that this program reads."""

REQUIRED = ("format", "as_of")
"""The only questions a case file must answer before it is read at all."""


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
    has_administration: bool | None = field(default=None, metadata=question("The estate is or will be administered; no, where nothing passes through an executor's hands.", "executor"))
    administration_ends: date | None = field(default=None, metadata=question("Day the administration is or will be completed.", "executor"))
    treaty_country: str | None = field(default=None, metadata=question("ISO 3166 code of the estate tax treaty country in which a nonresident noncitizen resided.", form="country"))


@dataclass(frozen=True)
class Spouse:
    """The surviving spouse, or the spouse expected to survive."""

    name: str | None = field(default=None, metadata=question("Full name, as signed.", "client"))
    is_us_citizen: bool | None = field(default=None, metadata=question("A United States citizen at the decedent's death; when planning, today. Permanent residence is not citizenship.", "spouse"))
    became_citizen: date | None = field(default=None, metadata=question("Date of naturalization, if after the decedent's death.", "spouse"))
    is_resident: bool | None = field(default=None, metadata=question("The spouse is domiciled in the United States.", "spouse"))
    resident_throughout: bool | None = field(default=None, metadata=question("Domiciled in the United States at all times from the decedent's death to naturalization.", "spouse"))
    citizenships: tuple[str, ...] | None = field(default=None, metadata=question("ISO 3166 codes of each country of citizenship.", "spouse", form="country"))
    born: date | None = field(default=None, metadata=question("Date of birth.", "spouse"))
    died: date | None = field(default=None, metadata=question("Date of the spouse's death.", "family"))
    return_filed: date | None = field(default=None, metadata=question("Day the spouse's own estate tax return was filed.", "executor"))
    is_incompetent: bool | None = field(default=None, metadata=question("Legally incompetent, so that a representative acts; taken as no when left out."))
    representative: str | None = field(default=None, metadata=question("Who acts for a spouse who is incompetent or has died, by full name.", "family"))
    naturalized_at: str | None = field(default=None, metadata=question("The court or office that made the spouse a citizen.", "spouse"))
    representative_authority: str | None = field(default=None, metadata=question("What gives the representative authority, such as letters of a court, with their date.", "family", form="lines"))
    representative_title: str | None = field(default=None, metadata=question("The representative's office, such as conservator, guardian or executor.", "family"))
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
    estate_files_return: bool | None = field(default=None, metadata=question("The estate files a return; taken as filed when left out.", "executor"))
    paid: date | None = field(default=None, metadata=question("Day the estate tax was paid.", "executor"))
    value_determined: date | None = field(default=None, metadata=question("Day the proceeding ended that finally determined values other than those reported."))
    tax_determined: date | None = field(default=None, metadata=question("Day the decedent's estate tax was finally determined."))
    has_designated_filer: bool | None = field(default=None, metadata=question("Where there are several QDOTs, a Designated Filer is in office."))
    designated_filer_ended: date | None = field(default=None, metadata=question("Day the Designated Filer of several QDOTs ceased to act."))
    filer: Filer = field(default=Filer(), metadata=question("The Designated Filer of several QDOTs.", "executor"))
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
class Succession:
    """The appointment of a trustee in place of another."""

    former: str | None = field(default=None, metadata=question("Full name of the trustee who ceased to act.", "trustee"))
    vacancy: date | None = field(default=None, metadata=question("Day that trustee ceased to act.", "trustee"))
    cause: str | None = field(default=None, metadata=question("Why, such as resignation.", "trustee"))
    authority: str | None = field(default=None, metadata=question("What gives power to appoint, such as a section of the agreement."))
    appointed: tuple[Trustee, ...] | None = field(default=None, metadata=question("Those appointed.", "trustee"))


@dataclass(frozen=True)
class Security:
    """How the instrument secures the tax."""

    permitted: tuple[Mode, ...] | None = field(default=None, metadata=question("The security arrangements the U.S. Trustee may use."))
    by_reference: bool | None = field(default=None, metadata=question("The instrument refers to 20.2056A-2(d)(1)(i)(A), (B) or (C) and does not write the arrangements out."))
    operative: Operative | None = field(default=None, metadata=question("The arrangement in use from the start; leave out when planning."))
    amount_furnished: Decimal | None = field(default=None, metadata=question("Amount of the bond or letter of credit furnished, in dollars.", "trustee", form="money"))
    irs_address: str | None = field(default=None, metadata=question("Where the Internal Revenue Service receives the security papers: for papers from July 10, 2026, the Estate Tax Advisory Group's address in Publication 4235.", form="lines"))
    adjusted_from: date | None = field(default=None, metadata=question("Day an adjusted amount takes effect.", "trustee"))
    irs_district: str | None = field(default=None, metadata=question("For papers before July 10, 2026: the location of the District Office."))
    replacement: Replacement = field(default=Replacement(), metadata=question("What takes the place of the arrangement in use."))


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
    entity: str | None = field(default=None, metadata=question("The id of the entity in which it is an interest, where that may be looked through.", "accountant", form="id"))
    stake: Stake = field(default=Stake(), metadata=question("The interest that the trust has in that entity.", "accountant"))


@dataclass(frozen=True)
class ResidenceExclusion:
    """The election to leave a residence out, up to $600,000, for either of two tests."""

    threshold: bool | None = field(default=None, metadata=question("Elected for the $2,000,000 test."))
    security: bool | None = field(default=None, metadata=question("Elected for the amount of a bond or letter of credit."))
    sales: tuple[ResidenceSale, ...] | None = field(default=None, metadata=question("Sales of a residence for which it was claimed.", "trustee"))
    elected_later: date | None = field(default=None, metadata=question("Day of a statement with Form 706-QDT that elects it for a bond or letter of credit."))
    reallocated: date | None = field(default=None, metadata=question("Day the exclusion is allocated to another residence.", "trustee"))
    cancelled: date | None = field(default=None, metadata=question("Day of a statement with Form 706-QDT that cancels it for a bond or letter of credit."))


@dataclass(frozen=True)
class Taker:
    """A person or body who takes the remainder."""

    name: str | None = field(default=None, metadata=question("Full name.", "client"))
    share: str | None = field(default=None, metadata=question("Share, such as one-half.", "client"))


@dataclass(frozen=True)
class Remainder:
    """Where the property goes after the spouse."""

    to: RemainderTo | None = field(default=None, metadata=question("Who takes the remainder.", "client"))
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
    successors: tuple[Trustee, ...] | None = field(default=None, metadata=question("The successor U.S. Trustees, in order.", "client"))
    security: Security = field(default=Security(), metadata=question("How the tax is secured."))
    assets: tuple[Asset, ...] | None = field(default=None, metadata=question("The trust's assets.", "executor"))
    other_property: bool | None = field(default=None, metadata=question("The trust holds, held or will hold property that the spouse did not transfer to it."))
    wholly_marital: bool | None = field(default=None, metadata=question("The whole value of the trust qualifies for the marital deduction under section 2056."))
    residence_exclusion: ResidenceExclusion = field(default=ResidenceExclusion(), metadata=question("The residence exclusion."))
    principal: Principal | None = field(default=None, metadata=question("When principal may be paid to the spouse.", "client"))
    spouse_power: SpousePower | None = field(default=None, metadata=question("The spouse's power to appoint at death.", "client"))
    remainder: Remainder = field(default=Remainder(), metadata=question("Where the property goes after the spouse.", "client"))
    charitable: Charitable = field(default=Charitable(), metadata=question("The terms of a charitable remainder trust."))
    bond: Bond = field(default=Bond(), metadata=question("The bond that secures the tax."))
    letter: Letter = field(default=Letter(), metadata=question("The letter of credit that secures the tax."))
    ein: str | None = field(default=None, metadata=question("The trust's employer identification number, as 98-7654321; never a social security number.", "accountant", form="number"))
    has_ein: bool | None = field(default=None, metadata=question("A taxpayer identification number has been assigned to the trust.", "accountant"))
    old_instrument: OldInstrument = field(default=OldInstrument(), metadata=question("For an instrument executed on or before November 20, 1995."))
    reformation: Reformation = field(default=Reformation(), metadata=question("How far its reformation has come."))
    succession: Succession = field(default=Succession(), metadata=question("The appointment of a trustee in place of another.", "trustee"))
    hardship: Hardship = field(default=Hardship(), metadata=question("A request for principal on account of hardship.", "spouse"))
    elects_part: bool | None = field(default=None, metadata=question("The QDOT election is to reach only a part of this trust; each part of a trust actually severed is a trust of its own."))
    events: Events = field(default=Events(), metadata=question("What has happened to the trust."))
    valuation: Valuation = field(default=Valuation(), metadata=question("The assets' value for estate tax, as reported and as finally determined.", "executor"))
    year_ends: tuple[YearEnd, ...] | None = field(default=None, metadata=question("The assets at the end of each taxable year.", "trustee"))
    distributions: tuple[Distribution, ...] | None = field(default=None, metadata=question("What left the trust in the spouse's lifetime; an empty list when nothing did.", "trustee"))
    at_spouse_death: AtSpouseDeath = field(default=AtSpouseDeath(), metadata=question("The trust at the spouse's death.", "trustee"))
    disqualification: Disqualification = field(default=Disqualification(), metadata=question("The trust's ceasing to qualify in the spouse's lifetime.", "trustee"))


@dataclass(frozen=True)
class Assignment:
    """Property that passes to the spouse outright, and what the spouse does with it."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    trust: str | None = field(default=None, metadata=question("The id of the trust that takes.", form="trust"))
    description: str | None = field(default=None, metadata=question("The property.", "executor", form="lines"))
    value: Decimal | None = field(default=None, metadata=question("Value for estate tax, in dollars; by a formula, of all the property that it may reach.", "executor", form="money"))
    manner: Manner | None = field(default=None, metadata=question("How the spouse brings it to the trust, or that it is kept."))
    taxable_estate_before: Decimal | None = field(default=None, metadata=question("For a formula: the taxable estate without any deduction for this property.", "accountant", form="money"))
    conveyed_value: Decimal | None = field(default=None, metadata=question("Value of what was actually conveyed, on the day of conveyance.", "trustee", form="money"))
    available_then: Decimal | None = field(default=None, metadata=question("Where it may be satisfied with other property: value of all property available, on the valuation date.", "executor", form="money"))
    available_now: Decimal | None = field(default=None, metadata=question("The value of all that property on the day of conveyance.", "executor", form="money"))
    passing: Passing | None = field(default=None, metadata=question("How it passed from the decedent to the spouse.", "executor"))
    assets: tuple[AssignedAsset, ...] | None = field(default=None, metadata=question("Its assets, where it is not one thing of which nothing more is to be said.", "executor"))
    fraction: Decimal | None = field(default=None, metadata=question("Percent of each asset that goes to the trust; the whole when left out.", form="percent"))
    funding: tuple[Funding, ...] | None = field(default=None, metadata=question("For a sum, fixed or by formula: how the paper says it is satisfied, exactly one of the two."))
    protective: Protective = field(default=Protective(), metadata=question("The doubt on account of which it is only protective; leave out for any other."))
    signed: date | None = field(default=None, metadata=question("Day the assignment or transfer was or will be signed."))
    conveyed: date | None = field(default=None, metadata=question("Day all of it was actually conveyed to the trust.", "trustee"))
    gift_made: date | None = field(default=None, metadata=question("Day of a transfer in which the spouse keeps no power over the remainder, and so gives it away."))


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
    estate: TaxableEstate = field(default=TaxableEstate(), metadata=question("The decedent's estate, as its tax is computed.", "accountant"))
    spouse_estate: TaxableEstate = field(default=TaxableEstate(), metadata=question("The spouse's own estate, property of the trusts included, as its tax is computed.", "accountant"))
    entities: tuple[Entity, ...] | None = field(default=None, metadata=question("Companies, partnerships and the like in which a trust has an interest.", "accountant"))
    joint_property: tuple[JointProperty, ...] | None = field(default=None, metadata=question("Property that the spouses hold or held together.", "executor"))
    gifts: tuple[GiftToSpouse, ...] | None = field(default=None, metadata=question("Lifetime gifts to the spouse.", "client"))
    relief: Relief = field(default=Relief(), metadata=question("A request for more time."))
    gift_taxes: tuple[GiftTaxYear, ...] | None = field(default=None, metadata=question("Years in which the decedent, or the client, paid gift tax.", "accountant"))
