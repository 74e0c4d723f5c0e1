import pytest

from assembler.findings import Finding
from assembler.findings.vocabulary import FactName, Topic, families, never, opposite


def topic(*facts: FactName, never: tuple[tuple[str, ...], ...] = ()) -> Topic:
    return Topic(facts, lambda subject: iter([(fact.name, Finding(None, "it is unknown")) for fact in facts]), never)


def test_facts_of_one_family_stand_together_in_their_order() -> None:
    facts = (
        FactName("rain", "It rains.", family="sky"),
        FactName("hot", "It is hot."),
        FactName("dry", "It is dry.", family="sky"),
        FactName("noon", "It is noon.", family="hour"),
    )

    assert families(facts) == (("rain", "dry"), ("noon",))


def test_no_two_rivals_hold_together() -> None:
    rivals = (FactName(name, "It is so.", rivals="sky") for name in ("rain", "snow", "hail"))

    assert never([topic(*rivals)]) == (("rain", "snow"), ("rain", "hail"), ("snow", "hail"))


@pytest.mark.parametrize(
    ("fact", "combinations"),
    [
        (FactName("rain", "", implies=("wet",)), [("rain", "not wet")]),
        (FactName("rain", "", implies=("wet", "grey")), [("rain", "not wet"), ("rain", "not grey")]),
        (FactName("rain", "", implies=(("wet", "grey"),)), [("rain", "not wet", "not grey")]),
        (FactName("rain", "", implies=("not dry",)), [("rain", "dry")]),
        (FactName("rain", "", excludes=("dry",)), [("rain", "dry")]),
        (FactName("rain", "", excludes=(("dry", "blue"),)), [("rain", "dry", "blue")]),
        (FactName("rain", "", excludes=("not wet",)), [("rain", "not wet")]),
        (FactName("rain", "", implies=("wet",), excludes=("dry",)), [("rain", "not wet"), ("rain", "dry")]),
        (FactName("rain", ""), []),
    ],
)
def test_what_a_fact_implies_or_excludes_is_a_combination_that_no_case_has(
    fact: FactName, combinations: list[tuple[str, ...]]
) -> None:
    assert list(fact.never()) == combinations
    assert never([topic(fact)]) == tuple(combinations)


def test_further_combinations_of_a_topic_come_last() -> None:
    rain = FactName("rain", "It rains.", excludes=("dry",))

    assert never([topic(rain, never=(("rain", "blue", "noon"),))]) == (("rain", "dry"), ("rain", "blue", "noon"))


def test_rivals_of_two_topics_are_rivals_of_one_another() -> None:
    rain, snow = (topic(FactName(name, "It is so.", rivals="sky")) for name in ("rain", "snow"))

    assert never([rain, snow]) == (("rain", "snow"),)


def test_the_opposite_of_an_opposite_is_the_fact() -> None:
    assert opposite("rain") == "not rain"
    assert opposite(opposite("rain")) == "rain"
