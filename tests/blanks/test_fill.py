"""Every blank is filled with the case's own words, or says what is missing and who supplies it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler import blanks
from assembler.blanks import LISTS, NAMES, OpenPoint, fill
from assembler.casefile.shape import (
    Asset,
    AssetKind,
    Case,
    Charitable,
    Decedent,
    Executor,
    Matter,
    Mode,
    Operative,
    Remainder,
    Security,
    Source,
    Spouse,
    Status,
    Taker,
    Trust,
    Trustee,
    TrusteeKind,
)

BANK = Trustee(
    name="Coastline Fiduciary Bank, N.A.",
    kind=TrusteeKind.BANK,
    is_us_trustee=True,
    organized_under="the United States",
    address="900 Harbor Plaza\nLong Beach, California 90802",
)
CITIZEN = Trustee(
    name="Siobhán Reyes Okafor", kind=TrusteeKind.INDIVIDUAL, is_us_trustee=True, tax_home="Sacramento, California"
)
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
TRUST = Trust(id="share", source=Source.LIFETIME_AGREEMENT, trustees=(BANK, CITIZEN))
CASE = Case(
    as_of=date(2026, 11, 21),
    matter=Matter(number="2026-0142", firm="Hale & Ortiz LLP", attorney="Dana Hale"),
    decedent=Decedent(name="Thomas Edward O'Brien-Whitcombe Jr.", died=date(2026, 2, 11)),
    spouse=Spouse(name="María José Ferreira d'Ávila"),
    executor=(Executor(name="Siobhán O'Brien-Whitcombe"), Executor(name="Smith & Sons Trust Company")),
)

EXECUTOR = "Executor of the estate of Thomas Edward O'Brien-Whitcombe Jr., Settlor"


def value(name: str, trust: Trust = TRUST, case: Case = CASE) -> blanks.Blank:
    return fill(case, trust).values[name]


def gap(name: str, trust: Trust = TRUST, case: Case = CASE) -> tuple[str, str]:
    """Give who supplies what is missing, and where in the case file it would stand."""
    found = value(name, trust, case)
    assert isinstance(found, OpenPoint), found
    return found.who, found.path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("decedent_name", "Thomas Edward O'Brien-Whitcombe Jr."),
        ("decedent_died", "February 11, 2026"),
        ("spouse_name", "María José Ferreira d'Ávila"),
        ("executor_names", "Siobhán O'Brien-Whitcombe and Smith & Sons Trust Company"),
        ("executor_title", "Executor"),
        ("as_of", "November 21, 2026"),
        ("matter_number", "2026-0142"),
        ("firm", "Hale & Ortiz LLP"),
        ("attorney", "Dana Hale"),
        ("initial_trustee_names", "Coastline Fiduciary Bank, N.A. and Siobhán Reyes Okafor"),
        ("us_trustee_names", "Coastline Fiduciary Bank, N.A. and Siobhán Reyes Okafor"),
        ("bank_trustee_name", "Coastline Fiduciary Bank, N.A."),
    ],
)
def test_a_blank_has_the_words_of_the_case(name: str, words: str) -> None:
    assert value(name) == words


@pytest.mark.parametrize("name", sorted(NAMES - {"executor_title", "letter_number"}))
def test_a_case_that_states_nothing_leaves_every_blank_open(name: str) -> None:
    found = fill(Case(), Trust(id="share")).values[name]

    assert isinstance(found, OpenPoint)
    assert found.what
    assert not found.what.endswith(".")
    assert found.who
    assert found.path


def test_no_blank_is_ever_empty_or_says_none() -> None:
    for case, trust in ((Case(), Trust(id="share")), (CASE, TRUST)):
        filled = fill(case, trust)
        items = [item for found in filled.lists.values() for item in found]
        for words in [*filled.values.values(), *(v for item in items for v in item.values())]:
            assert words != ""
            assert "None" not in (words.what if isinstance(words, OpenPoint) else str(words))


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
    assert value("decedent_status", case=Case(decedent=Decedent(status=status, domicile=domicile))) == words


def test_without_a_domicile_the_description_is_open() -> None:
    case = Case(decedent=Decedent(status=Status.CITIZEN_DOMICILED_US))

    assert gap("decedent_status", case=case) == ("attorney", "decedent.status")


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("PT",), "Portugal"),
        (("BR", "PT"), "Brazil and Portugal"),
        (("GB", "NL", "PH"), "the United Kingdom, the Netherlands, and the Philippines"),
    ],
)
def test_the_spouse_s_citizenships_are_named_as_a_sentence_does(codes: tuple[str, ...], words: str) -> None:
    assert value("spouse_citizenship", case=Case(spouse=Spouse(citizenships=codes))) == words


def test_an_address_of_several_lines_stands_on_one() -> None:
    case = Case(spouse=Spouse(address="418 Alder Court\nPasadena, California 91101"))

    assert value("spouse_address", case=case) == "418 Alder Court, Pasadena, California 91101"
    assert fill(CASE, TRUST).lists["trustees"][0]["address"] == "900 Harbor Plaza, Long Beach, California 90802"


def test_the_living_client_is_called_the_settlor_and_the_dead_one_the_decedent() -> None:
    for died, role in ((None, "the Settlor"), (date(2026, 2, 11), "the Decedent")):
        found = value("decedent_name", case=Case(decedent=Decedent(died=died)))
        assert isinstance(found, OpenPoint)
        assert found.what == f"the full name of {role}"


@pytest.mark.parametrize(
    ("source", "settlors"),
    [
        (Source.LIFETIME_AGREEMENT, [("Thomas Edward O'Brien-Whitcombe Jr.", "Settlor")]),
        (Source.SPOUSE_CREATED, [("María José Ferreira d'Ávila", "Settlor")]),
        (
            Source.EXECUTOR_CREATED,
            [
                ("Siobhán O'Brien-Whitcombe", EXECUTOR),
                ("Smith & Sons Trust Company", EXECUTOR),
            ],
        ),
    ],
)
def test_those_who_sign_as_settlor_follow_the_source(source: Source, settlors: list[tuple[str, str]]) -> None:
    trust = replace(TRUST, source=source)
    found = fill(CASE, trust).lists["settlors"]

    assert [(item["name"], item["capacity"]) for item in found] == settlors
    assert value("settlor_name", trust) == " and ".join(name for name, _ in settlors)


def test_an_executor_of_a_nameless_decedent_leaves_the_capacity_open() -> None:
    trust, case = replace(TRUST, source=Source.EXECUTOR_CREATED), replace(CASE, decedent=Decedent())
    (first, *_) = fill(case, trust).lists["settlors"]

    assert isinstance(first["capacity"], OpenPoint)
    assert first["capacity"].path == "decedent.name"


def test_a_list_that_would_leave_someone_out_is_open() -> None:
    trust = replace(TRUST, trustees=(BANK, Trustee(kind=TrusteeKind.INDIVIDUAL, is_us_trustee=True)))
    case = replace(CASE, executor=(Executor(name="Ana"), Executor(title="Executor")))

    assert gap("initial_trustee_names", trust)[1] == "trusts[share].trustees"
    assert gap("us_trustee_names", trust)[1] == "trusts[share].trustees"
    assert gap("executor_names", case=case)[1] == "executor"
    assert value("bank_trustee_name", trust) == BANK.name


def test_successors_follow_one_another() -> None:
    assert value("successor_us_trustee_names", replace(TRUST, successors=(BANK, CITIZEN))) == (
        "Coastline Fiduciary Bank, N.A., then Siobhán Reyes Okafor"
    )


@pytest.mark.parametrize(
    ("trustee", "described"),
    [
        (BANK, "a bank as defined in section 581 of the Code, organized under the laws of the United States"),
        (CITIZEN, "an individual citizen of the United States whose tax home is in Sacramento, California"),
        (BRANCH, "a United States branch of Banco Águeda S.A., organized under the laws of Portugal"),
        (COMPANY, "a corporation organized under the laws of the State of Nevada"),
        (FRIEND, "an individual"),
    ],
    ids=lambda given: str(given.kind) if isinstance(given, Trustee) else "",
)
def test_a_trustee_is_described_by_kind(trustee: Trustee, described: str) -> None:
    (item,) = fill(CASE, replace(TRUST, trustees=(trustee,))).lists["trustees"]

    assert item["description"] == described


@pytest.mark.parametrize(
    ("trustee", "security", "capacity"),
    [
        (BANK, Security(), "U.S. Trustee and Bank Trustee"),
        (BANK, Security(permitted=(Mode.BANK_TRUSTEE, Mode.BOND)), "U.S. Trustee and Bank Trustee"),
        (BANK, Security(permitted=(Mode.BOND,)), "U.S. Trustee"),
        (replace(BANK, is_us_trustee=False), Security(), "Trustee"),
        (CITIZEN, Security(), "U.S. Trustee"),
        (FRIEND, Security(), "Trustee"),
    ],
)
def test_a_trustee_s_capacity_follows_the_security(trustee: Trustee, security: Security, capacity: str) -> None:
    (item,) = fill(CASE, replace(TRUST, trustees=(trustee,), security=security)).lists["trustees"]

    assert item["capacity"] == capacity


def test_each_trustee_stands_in_the_list_of_its_kind_and_a_us_trustee_among_those() -> None:
    everyone = (BANK, CITIZEN, BRANCH, COMPANY, FRIEND)
    lists = fill(CASE, replace(TRUST, trustees=everyone)).lists
    by_kind = [name for name in lists if name.endswith("_trustees") and name != "appointed_trustees"]
    held = {name: [item["name"] for item in lists[name]] for name in by_kind}

    assert held == {
        "individual_us_trustees": [CITIZEN.name],
        "corporate_us_trustees": [COMPANY.name],
        "bank_trustees": [BANK.name],
        "branch_trustees": [BRANCH.name],
        "other_trustees": [FRIEND.name],
        "us_trustees": [BANK.name, CITIZEN.name, COMPANY.name],
    }
    assert [item["name"] for item in lists["trustees"]] == [trustee.name for trustee in everyone]


@pytest.mark.parametrize(
    ("permitted", "words"),
    [
        ((Mode.BOND,), "the Bond arrangement"),
        ((Mode.BOND, Mode.BANK_TRUSTEE), "the Bank Trustee arrangement and the Bond arrangement"),
        (
            tuple(Mode),
            "the Bank Trustee arrangement, the Bond arrangement, and the Letter of Credit arrangement",
        ),
    ],
)
def test_arrangements_are_named_in_the_order_of_the_regulation(permitted: tuple[Mode, ...], words: str) -> None:
    assert value("permitted_arrangements", replace(TRUST, security=Security(permitted=permitted))) == words


def test_by_reference_without_a_list_permits_all_three() -> None:
    all_three = value("permitted_arrangements", replace(TRUST, security=Security(permitted=tuple(Mode))))

    assert value("permitted_arrangements", replace(TRUST, security=Security(by_reference=True))) == all_three


@pytest.mark.parametrize("operative", list(Operative))
def test_every_operative_arrangement_has_a_name(operative: Operative) -> None:
    words = value("initial_arrangement", replace(TRUST, security=Security(operative=operative)))

    assert isinstance(words, str)
    assert words.startswith(("the ", "an "))


LAND = Asset(kind=AssetKind.REAL_PROPERTY, country="PT", value=Decimal(349), debt=Decimal(100))
CASH = Asset(kind=AssetKind.CASH, country="US", value=Decimal(651))


def test_property_is_totalled_before_any_debt() -> None:
    trust = replace(TRUST, assets=(LAND, CASH))

    assert value("assets_total", trust) == "$1,000.00"
    assert value("foreign_real_property_total", trust) == "$349.00"
    assert value("foreign_real_property_percent", trust) == "34.9"


def test_land_at_home_and_other_things_abroad_are_not_foreign_land() -> None:
    trust = replace(TRUST, assets=(replace(LAND, country="US"), replace(CASH, country="PT")))

    assert value("foreign_real_property_total", trust) == "$0.00"
    assert value("foreign_real_property_percent", trust) == "0"


def test_one_value_that_is_missing_leaves_every_total_open() -> None:
    trust = replace(TRUST, assets=(LAND, replace(CASH, value=None)))

    for name in ("assets_total", "foreign_real_property_total", "foreign_real_property_percent"):
        assert gap(name, trust) == ("appraiser", "trusts[share].assets[1]")


def test_a_trust_that_holds_nothing_yet_has_a_total_of_nothing() -> None:
    trust = replace(TRUST, assets=())

    assert value("assets_total", trust) == "$0.00"
    assert value("foreign_real_property_percent", trust) == "0"
    assert fill(CASE, trust).lists["assets"] == []


def test_an_asset_has_its_row_and_says_what_it_lacks() -> None:
    first, second = fill(CASE, replace(TRUST, assets=(replace(LAND, id="quinta"), Asset()))).lists["assets"]

    assert {name: first[name] for name in ("number", "kind", "location", "value", "debt")} == {
        "number": "1",
        "kind": "Real property",
        "location": "Portugal",
        "value": "$349.00",
        "debt": "$100.00",
    }
    assert first["description"] == OpenPoint("the description of asset 1", "executor", "trusts[share].assets[quinta]")
    assert second["value"] == OpenPoint("the value of asset 2", "appraiser", "trusts[share].assets[1]")


@pytest.mark.parametrize(
    ("answer", "words"),
    [("California", "the State of California"), ("CA", "the State of California"), ("DC", "the District of Columbia")],
)
def test_the_governing_law_is_a_state_in_full(answer: str, words: str) -> None:
    assert value("governing_law", replace(TRUST, governing_law=answer)) == words


def test_a_country_is_no_state_and_leaves_the_governing_law_open() -> None:
    assert gap("governing_law", replace(TRUST, governing_law="Portugal")) == ("attorney", "trusts[share].governing_law")


@pytest.mark.parametrize(("percent", "words"), [("5", "5"), ("7.5", "7.5"), ("50", "50")])
def test_the_payout_of_a_charitable_trust_is_a_percentage(percent: str, words: str) -> None:
    assert value("payout_percent", replace(TRUST, charitable=Charitable(percent=Decimal(percent)))) == words


def test_takers_are_listed_with_their_shares() -> None:
    remainder = Remainder(takers=(Taker(name="محمد بن علي", share="one-half"), Taker(name="Zoë Müller")))
    first, second = fill(CASE, replace(TRUST, remainder=remainder)).lists["takers"]

    assert first == {"name": "محمد بن علي", "share": "one-half"}
    assert isinstance(second["share"], OpenPoint)


def test_every_list_has_its_fields_and_every_trustee_list_the_same_ones() -> None:
    trustees = {fields for name, fields in LISTS.items() if name.endswith("trustees") or name == "successors"}

    assert LISTS.keys() == fill(CASE, TRUST).lists.keys()
    assert trustees == {
        frozenset({"name", "description", "capacity", "address", "tax_home", "organized_under", "foreign_bank"})
    }
    assert LISTS["settlors"] == {"name", "capacity"}
    assert LISTS["takers"] == {"name", "share"}
