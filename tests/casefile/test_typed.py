from datetime import date

import pytest

from assembler.casefile import DateOrder, Refusal, Unclear, in_words, paths, understood, understood_list
from assembler.casefile.schema_fields import SchemaField

ASSET = "trusts[0].assets[0]"


def asked(path: str) -> SchemaField:
    field = paths.question(path)
    assert field is not None
    return field


UNDERSTOOD = [
    ("spouse.is_us_citizen", "No", "false"),
    ("spouse.is_us_citizen", " y ", "true"),
    ("trusts[0].marital_form", "QTIP", "qtip"),
    ("trusts[0].security.operative", "letter of credit", "letter-of-credit"),
    ("return.form", "706 NA", "706-NA"),
    (f"{ASSET}.value", "$1,100,000", "1100000"),
    (f"{ASSET}.value", "US$ 663,100.00", "663100.00"),
    ("trusts[0].charitable.percent", "5.5%", "5.5"),
    ("as_of", "March 3, 2026", "2026-03-03"),
    ("as_of", "3rd Sept. 2026", "2026-09-03"),
    ("as_of", "2026/03/03", "2026-03-03"),
    ("as_of", "2026-03-03", "2026-03-03"),
    ("trusts[0].tax_year_end", "December 31", "12-31"),
    (f"{ASSET}.country", "Portugal", "PT"),
    (f"{ASSET}.country", "the Czech Republic", "CZ"),
    (f"{ASSET}.country", "New York", "US"),
    ("decedent.domicile", "Mass.", "Massachusetts"),
    ("decedent.domicile", "pt", "Portugal"),
    ("decedent.domicile", "Ontario, Canada", "Ontario, Canada"),
    ("trusts[0].trustees[0].tax_home", "Cambridge, Mass.", "Cambridge, Massachusetts"),
    (f"{ASSET}.state", "N.Y.", "New York"),
    ("trusts[0].id", "Share A", "share-a"),
    ("decedent.name", "  Thomas  O'Brien ", "Thomas O'Brien"),
    ("matter.firm", '"Hale & Ortiz LLP"', "Hale & Ortiz LLP"),
]


@pytest.mark.parametrize(("path", "said", "written"), UNDERSTOOD)
def test_what_has_one_meaning_is_put_into_the_form_of_the_file(path: str, said: str, written: str) -> None:
    assert understood(asked(path), said) == written


UNCLEAR = [
    ("as_of", "3/4/2026", ["March 4, 2026", "April 3, 2026"]),
    ("as_of", "3/14/2026", ["March 14, 2026"]),
    ("as_of", "3/3/2026", ["March 3, 2026"]),
    ("trusts[0].tax_year_end", "6/7", ["June 7", "July 6"]),
    (f"{ASSET}.country", "Georgia", ["Georgia", "United States"]),
    (f"{ASSET}.country", "CA", ["Canada", "United States"]),
    (f"{ASSET}.country", "Korea", ["North Korea", "South Korea"]),
    ("decedent.domicile", "DE", ["Delaware", "Germany"]),
]


@pytest.mark.parametrize(("path", "said", "readings"), UNCLEAR)
def test_what_may_mean_two_things_is_asked_about(path: str, said: str, readings: list[str]) -> None:
    found = understood(asked(path), said)

    assert isinstance(found, Unclear)
    assert [one.words for one in found.readings] == readings


REFUSED = [
    ("spouse.is_us_citizen", "perhaps", "answer yes or no."),
    ("decedent.status", "us-citizen", "write one of: citizen-domiciled-us"),
    (f"{ASSET}.value", "5%", "write dollars"),
    ("trusts[0].charitable.percent", "$5", "write 5"),
    ("as_of", "3/14/26", "write the year in full"),
    ("as_of", "2/30/2026", "write the month in words"),
    ("as_of", "next Tuesday", "write year, month and day"),
    ("decedent.domicile", "Masachusetts", "did you mean `Massachusetts`?"),
    ("decedent.domicile", "Lisbon", "write its name in full"),
    (f"{ASSET}.state", "Ontario", "write its name in full"),
]


@pytest.mark.parametrize(("path", "said", "fix"), REFUSED)
def test_what_has_no_meaning_is_refused_with_what_to_write(path: str, said: str, fix: str) -> None:
    found = understood(asked(path), said)

    assert isinstance(found, Refusal)
    assert fix in found.fix


def test_a_date_in_figures_is_settled_by_an_order() -> None:
    field = asked("as_of")

    assert understood(field, "3/4/2026", DateOrder.MONTH_FIRST) == "2026-03-04"
    assert understood(field, "3/4/2026", DateOrder.DAY_FIRST) == "2026-04-03"
    assert isinstance(understood(field, "3/14/2026", DateOrder.DAY_FIRST), Refusal)


def test_several_answers_stand_between_commas_or_words() -> None:
    permitted = asked("trusts[0].security.permitted")

    assert understood_list(permitted, "bank trustee, Bond and letter of credit") == (
        "bank-trustee", "bond", "letter-of-credit",
    )  # fmt: skip
    assert understood_list(asked("spouse.citizenships"), "Portugal; Trinidad and Tobago") == ("PT", "TT")
    assert isinstance(understood_list(permitted, "bond, and a handshake"), Refusal)


def test_what_is_written_can_be_said_in_words() -> None:
    assert in_words(asked("as_of"), "2026-03-03") == "March 3, 2026"
    assert in_words(asked(f"{ASSET}.value"), "1100000") == "$1,100,000.00"
    assert in_words(asked(f"{ASSET}.country"), "PT") == "Portugal"
    assert in_words(asked("spouse.is_us_citizen"), "false") == "no"


def test_every_day_of_a_year_is_understood_in_words() -> None:
    for number in range(1, 366):
        day = date.fromordinal(date(2026, 1, 1).toordinal() + number - 1)
        assert understood(asked("as_of"), f"{day:%B} {day.day}, {day.year}") == day.isoformat()
        assert understood(asked("as_of"), f"{day.day} {day:%b} {day.year}") == day.isoformat()
