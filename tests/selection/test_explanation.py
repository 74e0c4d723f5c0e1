"""Why a clause is in or out, and which answer would turn it: proved by answering so."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assembler import casefile
from assembler.casefile.shape import Asset, AssetKind, Case, Mode, Security, Source, SpousePower, Trust
from assembler.findings import find
from assembler.library.reading import read
from assembler.selection import Plan, name, plans, select
from assembler.selection.counterfactual import MORE, alternatives
from assembler.selection.explanation import Explanation, explain

ROOT = Path(__file__).parents[2]
LIBRARY = read(ROOT / "clauses")
READING = casefile.read(ROOT / "samples" / "california-couple.yaml")
assert READING.case is not None
CASE: Case = READING.case


def plan(case: Case) -> Plan:
    return select(LIBRARY, LIBRARY.outlines["trust-agreement"], find(case).trusts[0])


EXPLAINED: Mapping[str, Explanation] = {e.choice.clause.id: e for e in explain(plan(CASE))}


def test_every_clause_is_explained_in_order() -> None:
    assert list(EXPLAINED) == list(plan(CASE).choices)


def test_a_reason_names_its_fact_its_sentence_and_its_law() -> None:
    explanation = EXPLAINED["principal-for-support"]

    (reason,) = explanation.reasons
    assert explanation.choice.state == "in"
    assert reason.fact == "principal_for_support"
    assert reason.value is True
    assert "support" in reason.because
    assert not reason.because.endswith(".")


@pytest.mark.parametrize(
    ("clause", "state", "turned_by"),
    [
        ("principal-for-support", "in", "trusts[reyes].principal: hardship"),
        ("principal-for-hardship", "out", "trusts[reyes].principal: hardship"),
        ("principal-none", "out", "trusts[reyes].principal: none"),
        ("remainder-descendants", "in", "trusts[reyes].remainder.to: charity"),
        ("foreign-instrument", "out", "trusts[reyes].is_foreign_instrument: true"),
        ("bond", "in", "trusts[reyes].security.permitted: without bond"),
        ("recital-death", "out", "trusts[reyes].source: spouse-created"),
    ],
)
def test_the_answer_named_is_one_that_turns_the_clause(clause: str, state: str, turned_by: str) -> None:
    assert EXPLAINED[clause].choice.state == state
    assert turned_by in map(str, EXPLAINED[clause].turned_by)


TURNS = [(identity, turn) for identity, explanation in EXPLAINED.items() for turn in map(str, explanation.turned_by)]


def other_case(turn: str) -> Case:
    path, _, words = turn.partition(": ")
    return next(case for said, case in alternatives(CASE, path) if said == words)


def test_there_are_turns_for_many_clauses() -> None:
    assert len({identity for identity, _ in TURNS}) > 40


def test_every_turn_named_turns_its_clause() -> None:
    turned = {turn: plan(other_case(turn)) for turn in {turn for _, turn in TURNS}}

    for identity, turn in TURNS:
        assert turned[turn].choices[identity].value is not EXPLAINED[identity].choice.value, (identity, turn)


def test_a_clause_that_is_always_in_is_turned_by_nothing() -> None:
    assert EXPLAINED["right-to-withhold"].turned_by == ()
    assert EXPLAINED["right-to-withhold"].reasons == ()


def trust(case: Case) -> Trust:
    return case.trusts[0]


def others(path: str, case: Case = CASE) -> dict[str, Case]:
    return dict(alternatives(case, path))


def test_a_choice_has_every_other_choice_and_being_left_out() -> None:
    found = others("trusts[reyes].spouse_power")

    assert list(found) == ["general", "none", "left out"]
    assert trust(found["general"]).spouse_power is SpousePower.GENERAL
    assert trust(found["left out"]).spouse_power is None


def test_a_yes_or_no_has_its_opposite_and_being_left_out() -> None:
    found = others("spouse.is_us_citizen")

    assert list(found) == ["true", "left out"]
    assert found["true"].spouse.is_us_citizen is True


def test_a_list_of_choices_is_tried_with_and_without_each() -> None:
    found = others("trusts[reyes].security.permitted")

    assert list(found) == ["without bank-trustee", "without bond", "without letter-of-credit"]
    assert trust(found["without bond"]).security.permitted == (Mode.BANK_TRUSTEE, Mode.LETTER_OF_CREDIT)


def changed(**answers: object) -> Case:
    return replace(CASE, trusts=(replace(trust(CASE), **answers),))  # type: ignore[arg-type]


def test_a_list_that_is_not_answered_is_tried_with_each() -> None:
    found = others("trusts[reyes].security.permitted", changed(security=Security()))

    assert list(found) == ["with bank-trustee", "with bond", "with letter-of-credit"]
    assert trust(found["with bond"]).security.permitted == (Mode.BOND,)


def test_a_list_of_things_is_tried_empty() -> None:
    found = others("trusts[reyes].assets")

    assert trust(found["empty"]).assets == ()


def test_an_amount_is_tried_at_nothing_and_beyond_two_million_more() -> None:
    found = others("trusts[reyes].assets[seed].value")

    assets = {words: trust(case).assets or (Asset(),) for words, case in found.items()}
    assert assets["0"][0].value == Decimal(0)
    assert assets["more by $2,000,000.01"][0].value == Decimal("1000.00") + MORE
    assert assets["left out"][0].value is None


def test_a_date_not_given_is_tried_given() -> None:
    found = others("decedent.died")

    assert list(found) == ["given"]
    assert found["given"].decedent.died is not None


def test_an_item_is_found_by_its_id_or_by_its_number() -> None:
    two = changed(assets=(Asset(id="seed"), Asset(kind=AssetKind.CASH)))

    (by_id, *_) = others("trusts[reyes].assets[seed].kind", two).values()
    (by_number, *_) = others("trusts[reyes].assets[1].kind", two).values()
    assert [asset.kind for asset in trust(by_id).assets or ()] == [AssetKind.REAL_PROPERTY, AssetKind.CASH]
    assert [asset.kind for asset in trust(by_number).assets or ()] == [None, AssetKind.REAL_PROPERTY]


def test_a_path_through_what_is_not_there_has_no_alternatives() -> None:
    assert others("trusts[reyes].trustees[0].kind", changed(trustees=None)) == {}


def test_the_return_is_reached_by_its_name_in_the_file() -> None:
    assert list(others("return.form")) == ["706", "706-NA"]


def test_nothing_but_the_one_answer_changes() -> None:
    other = others("trusts[reyes].source")["spouse-created"]

    assert other == changed(source=Source.SPOUSE_CREATED)


def planned(case: Case, *wanted: str) -> list[tuple[str, str, date]]:
    return [(p.document, name(p.subject), p.paper_date) for p in plans(LIBRARY, find(case), wanted)]


def test_an_agreement_is_planned_for_each_trust_that_has_one_of_its_own() -> None:
    two = replace(CASE, trusts=(trust(CASE), replace(trust(CASE), id="will", source=Source.ARTICLE_IN_WILL)))

    assert planned(two, "trust-agreement") == [("trust-agreement", "reyes", date(2026, 11, 16))]


def test_an_instrument_without_a_date_is_of_the_day_of_the_papers() -> None:
    case = replace(changed(instrument_date=None), as_of=date(2026, 7, 9))

    assert planned(case, "trust-agreement") == [("trust-agreement", "reyes", date(2026, 7, 9))]


def test_an_agreement_made_in_life_speaks_of_a_client_who_lives_whatever_happened_since() -> None:
    died = replace(CASE, decedent=replace(CASE.decedent, died=date(2026, 11, 20)))
    (found,) = plans(LIBRARY, find(died), ["trust-agreement"])

    assert found.subject["planning"] is True
    assert found.subject.case.decedent.died is None
