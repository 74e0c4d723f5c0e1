"""A paper names and is signed by the trustees in office on its own day."""

from dataclasses import replace
from datetime import date

import pytest
from phrases import PHRASES

from assembler.casefile.shape import Case, Decedent, Succession, Trust, Trustee, TrusteeKind
from assembler.findings import Finding, find
from assembler.merge import Merge, OpenPoint, Pending, merge, of_paper

OLD = Trustee("Old Coast Trust Company", TrusteeKind.BANK, is_us_trustee=True, address="7 Wharf")
NEXT = Trustee("Columbia Bar Trust Company", TrusteeKind.BANK, is_us_trustee=True, address="1 Plaza")
VACANT = date(2026, 9, 30)
LEFT = Succession(former="old coast  Trust Company", vacancy=VACANT, appointed=(NEXT,))
TRUST = Trust(id="share", trustees=(OLD,), succession=LEFT)
CASE = Case(as_of=date(2027, 1, 15), decedent=Decedent(died=date(2025, 11, 20)), trusts=(TRUST,))


def on(day: date, trust: Trust = TRUST) -> Merge:
    (subject,) = find(replace(CASE, trusts=(trust,))).trusts
    return of_paper(merge(subject, PHRASES), subject, PHRASES, Finding(day, "the day is stated"))


@pytest.mark.parametrize(("day", "name"), [(date(2026, 9, 29), OLD.name), (VACANT, NEXT.name)])
def test_the_one_in_office_on_the_day_of_the_paper_acts_and_signs(day: date, name: str) -> None:
    found = on(day)

    assert found.values["principal_name"] == name
    assert [row["name"] for row in found.lists["us_trustees"]] == [name]


def test_without_a_day_of_its_own_a_paper_has_that_of_the_papers() -> None:
    (subject,) = find(CASE).trusts
    found = of_paper(merge(subject, PHRASES), subject, PHRASES, Finding(None, "nobody says", (), ("as_of",)))

    assert found.values["principal_name"] == NEXT.name
    assert found.lists["qdots"][0]["trustees"] == NEXT.name
    assert [row["name"] for row in found.lists["trustees"]] == [NEXT.name]


def test_one_who_was_named_with_the_former_stays_and_is_not_named_twice() -> None:
    both = replace(TRUST, trustees=(OLD, NEXT))

    assert on(VACANT, both).values["principal_name"] == NEXT.name


@pytest.mark.parametrize(("day", "name"), [(date(2026, 9, 29), OLD.name), (VACANT, NEXT.name)])
def test_an_instrument_names_those_in_office_on_its_day(day: date, name: str) -> None:
    found = on(day)

    assert found.values["initial_trustee_names"] == found.values["us_trustee_names"] == name
    assert [row["name"] for row in found.lists["trustees"]] == [name]


def test_where_the_answers_name_only_the_successor_the_former_stands_before_it_and_is_open() -> None:
    friend = Trustee("Astrid Haugen", TrusteeKind.INDIVIDUAL, is_us_trustee=True)
    today = replace(TRUST, trustees=(NEXT, friend))
    before = on(date(2026, 9, 29), today)

    assert before.values["initial_trustee_names"] == f"{friend.name} and {LEFT.former}"
    assert isinstance(before.lists["trustees"][1]["description"], OpenPoint)
    assert on(VACANT, today).values["initial_trustee_names"] == f"{friend.name} and {NEXT.name}"


NAMELESS = replace(OLD, name=None)


@pytest.mark.parametrize(
    ("trustees", "succession", "missing"),
    [
        ((OLD,), replace(LEFT, vacancy=None), "succession.vacancy"),
        ((OLD,), replace(LEFT, former=None), "succession.former"),
        ((OLD,), replace(LEFT, appointed=None), "succession.appointed[0].name"),
        ((NAMELESS,), LEFT, "trustees[0].name"),
    ],
)
def test_while_it_is_not_stated_who_follows_whom_and_when_nobody_is_named(
    trustees: tuple[Trustee, ...], succession: Succession, missing: str
) -> None:
    found = on(VACANT, Trust(id="share", trustees=trustees, succession=succession))

    for name in ("principal_name", "principal_address", "initial_trustee_names", "us_trustee_names"):
        gap = found.values[name]
        assert isinstance(gap, Pending)
        assert gap.point.path == f"trusts[share].{missing}"


def test_before_the_vacancy_those_act_who_were_named_whoever_leaves() -> None:
    unnamed = replace(TRUST, succession=replace(LEFT, former=None))

    assert on(date(2026, 9, 29), unnamed).values["principal_name"] == OLD.name
    after = on(date(2026, 9, 29), replace(unnamed, trustees=(NEXT,))).values["principal_name"]
    assert isinstance(after, Pending)
    assert after.point.path == "trusts[share].succession.former"


def test_after_a_vacancy_that_nobody_fills_those_act_who_stayed() -> None:
    friend = Trustee("Astrid Haugen", TrusteeKind.INDIVIDUAL, is_us_trustee=True)
    vacant = replace(TRUST, trustees=(OLD, friend), succession=replace(LEFT, appointed=()))

    assert on(VACANT, vacant).values["principal_name"] == friend.name


def test_of_trustees_that_are_not_stated_the_first_is_open() -> None:
    (row,) = on(VACANT, Trust(id="share")).lists["us_trustees"]

    assert "name of a Trustee" in str(row["name"])
