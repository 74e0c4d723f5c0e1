"""The section 2056A estate tax at the spouse's death, and the credit for it in the spouse's own estate."""

from findings.taxed_trust import AT_DEATH, FINAL, WITH_FILER, paid, trust
from findings.written_case import HEAD, figured, steps, value, values


def test_the_death_waits_for_the_value_of_each_trust() -> None:
    head = HEAD + "decedent: {died: 2020-02-01}\nspouse: {died: 2025-01-01}\n"

    assert any("trusts[b].at_spouse_death" in note for note in figured("trusts: [{id: b}]\n", head).notes)


def test_at_the_death_the_trusts_are_taxed_together_and_share_the_tax() -> None:
    case = WITH_FILER + "trusts:\n"
    parts = [
        trust(id_=id_, more=f", at_spouse_death: {{value: {value}}}") for id_, value in (("a", 3000000), ("b", 1000000))
    ]
    found = figured(case + "".join(parts), AT_DEATH)

    assert value(found, "section 2056A estate tax") == "1368000"
    assert value(found, "share of the section 2056A estate tax: Trust a") == "1026000"


def test_the_tax_in_life_and_at_death_is_the_first_limitation_of_the_credit() -> None:
    spouse = AT_DEATH.replace("is_us_citizen: false", "is_us_citizen: false, is_resident: true")
    estate = "spouse_estate: {taxable_estate: 20000000}\n"
    one = trust(paid("2021-03-01", "1000000"), more=", at_spouse_death: {value: 3000000}")
    found = figured(FINAL + estate + "trusts:\n" + one, spouse)

    assert values(found, "section 2056A estate tax").popitem()[1] == "1200000"
    first = [step for step in steps(found, "credit for tax on prior transfers") if step.startswith("First limitation")]
    assert first == ["First limitation = 1368000"]
    assert value(found, "credit for tax on prior transfers") == "1200000"


def test_property_that_no_election_reached_has_its_own_credit() -> None:
    spouse = AT_DEATH.replace("is_us_citizen: false", "is_us_citizen: false, is_resident: true")
    case = "return: {tax_determined: 2022-01-01}\nestate: {taxable_estate: 12580000, unelected_property: 1000000}\n"
    found = figured(case + "spouse_estate: {taxable_estate: 20000000}\n", spouse)

    assert values(found, "federal estate tax")["estate of the decedent"] == "400000"
    # 400,000 × 1,000,000 ÷ (12,580,000 − 400,000), below 40 percent of 1,000,000.
    assert value(found, "credit for tax on prior transfers") == "32840.72"


def test_tax_of_the_last_year_that_is_paid_after_the_death_is_not_counted_before_it() -> None:
    last = paid("2024-03-01", "1000000", more=", tax_from_trust: true")
    found = figured(FINAL + "trusts:\n" + trust(last, more=", at_spouse_death: {value: 100}"), AT_DEATH)

    before = [step for step in steps(found, "section 2056A estate tax") if step.startswith("Amounts involved in prior")]
    assert before == ["Amounts involved in prior taxable events = 1000000"]
