"""What is asked and answered in office has its words, its days and the right persons."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from phrases import PHRASES
from secured_papers import waits_for

from assembler.casefile.shape import Case, Decedent, Return, Spouse, Succession, Trust, Trustee, TrusteeKind
from assembler.casefile.shape_proceedings import Filer, Hardship, Relief
from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings import find
from assembler.merge import Merge, merge

TRUSTEE = Trustee("Bo Ng", TrusteeKind.INDIVIDUAL, is_us_trustee=True, is_us_citizen=True, tax_home="Reno, NV")
COMPANY = Trustee("Old Coast Trust Company", TrusteeKind.BANK, is_us_trustee=True, organized_under="Oregon")
TAXED = Distribution(made=date(2026, 9, 15), kind=DistributionKind.PRINCIPAL, amount=Decimal(50_000))
INCOME = Distribution(made=date(2026, 10, 1), kind=DistributionKind.INCOME, amount=Decimal(1_500))
EARLIER = Distribution(made=date(2025, 3, 1), kind=DistributionKind.PRINCIPAL, amount=Decimal(9_000))
LEFT = (TAXED, INCOME, EARLIER)
MARITAL = Trust(id="marital", name="Marital", ein="93-5550142", trustees=(COMPANY,), distributions=LEFT)
OWN = Trust(id="own", name="Own", has_ein=False, trustees=(TRUSTEE, COMPANY), distributions=())
FIRST = Filer(name="Old Coast Trust Company", address="7 Wharf", tax_home=None)
NEXT = Filer("Bo Ng", "88 Quay", "Reno, Nevada", former="Old Coast Trust Company", former_address="7 Wharf")
CASE = Case(
    as_of=date(2027, 1, 15),
    decedent=Decedent(name="Sebastião", died=date(2024, 11, 20)),
    spouse=Spouse(name="Љубица", is_us_citizen=False),
    return_=Return(filer=NEXT, designated_filer_ended=date(2026, 9, 30)),
    trusts=(MARITAL, OWN),
)


def papers(case: Case, trust: int = 0) -> Merge:
    return merge(find(case).trusts[trust], PHRASES)


def filed_by(filer: Filer, ended: date | None = None) -> Merge:
    return papers(replace(CASE, return_=Return(filer=filer, designated_filer_ended=ended)))


def test_the_information_is_of_the_year_whose_return_is_due_next_and_lists_what_left_the_trust_in_it() -> None:
    of_marital, of_own = papers(CASE), papers(CASE, 1)

    for found in (of_marital, of_own):
        assert found.values["filer_year"] == "2026"
        assert found.values["filer_return_due"] == "April 15, 2027"
        assert found.values["filer_information_due"] == "February 14, 2027"
    assert [dict(row) for row in of_marital.lists["year_distributions"]] == [
        {
            "date": "September 15, 2026",
            "recipient": "Љубица",
            "amount": "$50,000.00",
            "kind": "principal",
            "exemption": "none",
            "tax": "withheld from it",
            "trustees": COMPANY.name,
        },
        {
            "date": "October 1, 2026",
            "recipient": "Љубица",
            "amount": "$1,500.00",
            "kind": "income",
            "exemption": "income",
            "tax": "none",
            "trustees": COMPANY.name,
        },
    ]
    assert list(of_own.lists["year_distributions"]) == []


def test_a_distribution_before_a_succession_was_made_by_the_former_trustee() -> None:
    change = Succession("Old Coast Trust Company", date(2026, 9, 30), appointed=(TRUSTEE,))
    trusts = (replace(MARITAL, succession=change, distributions=(replace(TAXED, tax_from_trust=True), INCOME)), OWN)
    rows = papers(replace(CASE, trusts=trusts)).lists["year_distributions"]

    assert [row["trustees"] for row in rows] == [COMPANY.name, TRUSTEE.name]
    assert rows[0]["tax"] == "paid out of other assets of the trust"


def test_the_remaining_trustees_of_each_qdot_sign_the_selection() -> None:
    rows = papers(CASE).lists["signers"]

    assert [(row["qdot"], row["name"]) for row in rows] == [
        ("Marital", COMPANY.name),
        ("Own", TRUSTEE.name),
        ("Own", COMPANY.name),
    ]


def test_beside_a_request_for_hardship_stands_what_left_the_trust_in_its_year() -> None:
    trusts = (replace(MARITAL, hardship=Hardship(requested=date(2025, 5, 1))), OWN)
    rows = papers(replace(CASE, trusts=trusts)).lists["hardship_year_distributions"]

    assert [row["date"] for row in rows] == ["March 1, 2025"]


def test_in_a_leap_year_the_information_is_due_on_the_fifteenth() -> None:
    paid = replace(TAXED, made=date(2027, 3, 1))
    found = papers(replace(CASE, as_of=date(2028, 1, 10), trusts=(replace(MARITAL, distributions=(paid,)), OWN)))

    assert found.values["filer_return_due"] == "April 18, 2028"
    assert found.values["filer_information_due"] == "February 15, 2028"


def test_the_papers_of_the_filer_have_the_days_of_the_calendar() -> None:
    dates = {one.deadline.key: one.deadline for one in find(replace(CASE, as_of=date(2026, 4, 16))).calendar.dates}

    assert dates["designated_filer_information"].date == date(2027, 2, 14)
    assert dates["designated_filer_successor"].date == date(2027, 4, 14)
    assert papers(CASE).values["successor_return_due"] == "April 15, 2027"


def test_without_a_taxed_distribution_there_is_no_return_to_inform_of() -> None:
    none, unsaid = (replace(MARITAL, distributions=()), OWN), (replace(MARITAL, distributions=None), OWN)

    assert find(CASE).whole["filer_information_due"] is True
    assert find(replace(CASE, trusts=none)).whole["filer_information_due"] is False
    assert find(replace(CASE, trusts=unsaid)).whole["filer_information_due"] is None
    gap = papers(replace(CASE, trusts=unsaid)).values["filer_year"]
    assert waits_for(gap).startswith("trusts[marital].distributions")


def test_a_distribution_without_its_day_may_be_of_the_year_and_is_open() -> None:
    trusts = (replace(MARITAL, distributions=(TAXED, replace(INCOME, made=None))), OWN)
    rows = papers(replace(CASE, trusts=trusts)).lists["year_distributions"]

    assert waits_for(rows[1]["date"]) == "trusts[marital].distributions[1].made"


def test_the_selection_names_the_filer_that_follows_and_the_one_it_follows() -> None:
    values = papers(CASE).values

    assert (values["filer_name"], values["filer_address"], values["filer_tax_home"]) == (
        "Bo Ng",
        "88 Quay",
        "Reno, Nevada",
    )
    assert values["former_filer_name"] == "Old Coast Trust Company"


def test_a_filer_whom_nobody_followed_is_the_one_in_office() -> None:
    values = filed_by(FIRST).values

    assert values["filer_name"] == "Old Coast Trust Company"
    assert values["filer_address"] == "7 Wharf"


def test_where_a_filer_ceased_and_it_is_not_said_who_nobody_is_selected() -> None:
    values = filed_by(FIRST, ended=date(2026, 9, 30)).values

    for name in ("filer_name", "filer_address", "former_filer_name"):
        assert waits_for(values[name]) == "return.filer.former"


@pytest.mark.parametrize(
    ("filer", "what"),
    [
        (NEXT, None),
        (FIRST, None),
        (replace(NEXT, name="Gone Trust Company", former="Bo Ng"), "Gone Trust Company is to be the Designated Filer"),
        (replace(NEXT, former="bo  ng"), "Bo Ng is named as the Designated Filer and as the one whom it follows"),
    ],
)
def test_one_that_is_no_us_trustee_or_follows_itself_is_refused_as_designated_filer(
    filer: Filer, what: str | None
) -> None:
    case = replace(CASE, return_=replace(CASE.return_, filer=filer))
    problems = [problem.what for problem in find(case).problems if problem.where == "return.filer.name"]

    assert [one.startswith(what or "") for one in problems] == ([True] if what else [])


def test_nobody_is_refused_as_designated_filer_while_the_trustees_are_not_all_stated() -> None:
    case = replace(CASE, return_=Return(filer=Filer("Ana")), trusts=(replace(MARITAL, trustees=None), OWN))

    assert [one for one in find(case).problems if one.where == "return.filer.name"] == []


def test_every_qdot_is_listed_with_its_number_and_us_trustees() -> None:
    assert [dict(row) for row in papers(CASE).lists["qdots"]] == [
        {"name": "Marital", "tin": "93-5550142", "trustees": "Old Coast Trust Company"},
        {
            "name": "Own",
            "tin": "taxpayer identification number to be furnished when it is assigned",
            "trustees": "Bo Ng and Old Coast Trust Company",
        },
    ]


def test_what_is_asked_in_office_has_its_words_and_its_days() -> None:
    asked = Hardship(requested=date(2027, 2, 1), amount=Decimal(5_000), need="Surgery", sources="none")
    change = Succession("Old Coast", date(2026, 9, 30), "resignation", "Section 10.5", "Bo Ng", (TRUSTEE, COMPANY))
    relief = Relief(sought="More time", reason="statements\nare late", until=date(2027, 10, 15))
    case = replace(CASE, spouse=replace(CASE.spouse, became_citizen=date(2027, 5, 4)), relief=relief)
    values = papers(replace(case, trusts=(replace(MARITAL, hardship=asked, succession=change), OWN))).values
    words: dict[str, Any] = {
        "spouse_became_citizen_on": "May 4, 2027",
        "citizenship_notice_due": "April 18, 2028",
        "hardship_amount": "$5,000.00",
        "hardship_need": "Surgery",
        "hardship_sources": "none",
        "hardship_requested_on": "February 1, 2027",
        "appointed_trustee_name": "Bo Ng and Old Coast Trust Company",
        "former_trustee_name": "Old Coast",
        "vacancy_date": "September 30, 2026",
        "vacancy_cause": "resignation",
        "appointment_authority": "Section 10.5",
        "appointer": "Bo Ng",
        "filer_ended": "September 30, 2026",
        "relief_return_due": "April 15, 2027",
        "relief_sought": "More time",
        "relief_reason": "statements, are late",
        "relief_until": "October 15, 2027",
    }

    assert {name: values[name] for name in words} == words
