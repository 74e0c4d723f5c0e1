"""The instrument: its law, its day and its number, and what an old one may rest on."""

from datetime import date

import pytest

from assembler.casefile.shape import Source
from assembler.casefile.shape_security import OldInstrument
from findings.one_case import LIFETIME, facts, one_case, refused
from findings.one_item import told
from findings.secured_case import by_bond


def test_an_election_reaches_all_of_a_trust() -> None:
    assert told(one_case(trust={"elects_part": True}), "trusts[share].elects_part").law == "26 CFR 20.2056A-3(b)"
    assert refused(one_case(trust={"elects_part": False})) == {}


@pytest.mark.parametrize(
    ("old", "signed", "expected"),
    [
        (OldInstrument(False, True, False), date(1995, 11, 20), (True, False)),
        (OldInstrument(True, None, False), date(1995, 11, 20), (False, True)),
        (OldInstrument(False, True, False), date(1995, 11, 21), (False, False)),
        (OldInstrument(True, None, True), date(1990, 1, 1), (False, False)),
        (OldInstrument(), date(1990, 1, 1), (None, None)),
        (OldInstrument(), None, (False, False)),  # an agreement yet to be signed
    ],
)
def test_an_instrument_of_1995_may_rest_on_a_statement(
    old: OldInstrument, signed: date | None, expected: tuple[bool | None, ...]
) -> None:
    trust = {"old_instrument": old, "instrument_date": signed}

    assert tuple(facts(trust, "incompetency_statement", "irrevocable_statement")) == expected


@pytest.mark.parametrize(("ein", "count"), [("98-7654321", 0), ("123-45-6789", 1), ("987654321", 1)])
def test_a_social_security_number_is_refused_and_not_repeated(ein: str, count: int) -> None:
    problems = refused(by_bond(trust={"ein": ein}))

    assert list(problems) == ["trusts[share].ein"] * count
    assert all(ein not in problem.what + problem.fix for problem in problems.values())


def test_an_agreement_may_be_signed_on_the_day_of_death() -> None:
    assert refused(one_case(trust={**LIFETIME, "instrument_date": date(2026, 2, 11)})) == {}


@pytest.mark.parametrize(
    ("terms", "where"),
    [
        pytest.param({"governing_law": "Puerto Rico"}, "governing_law", id="a territory"),
        pytest.param({"governing_law": "United States"}, "governing_law", id="no particular State"),
        pytest.param({"governing_law": "Portugal"}, "governing_law", id="a country"),
        pytest.param({"records_kept_in": "Nevada"}, "records_kept_in", id="records in another State"),
        pytest.param({"records_kept_in": "Lisbon"}, "records_kept_in", id="records abroad"),
        pytest.param({"is_ordinary_trust": False}, "is_ordinary_trust", id="no ordinary trust"),
        pytest.param({**LIFETIME, "instrument_date": date(2026, 2, 12)}, "instrument_date", id="signed after death"),
    ],
)
def test_terms_of_an_instrument_that_do_not_qualify_are_refused(terms: dict[str, object], where: str) -> None:
    assert list(refused(one_case(trust=terms))) == [f"trusts[share].{where}"]


def test_an_executor_does_not_act_for_the_living() -> None:
    case = one_case(decedent={"died": None}, trust={"source": Source.EXECUTOR_CREATED})

    assert list(refused(case)) == ["trusts[share].source"]


@pytest.mark.parametrize("answer", ["governing_law", "records_kept_in", "is_ordinary_trust"])
def test_terms_left_out_are_open_and_not_refused(answer: str) -> None:
    assert refused(one_case(trust={answer: None})) == {}


def test_a_foreign_will_is_a_foreign_instrument() -> None:
    assert facts({"source": Source.FOREIGN_WILL, "is_foreign_instrument": None}, "foreign_instrument") == [True]
    assert facts({"is_foreign_instrument": None, "foreign_law": "Portugal"}, "foreign_instrument") == [True]
    assert facts({"is_foreign_instrument": None}, "foreign_instrument") == [None]
    assert refused(one_case(trust={"is_foreign_instrument": True})) == {}
