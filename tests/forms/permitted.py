"""Every difference there may be between a prescribed form and ours: the blanks by name, and each resolved bracket."""

from collections.abc import Mapping
from dataclasses import dataclass

FORMS = ("bond", "letter-of-credit", "confirmation")
BANKS = FORMS[1:]
EDITIONS = ("1996", "2026")


@dataclass(frozen=True)
class Difference:
    """Words of the law, the words that stand for them in our form, and why; ``times`` is how often."""

    law: str
    ours: str
    why: str
    forms: tuple[str, ...] = FORMS
    editions: tuple[str, ...] = EDITIONS
    variants: tuple[str, ...] = ("", "abroad", "branch")
    times: int = 1

    def concerns(self, form: str, edition: str, variant: str) -> bool:
        """Tell whether the difference is one of a form, in an edition and a variant of it."""
        return form in self.forms and edition in self.editions and variant in self.variants


AMOUNT = "⟨security_amount⟩ (⟨security_amount_words⟩)"
TRUST = "⟨trust_name⟩, governed by ⟨governing_instrument⟩"
TRUSTEE = "⟨principal_name⟩, ⟨principal_address⟩"
ZONES = "[EDT, EST, CDT, CST, MDT, MST, PDT, PST]"
EXPIRY = "⟨letter_time_zone⟩ on ⟨letter_expiry_date⟩ at said office"
OFFICE = (
    "District Director, [specify location] District Office, Estate and Gift Tax Examination Group, "
    "Street Address, City, State, Zip Code. (In the case of nonresident noncitizen decedents and United States "
    "citizens who die domiciled outside the United States, all notices should be sent to "
)
ABROAD = (
    "Estate Tax Group, Assistant Commissioner (International), 950 L'Enfant Plaza, CP:IN:D:C:EX:HQ:1114, "
    "Washington, DC 20024"
)
HERE = (
    "To: Internal Revenue Service Attention: Estate Tax Advisory Group (or successor office as provided in IRS "
    "publications, forms or instructions, or on https://www.irs.gov). (See IRS Publication 4235, Collection Advisory "
    "Offices Contact Information, or as otherwise provided in IRS forms or instructions or on https://www.irs.gov, "
    "to determine the correct address to use when submitting the required documentation). "
)
INTERNATIONAL = (
    "To: Estate Tax Group, Assistant Commissioner (International) 950 L'Enfant Plaza CP:IN:D:C:EX:HQ:1114 "
    "Washington, DC 20024"
)
LEAD_IN = {
    "letter-of-credit": "[Or in the case of nonresident noncitizen decedents and United States citizens who die "
    "domiciled outside the United States, ",
    "confirmation": "[or in the case of nonresident noncitizens decedents and United States citizens who die "
    "domiciled outside the United States, ",
}
CLOSING_NOTE = (
    "[In the case of a letter of credit issued by a U.S. branch of a foreign bank the following language must be "
    "added]. "
)
CLOSING = (
    "It is a further condition of this Letter of Credit that if the U.S. branch of [name of foreign bank] is to be "
    "closed, that at least sixty days prior to closing, we mail to you and the U.S. Trustee notice by Registered Mail "
    "or Certified Mail, return receipt requested, or by courier to your and the U.S. Trustee's address indicated "
    "above, that this branch will be closing. This notice will specify the actual date of closing. Upon receipt of "
    "the notice, you may draw hereunder on or before the date of closure, by presentation of your draft and statement "
    "as stipulated above. "
)
ONE, TWO, AT_HOME = ("1996",), ("2026",), ("", "branch")
BOND, LETTER, CONFIRMATION = FORMS[:1], FORMS[1:2], FORMS[2:]

CORRECTIONS: Mapping[tuple[str, str], tuple[Difference, ...]] = {
    ("bond", "2026"): (
        Difference("as defined in section 2056A of", "as defined in section 2056A(a) of", "91 FR 46724, a."),
    ),
    ("letter-of-credit", "2026"): (
        Difference("Washington, DC 20224", "Washington, DC 20024", "91 FR 46724, b.i."),
        Difference("[Applicants should", "[Applicant should", "91 FR 46724, b.ii."),
    ),
    ("confirmation", "2026"): (
        Difference("from the expiration date hereof", "from the expiry date hereof", "91 FR 46724, c."),
    ),
}
"""The correcting amendments of July 24, 2026, to the forms as printed on July 10."""

PERMITTED = (
    # the bond
    Difference("undersigned, ___, the SURETY", "undersigned, ⟨surety_name⟩, the SURETY", "blank", BOND),
    Difference("and ___, the PRINCIPAL", "and ⟨principal_name⟩, the PRINCIPAL", "blank", BOND),
    Difference(
        "$[amount determined under paragraph (d)(1)(i)(B) of this section]", AMOUNT, "amount, in figures and words",
        BOND, ONE,
    ),
    Difference(
        "$ [amount determined under paragraph (d)(1)(i)(B) of this section]", AMOUNT, "amount, in figures and words",
        BOND, TWO,
    ),
    Difference(
        "[Identify trust and governing instrument, name and address of trustee]",
        f"{TRUST}, of which the trustee is {TRUSTEE}", "blank", BOND,
    ),
    Difference(
        f"{OFFICE}{ABROAD}).",
        "District Director, ⟨irs_district⟩ District Office, Estate and Gift Tax Examination Group, "
        "⟨irs_security_address⟩.",
        "alternative for a decedent domiciled here", BOND, ONE, AT_HOME,
    ),
    Difference(f"{OFFICE}{ABROAD}).", f"{ABROAD}.", "alternative for a decedent abroad", BOND, ONE, ("abroad",)),
    Difference("as of ___. Principal", "as of ⟨bond_effective⟩. Principal", "blank", BOND, ONE),
    Difference("as of ___ Principal", "as of ⟨bond_effective⟩ Principal", "blank", BOND, TWO),
    Difference(
        "Principal ___ Date ___ Surety ___ Date ___",
        "Principal: ⟨principal_name⟩ Date: Surety: ⟨surety_name⟩ Date:",
        "lines to sign, each ruled after a colon, with the name of who signs below", BOND,
    ),
    # the headings of 2026
    Difference("[Issue Date]", "⟨letter_dated⟩", "blank", BANKS, TWO),
    *(
        Difference(f"{HERE}{lead_in}{INTERNATIONAL}]", f"{HERE}⟨irs_security_address⟩",
                   "alternative for a decedent domiciled here; the address of Publication 4235, as the heading directs",
                   (form,), TWO, AT_HOME)
        for form, lead_in in LEAD_IN.items()
    ),
    *(
        Difference(f"{HERE}{lead_in}{INTERNATIONAL}]", INTERNATIONAL, "alternative for a decedent abroad",
                   (form,), TWO, ("abroad",))
        for form, lead_in in LEAD_IN.items()
    ),
    # the letter of credit
    Difference("No. ___ in your favor", "No. ⟨letter_number⟩ in your favor", "number", LETTER, ONE),
    Difference("No.--in your favor", "No. ⟨letter_number⟩ in your favor", "number", LETTER, TWO),
    Difference(
        "$[Applicant should provide bank with amount which Applicant determined under paragraph (d)(1)(i)(C)]", AMOUNT,
        "amount, in figures and words", LETTER, ONE,
    ),
    Difference(
        "$ [Applicant should provide bank with amount which Applicant determined under paragraph (d)(1)(i)(C)]", AMOUNT,
        "amount, in figures and words", LETTER, TWO,
    ),
    Difference("at our office at ___ and", "at our office at ⟨issuer_city_office⟩ and", "blank", LETTER, ONE),
    Difference("at our office at and", "at our office at ⟨issuer_city_office⟩ and", "blank", LETTER, TWO),
    Difference("expires at ___ 3:00 p.m.", "expires at 3:00 p.m.", "a blank that nothing can fill", LETTER, TWO),
    Difference(f"{ZONES} on ___ at said office", EXPIRY, "one time zone; blank", BANKS),
    Difference(
        "[Applicant should provide bank with the identity of qualified domestic trust and governing instrument]",
        TRUST, "blank", BANKS,
    ),
    Difference(
        "[Applicant should provide bank with the trustee name, address and the QDOT's TIN number, if any]",
        f"{TRUSTEE}; ⟨trust_tin⟩", "blank", BANKS,
    ),
    Difference("1. Your draft", "Your draft", "Word writes the number", LETTER),
    Difference("2. Your signed", "Your signed", "Word writes the number", LETTER),
    Difference("No. ___; and", "No. ⟨letter_number⟩; and", "number", LETTER),
    Difference("[identify bank]", "⟨issuer_name⟩", "blank", LETTER),
    Difference("No. ___ pursuant", "No. ⟨letter_number⟩ pursuant", "number", LETTER),
    Difference("[Name of Issuing Bank]", "⟨issuer_name⟩", "blank", LETTER, times=2),
    Difference(f"{CLOSING_NOTE}{CLOSING}", "", "no branch issues it", LETTER, variants=("", "abroad")),
    Difference(CLOSING_NOTE, "", "an instruction", LETTER, variants=("branch",)),
    Difference("[name of foreign bank]", "⟨issuer_foreign_bank⟩", "blank", LETTER, variants=("branch",)),
    *(
        Difference("Authorized Signature ___ Date ___", f"Authorized Signature: {bank} Date:",
                   "lines to sign, each ruled after a colon, with the name of the bank below", form)
        for form, bank in ((LETTER, "⟨issuer_name⟩"), (CONFIRMATION, "⟨confirmer_name⟩"))
    ),
    # the confirmation
    Difference("No. ___, and amendments", "No. ⟨letter_number⟩, and amendments", "number", CONFIRMATION),
    Difference("by ___ [Issuing Bank]", "by ⟨issuer_name⟩", "blank", CONFIRMATION),
    Difference("___ [same amount as in initial Letter of Credit]", AMOUNT, "amount, in figures and words",
               CONFIRMATION, ONE),
    Difference("$ [same amount as in initial Letter of Credit]", AMOUNT, "amount, in figures and words",
               CONFIRMATION, TWO),
    Difference("at our office at ___ and", "at our office at ⟨confirmer_office⟩ and", "blank", CONFIRMATION),
    Difference("[Name of Confirming Bank]", "⟨confirmer_name⟩", "blank", CONFIRMATION, times=2),
)  # fmt: skip
"""Nothing else may differ. In a variant only the words of that variant do."""
