"""Every difference there may be between a prescribed annuity form and ours: blanks, resolved brackets, one slip."""

from dataclasses import dataclass

ONE, TWO = ("1996",), ("2026",)
PAY, ROLL = ("agreement-to-pay",), ("agreement-to-roll-over",)
NAME, PLAN, QDOT = "⟨spouse_name⟩", "⟨annuity_plan⟩", "⟨annuity_qdot_name⟩"
HOME, FOREIGN, ABROAD = "", "foreign plan", "foreign plan, decedent abroad"
VARIANTS = (HOME, FOREIGN, ABROAD)
INSTRUCTION = (
    "[The following sentence is applicable only in cases where the plan or arrangement is established and "
    "administered by a person or an entity that is located outside of the United States.] "
)
INTERNATIONAL = (
    "or the Assistant Commissioner (International) in the case of a surviving spouse of a nonresident noncitizen "
    "decedent or a surviving spouse of a United States citizen who died domiciled outside the United States"
)
REQUEST = "I agree, at the request of"
UNDERTAKING = " to enter into a security agreement to secure my undertakings under this agreement."
SENTENCES = {
    ("agreement-to-pay", "1996"): f"{REQUEST} the District Director, [{INTERNATIONAL}]{UNDERTAKING}",
    ("agreement-to-roll-over", "1996"): f"{REQUEST} the District Director [{INTERNATIONAL}]{UNDERTAKING}",
    **{
        (form, "2026"): f"{REQUEST} the Chief Tax Compliance Officer, IRS (or their delegate or designee or as "
        f"otherwise provided in IRS publications, forms or instructions, or on https://www.irs.gov),{UNDERTAKING}"
        for form in (*PAY, *ROLL)
    },
}
"""The sentence for a plan established and administered abroad, as each form of each edition prints it."""


@dataclass(frozen=True)
class Change:
    """Words of the law, the words that stand for them in our form, and why; ``times`` is how often."""

    law: str
    ours: str
    why: str
    forms: tuple[str, ...] = (*PAY, *ROLL)
    editions: tuple[str, ...] = (*ONE, *TWO)
    variants: tuple[str, ...] = VARIANTS
    times: int = 1


PERMITTED = (
    Change("I [ name ] hereby", f"I {NAME} hereby", "blank", editions=ONE),
    Change("I [name] hereby", f"I {NAME} hereby", "blank", editions=TWO),
    Change("[name of plan or arrangement]", PLAN, "blank", PAY),
    Change("[name of plan or arrangement]", PLAN, "blank", ROLL, times=2),
    Change("[identify the QDOT ]", QDOT, "blank", ROLL, ONE),
    Change("[identify the QDOT]", QDOT, "blank", ROLL, ONE),
    Change("[identify the QDOT]", QDOT, "blank", ROLL, TWO, times=2),
    Change("equal to percent", "equal to ⟨annuity_corpus_percent⟩ percent", "a blank that the print lacks", ROLL),
    Change("20.2056A- 11", "20.2056A-11", "a line end of the Federal Register", PAY, TWO),
    Change("Regualations", "Regulations", "printing slip", PAY, ONE),
    *(
        Change(f" {INSTRUCTION}{sentence}", "", "no plan abroad", (form,), (edition,), (HOME,))
        for (form, edition), sentence in SENTENCES.items()
    ),
    Change(INSTRUCTION, "", "an instruction", variants=(FOREIGN, ABROAD)),
    Change(f" [{INTERNATIONAL}]", "", "the decedent was not abroad", editions=ONE, variants=(FOREIGN,)),
    Change(f"[{INTERNATIONAL}]", INTERNATIONAL, "the decedent was abroad", editions=ONE, variants=(ABROAD,)),
)
"""Nothing else may differ; all of it is needed somewhere."""
