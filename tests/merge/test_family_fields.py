"""The family, the settlor and the executor are named as the case names them."""

from dataclasses import replace
from datetime import date

import pytest
from trust_fields import CASE, gap, rows, value

from assembler.casefile.shape import Case, Decedent, Executor, Source, Spouse, Status, Trust
from assembler.merge import OpenPoint

EXECUTOR = "Executor of the estate of Thomas Edward O'Brien-Whitcombe Jr., Settlor"


def of(decedent: Decedent = CASE.decedent, spouse: Spouse = CASE.spouse) -> Case:
    return Case(decedent=decedent, spouse=spouse, trusts=(Trust(),))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("decedent_name", "Thomas Edward O'Brien-Whitcombe Jr."),
        ("decedent_died", "February 11, 2026"),
        ("spouse_name", "María José Ferreira d'Ávila"),
        ("executor_names", "Siobhán O'Brien-Whitcombe and Smith & Sons Trust Company"),
        ("executor_title", "Executor"),
    ],
)
def test_a_field_has_the_words_of_the_case(name: str, words: str) -> None:
    assert value(name) == words


@pytest.mark.parametrize(
    ("status", "domicile", "words"),
    [
        (Status.CITIZEN_DOMICILED_US, "California", "a citizen of the United States domiciled in California"),
        (
            Status.CITIZEN_DOMICILED_US,
            "District of Columbia",
            "a citizen of the United States domiciled in the District of Columbia",
        ),
        (Status.CITIZEN_DOMICILED_ABROAD, "Portugal", "a citizen of the United States domiciled in Portugal"),
        (Status.RESIDENT_NONCITIZEN, "Texas", "a resident but not a citizen of the United States, domiciled in Texas"),
        (
            Status.NONRESIDENT_NONCITIZEN,
            "Brazil",
            "domiciled in Brazil and neither a citizen nor a resident of the United States",
        ),
    ],
)
def test_the_decedent_is_described_by_citizenship_and_domicile(status: Status, domicile: str, words: str) -> None:
    assert value("decedent_status", of(Decedent(status=status, domicile=domicile))) == words


def test_the_description_is_open_for_the_half_that_is_missing() -> None:
    assert gap("decedent_status", of(Decedent(status=Status.CITIZEN_DOMICILED_US))) == "decedent.domicile"
    assert gap("decedent_status", of(Decedent(domicile="Texas"))) == "decedent.status"


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("PT",), "Portugal"),
        (("BR", "PT"), "Brazil and Portugal"),
        (("GB", "NL", "PH"), "the United Kingdom, the Netherlands, and the Philippines"),
    ],
)
def test_the_spouse_s_citizenships_are_named_as_a_sentence_does(codes: tuple[str, ...], words: str) -> None:
    assert value("spouse_citizenship", of(spouse=Spouse(citizenships=codes))) == words


def test_an_address_of_several_lines_stands_on_one() -> None:
    spouse = Spouse(address="418 Alder Court\nPasadena, California 91101")

    assert value("spouse_address", of(spouse=spouse)) == "418 Alder Court, Pasadena, California 91101"


def test_the_living_client_is_called_the_settlor_and_the_dead_one_the_decedent() -> None:
    for died, role in ((None, "the Settlor"), (date(2026, 2, 11), "the Decedent")):
        found = value("decedent_name", of(Decedent(died=died)))
        assert found == OpenPoint(f"the full name of {role}", "client", "decedent.name")


@pytest.mark.parametrize(
    ("source", "settlors"),
    [
        (Source.LIFETIME_AGREEMENT, [("Thomas Edward O'Brien-Whitcombe Jr.", "Settlor")]),
        (Source.SPOUSE_CREATED, [("María José Ferreira d'Ávila", "Settlor")]),
        (
            Source.EXECUTOR_CREATED,
            [("Siobhán O'Brien-Whitcombe", EXECUTOR), ("Smith & Sons Trust Company", EXECUTOR)],
        ),
    ],
)
def test_those_who_sign_as_settlor_follow_the_source(source: Source, settlors: list[tuple[str, str]]) -> None:
    assert [(row["name"], row["capacity"]) for row in rows("settlors", source=source)] == settlors
    assert value("settlor_name", source=source) == " and ".join(name for name, _ in settlors)


def test_an_executor_of_a_nameless_decedent_leaves_the_capacity_open() -> None:
    case = replace(CASE, decedent=Decedent())
    (first, *_) = rows("settlors", case, source=Source.EXECUTOR_CREATED)

    assert first["capacity"] == OpenPoint("the full name of the Settlor", "client", "decedent.name")


def test_names_that_would_leave_someone_out_are_open() -> None:
    assert gap("executor_names", replace(CASE, executor=(Executor(name="Ana"), Executor(title="Executor")))) == (
        "executor[1].name"
    )


def test_executors_are_listed_with_their_office() -> None:
    ruth, firm = Executor(name="Ruth Katz-Lindqvist", title="Trustee ad litem"), Executor(name="S & S")

    assert rows("executors", replace(CASE, executor=(ruth, firm))) == [
        {"name": "Ruth Katz-Lindqvist", "title": "Trustee ad litem"},
        {"name": "S & S", "title": "Executor"},
    ]
