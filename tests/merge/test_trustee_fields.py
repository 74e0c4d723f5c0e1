"""The trustees are named, described and listed by what they are; what is not known of one is never asserted."""

from dataclasses import replace

import pytest
from trust_fields import BANK, CITIZEN, gap, rows, value

from assembler.casefile.shape import Mode, Security, Succession, Trustee, TrusteeKind
from assembler.merge import LISTS, OpenPoint

BRANCH = Trustee(
    name="Banco Águeda S.A., New York Branch",
    kind=TrusteeKind.US_BRANCH,
    is_us_trustee=False,
    organized_under="Portugal",
    foreign_bank="Banco Águeda S.A.",
)
COMPANY = Trustee(
    name="Ó Súilleabháin & Søn Trust Co.",
    kind=TrusteeKind.DOMESTIC_CORPORATION,
    is_us_trustee=True,
    organized_under="NV",
)
FRIEND = Trustee(name="陈建国", kind=TrusteeKind.INDIVIDUAL, is_us_trustee=False)
SIGNS = ("signing_us_trustees", "entity_us_trustees", "signing_other_trustees", "entity_other_trustees")
KINDS = ("individual_us_trustees", "corporate_us_trustees", "bank_trustees", "branch_trustees", "other_trustees")


def listed(*trustees: Trustee) -> dict[str, list[object]]:
    return {name: [row["name"] for row in rows(name, trustees=trustees)] for name in KINDS}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("initial_trustee_names", "Coastline Fiduciary Bank, N.A. and Siobhán Reyes Okafor"),
        ("us_trustee_names", "Coastline Fiduciary Bank, N.A. and Siobhán Reyes Okafor"),
        ("bank_trustee_name", "Coastline Fiduciary Bank, N.A."),
    ],
)
def test_trustees_are_named_in_a_sentence(name: str, words: str) -> None:
    assert value(name) == words


def test_the_branch_is_named() -> None:
    assert value("branch_name", trustees=(CITIZEN, BRANCH)) == "Banco Águeda S.A., New York Branch"
    wanted = OpenPoint("the U.S. Branch that is to act", "attorney", "trusts[share].trustees[2].kind")
    assert value("branch_name") == wanted


def test_names_that_would_leave_someone_out_are_open() -> None:
    trustees = (BANK, Trustee(kind=TrusteeKind.INDIVIDUAL, is_us_trustee=True))

    assert gap("initial_trustee_names", trustees=trustees) == "trusts[share].trustees[1].name"
    assert gap("us_trustee_names", trustees=trustees) == "trusts[share].trustees[1].name"
    assert value("bank_trustee_name", trustees=trustees) == BANK.name
    assert gap("us_trustee_names", trustees=(BANK, replace(CITIZEN, is_us_trustee=None))) == (
        "trusts[share].trustees[1].is_us_trustee"
    )


def test_successors_follow_one_another() -> None:
    assert value("successor_us_trustee_names", successors=(BANK, CITIZEN)) == (
        "Coastline Fiduciary Bank, N.A., then Siobhán Reyes Okafor"
    )


@pytest.mark.parametrize(
    ("trustee", "described"),
    [
        (BANK, "a bank as defined in section 581 of the Code, organized under the laws of the United States"),
        (
            replace(BANK, is_section_581_bank=False, organized_under="PA"),
            "a corporation organized under the laws of the Commonwealth of Pennsylvania",
        ),
        (CITIZEN, "an individual citizen of the United States whose tax home is in Sacramento, California"),
        (BRANCH, "a United States branch of Banco Águeda S.A., organized under the laws of Portugal"),
        (COMPANY, "a corporation organized under the laws of the State of Nevada"),
        (FRIEND, "an individual"),
    ],
)
def test_a_trustee_is_described_by_kind(trustee: Trustee, described: str) -> None:
    assert [row["description"] for row in rows("trustees", trustees=(trustee,))] == [described]


@pytest.mark.parametrize(
    ("trustee", "answer"),
    [
        (BANK, "is_section_581_bank"),
        (BANK, "organized_under"),
        (BANK, "kind"),
        (CITIZEN, "is_us_trustee"),
        (CITIZEN, "is_us_citizen"),
        (CITIZEN, "tax_home"),
        (BRANCH, "foreign_bank"),
        (COMPANY, "organized_under"),
    ],
)
def test_a_description_is_open_for_the_answer_it_lacks(trustee: Trustee, answer: str) -> None:
    (row,) = rows("trustees", trustees=(replace(trustee, **{answer: None}),))

    assert isinstance(row["description"], OpenPoint)
    assert row["description"].path == f"trusts[share].trustees[0].{answer}"


@pytest.mark.parametrize(
    ("trustee", "permitted", "capacity"),
    [
        (BANK, (Mode.BANK_TRUSTEE,), "U.S. Trustee and Bank Trustee"),
        (BANK, (Mode.BANK_TRUSTEE, Mode.BOND), "U.S. Trustee and Bank Trustee"),
        (BANK, (Mode.BOND,), "U.S. Trustee"),
        (replace(BANK, is_us_trustee=False), (Mode.BANK_TRUSTEE,), "Trustee"),
        (CITIZEN, None, "U.S. Trustee"),
        (FRIEND, None, "Trustee"),
    ],
)
def test_a_trustee_s_capacity_follows_the_security(
    trustee: Trustee, permitted: tuple[Mode, ...] | None, capacity: str
) -> None:
    (row,) = rows("trustees", trustees=(trustee,), security=Security(permitted=permitted))

    assert row["capacity"] == capacity


def test_the_capacity_of_a_bank_waits_for_what_the_instrument_permits() -> None:
    (row,) = rows("trustees", trustees=(BANK,), security=Security())

    assert isinstance(row["capacity"], OpenPoint)
    assert row["capacity"].path == "trusts[share].security.permitted"


def test_each_trustee_stands_in_the_list_of_its_kind_and_a_us_trustee_among_those() -> None:
    everyone = (BANK, CITIZEN, BRANCH, COMPANY, FRIEND)

    assert listed(*everyone) == {
        "individual_us_trustees": [CITIZEN.name],
        "corporate_us_trustees": [COMPANY.name],
        "bank_trustees": [BANK.name],
        "branch_trustees": [BRANCH.name],
        "other_trustees": [FRIEND.name],
    }
    assert [row["name"] for row in rows("us_trustees", trustees=everyone)] == [BANK.name, CITIZEN.name, COMPANY.name]
    assert [row["name"] for row in rows("trustees", trustees=everyone)] == [one.name for one in everyone]


def test_a_bank_that_is_no_us_trustee_accepts_as_another_trustee() -> None:
    assert listed(replace(BANK, is_us_trustee=False))["other_trustees"] == [BANK.name]


def test_a_trustee_who_may_or_may_not_be_a_us_trustee_is_asserted_to_be_neither() -> None:
    undecided = OpenPoint(
        f"whether {CITIZEN.name} is to act as a U.S. Trustee", "attorney", "trusts[share].trustees[0].is_us_trustee"
    )

    found = listed(replace(CITIZEN, is_us_trustee=None))
    assert found["individual_us_trustees"] == found["other_trustees"] == [undecided]
    assert found["bank_trustees"] == found["branch_trustees"] == []


def test_where_no_trustee_is_named_each_list_asks_for_one() -> None:
    for name in (*KINDS, "us_trustees", "trustees"):
        (row,) = rows(name, trustees=None)
        assert row["name"] == OpenPoint("the name of a Trustee", "attorney", "trusts[share].trustees[0].name")


def test_an_address_of_several_lines_stands_on_one() -> None:
    assert rows("trustees")[0]["address"] == "900 Harbor Plaza, Long Beach, California 90802"


def test_those_appointed_in_place_of_a_trustee_are_listed() -> None:
    succession = Succession(appointed=(BANK,))

    assert [row["name"] for row in rows("appointed_trustees", succession=succession)] == [BANK.name]
    assert rows("appointed_trustees")[0]["name"] == OpenPoint(
        "the name of the Trustee appointed", "attorney", "trusts[share].succession.appointed[0].name"
    )


def test_every_list_of_trustees_has_the_same_fields() -> None:
    fields = {LISTS[name] for name in LISTS if name.endswith("trustees") or name == "successors"}

    where = {"address", "address_lines", "tax_home", "organized_under", "foreign_bank"}
    assert fields == {frozenset({"name", "description", "capacity", *where})}


def test_an_officer_signs_for_a_bank_and_a_corporation_and_a_person_signs_alone() -> None:
    found = {name: [row["name"] for row in rows(name, trustees=(CITIZEN, BANK, COMPANY, FRIEND))] for name in SIGNS}

    assert found == {
        "signing_us_trustees": [CITIZEN.name],
        "entity_us_trustees": [BANK.name, COMPANY.name],
        "signing_other_trustees": [FRIEND.name],
        "entity_other_trustees": [],
    }


def test_a_trustee_of_whom_nothing_is_known_signs_once() -> None:
    assert len(rows("signing_us_trustees", trustees=None)) == 1
    assert rows("entity_us_trustees", trustees=None) == []
