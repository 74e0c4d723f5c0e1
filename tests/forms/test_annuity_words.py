"""The annuity agreements and the certification say what the regulation says, word by word, in both editions."""

from itertools import zip_longest

import pytest
from annuity_permitted import ABROAD, FOREIGN, HOME, PERMITTED, VARIANTS, Change
from prescribed import DAYS, OURS, chosen, printed

from assembler.composition import compile_document

AGREEMENTS = ("agreement-to-pay", "agreement-to-roll-over")
FACTS = {HOME: (), FOREIGN: ("annuity_foreign_plan",), ABROAD: ("annuity_foreign_plan", "international_addressee")}
CASES = [(form, edition, variant) for form in AGREEMENTS for edition in DAYS for variant in VARIANTS]


def permitted(form: str, edition: str, variant: str) -> list[Change]:
    return [c for c in PERMITTED if form in c.forms and edition in c.editions and variant in c.variants]


def prescribed(form: str, edition: str, variant: str) -> list[str]:
    text = printed(f"{form}-{edition}")
    for change in permitted(form, edition, variant):
        assert text.count(change.law) == change.times, f"“{change.law}” in the {form} of {edition}"
        text = text.replace(change.law, change.ours)
    return text.split()


def said(form: str, edition: str, variant: str) -> list[str]:
    compiled = compile_document(OURS.outlines[form], OURS)
    ours = [c for c in chosen(form, edition, FACTS[variant]) if c.prescribed and c.kind == "form"]
    lines = (line for c in ours for line in compiled.plain[c.id].render({}, lambda _, one, __: f"⟨{one.field}⟩"))
    return " ".join(lines).replace("’", "'").split()


@pytest.mark.parametrize(("form", "edition", "variant"), CASES)
def test_our_agreement_has_the_words_of_the_regulation_and_no_others(form: str, edition: str, variant: str) -> None:
    pairs = enumerate(zip_longest(said(form, edition, variant), prescribed(form, edition, variant)))

    assert [(place, ours, law) for place, (ours, law) in pairs if ours != law] == []


@pytest.mark.parametrize(("form", "edition", "variant"), CASES)
def test_no_bracket_of_the_regulation_is_printed(form: str, edition: str, variant: str) -> None:
    assert not set("[]") & set(" ".join(said(form, edition, variant)))


def test_every_permitted_difference_is_needed_somewhere() -> None:
    assert {change for case in CASES for change in permitted(*case)} == set(PERMITTED)


@pytest.mark.parametrize("form", AGREEMENTS)
def test_the_agreement_bears_the_title_that_the_regulation_gives_it(form: str) -> None:
    title = next(chosen(form, "2026", ()))

    titles = {"agreement-to-pay": "Agreement To Pay Section 2056A Estate Tax",
              "agreement-to-roll-over": "Agreement To Roll Over Annuity Payments"}
    assert (title.kind, title.body) == ("form-title", titles[form])


@pytest.mark.parametrize("edition", DAYS)
@pytest.mark.parametrize("facts", [(), ("annuity_signed_by_representative",)])
def test_the_executor_and_the_spouse_each_certify_in_the_words_of_the_regulation(
    edition: str, facts: tuple[str, ...]
) -> None:
    certified = [c for c in chosen("information-statement", edition, facts) if c.prescribed]

    assert [c.each for c in certified] == ["executors", None]
    assert {" ".join(c.body.partition("```")[0].split()) for c in certified} == {printed("certification-statement")}


def test_the_foreign_plan_sentence_stands_only_for_a_plan_abroad() -> None:
    for form in AGREEMENTS:
        for edition in DAYS:
            assert "security agreement" not in " ".join(said(form, edition, HOME))
            assert "security agreement" in " ".join(said(form, edition, FOREIGN))
