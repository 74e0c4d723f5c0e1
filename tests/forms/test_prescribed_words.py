"""The prescribed forms say what the regulation says, word by word, in both editions."""

from itertools import zip_longest

import pytest
from permitted import CORRECTIONS, FORMS, PERMITTED
from prescribed import DAYS, OURS, chosen, differences, prescribed, printed, said

CASES = (
    pytest.param("bond", "1996", "", id="bond of 1996"),
    pytest.param("bond", "1996", "abroad", id="bond of 1996, decedent abroad"),
    pytest.param("bond", "2026", "", id="bond of 2026"),
    pytest.param("bond", "2026", "abroad", id="bond of 2026, which has no other addressee"),
    *(
        pytest.param(form, edition, variant, id=f"{form} of {edition}{', ' if variant else ''}{variant}")
        for form in FORMS[1:]
        for edition in DAYS
        for variant in ("", "abroad", *(("branch",) if form == "letter-of-credit" else ()))
    ),
)
FACTS = {"": (), "abroad": ("international_addressee",), "branch": ("letter_by_us_branch",)}


@pytest.mark.parametrize(("form", "edition", "variant"), CASES)
def test_our_form_has_the_words_of_the_regulation_and_no_others(form: str, edition: str, variant: str) -> None:
    pairs = enumerate(zip_longest(said(form, edition, FACTS[variant]), prescribed(form, edition, variant)))

    assert [(place, ours, law) for place, (ours, law) in pairs if ours != law] == []


@pytest.mark.parametrize(("form", "edition", "variant"), CASES)
def test_no_bracket_and_no_rule_of_the_regulation_is_printed(form: str, edition: str, variant: str) -> None:
    text = " ".join(said(form, edition, FACTS[variant]))

    assert not {"[", "]", "___"} & {mark for mark in ("[", "]", "___") if mark in text}


def test_every_permitted_difference_is_one_of_some_form() -> None:
    used = {d for case in CASES for d in differences(*(str(value) for value in case.values))}

    assert used == set(PERMITTED)


def test_the_corrections_are_those_of_the_correcting_amendments() -> None:
    amendments = printed("corrections-2026")

    asked = ("as defined in section 2056A(a)", '"20024"', '"Applicant"', "from the expiry date")
    assert all(words in amendments for words in asked)
    assert sum(map(len, CORRECTIONS.values())) == len(asked)


def test_the_letter_says_revision_where_the_confirmation_says_version() -> None:
    letter, confirmation = (" ".join(said(form, "2026")) for form in FORMS[1:])

    assert (letter.count("most recent revision"), letter.count("most recent version")) == (2, 0)
    assert (confirmation.count("most recent revision"), confirmation.count("most recent version")) == (0, 2)


@pytest.mark.parametrize("form", FORMS[1:])
def test_the_1996_edition_prints_no_heading_and_says_so_in_a_note(form: str) -> None:
    first = next(chosen(form, "1996", ()))

    assert " ".join(said(form, "1996")).startswith("Dear Sirs: We hereby")
    assert "lacks the heading" in first.note


@pytest.mark.parametrize("form", FORMS)
def test_nothing_stands_in_a_prescribed_form_but_prescribed_words(form: str) -> None:
    assert {clause.kind for edition in DAYS for clause in chosen(form, edition, ())} <= {"form", "form-title"}
    assert OURS.outlines[form].template == "form"
