from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.findings import Fact, Finding, Kind, Subject, find
from assembler.findings.subject import conclusion
from findings.one_case import BONDS, CASE, LAND, TRUST, one_case
from findings.one_item import ANNUITY, ASSIGNMENT, assigned, item, paid

OTHER = replace(TRUST, id="other", name="The Other QDOT", assets=(BONDS, LAND))


def test_a_conclusion_is_found_once_for_each_subject_however_many_ask() -> None:
    asked = list[str]()

    @conclusion
    def value(trust: Subject) -> Finding[str]:
        """Find a value."""
        asked.append(trust.id)
        return Finding(trust.id, "it is so")

    one, other = find(one_case(trusts=(TRUST, OTHER))).trusts
    assert [value(one), value(one), value(other), value(one)] == [value(one), value(one), value(other), value(one)]
    assert asked == ["share", "other"]
    assert value.__doc__ == "Find a value."


def test_what_is_unknown_is_found_once_too() -> None:
    asked = list[str]()

    @conclusion
    def nothing(trust: Subject) -> None:
        asked.append(trust.id)

    (trust,) = find(CASE).trusts
    nothing(trust)
    nothing(trust)
    assert asked == ["share"]


def test_the_facts_of_a_topic_are_found_together_and_once() -> None:
    asked = list[str]()

    def weather(subject: Subject) -> Iterator[tuple[str, Fact]]:
        asked.append(subject.where)
        yield "rain", Finding(True, "it rains")
        yield "snow", Finding(None, "snow is not stated")

    subject = Subject(Kind.CASE, CASE, CASE, find={"rain": weather, "snow": weather})
    assert (subject["rain"], subject["snow"], subject["rain"]) == (True, None, True)
    assert subject.facts.keys() == {"rain", "snow"}
    assert asked == [""]


def test_a_name_that_is_no_fact_is_an_error_and_not_no() -> None:
    for subject in (find(CASE).trusts[0], item(assigned()), find(CASE).whole):
        with pytest.raises(KeyError, match="is_largge"):
            subject.fact("is_largge")


def test_an_assignment_asks_the_trust_that_takes() -> None:
    villa = replace(ASSIGNMENT, id="villa", trust="other")
    found = find(one_case(trusts=(TRUST, OTHER), assignments=(ASSIGNMENT, villa)))
    one, other = found.assignments

    assert (one.owner, other.owner) == found.trusts
    assert (one["holds_real_property"], other["holds_real_property"]) == (False, True)
    assert other.fact("holds_real_property") is found.trusts[1].fact("holds_real_property")
    assert (one.trust, other.trust) == (TRUST, OTHER)


def test_an_item_that_names_no_trust_asks_the_case() -> None:
    found = find(one_case(trusts=(TRUST, OTHER), annuities=(replace(ANNUITY, trust=None),)))
    (annuity,) = found.annuities

    assert annuity.owner is found.whole
    assert annuity["holds_real_property"] is True
    assert annuity.trust is TRUST  # the first


def test_what_is_its_own_an_item_does_not_ask_of_others() -> None:
    rolled = replace(ANNUITY, id="ira", undertaking=shape.Undertaking.ROLL_OVER, trust="share")
    found = find(one_case(annuities=(replace(ANNUITY, trust="share"), rolled)))

    assert found.trusts[0]["receives_roll_over"] is True
    assert [annuity["receives_roll_over"] for annuity in found.annuities] == [False, True]


def test_every_subject_knows_its_case_and_all_its_trusts() -> None:
    found = find(one_case(trusts=(TRUST, OTHER), assignments=(ASSIGNMENT,), annuities=(ANNUITY,)))

    for kind in Kind:
        for subject in found.of(kind):
            assert subject.kind is kind
            assert subject.whole is found.whole
            assert subject.trusts == found.trusts
            assert subject.is_planning is False


def test_a_path_names_a_record_by_its_id_or_by_its_place_and_the_case_not_at_all() -> None:
    found = find(one_case(trusts=(TRUST, replace(OTHER, id=None)), annuities=(ANNUITY,)))

    assert found.whole.path("decedent.died") == "decedent.died"
    assert [trust.path("assets") for trust in found.trusts] == ["trusts[share].assets", "trusts[1].assets"]
    assert found.annuities[0].path("receipts") == "annuities[pension].receipts"


def test_the_path_of_an_item_without_an_id_is_its_place() -> None:
    two = (replace(ASSIGNMENT, id=None, manner=None), replace(ASSIGNMENT, id=None, manner=None, value=Decimal(1)))
    case = replace(CASE, assignments=two)

    assert find(case).assignments[1].fact("assignment_by_asset").rests_on == ("assignments[1].manner",)


@pytest.mark.parametrize(
    ("trust", "identity"), [(TRUST, "share"), (replace(TRUST, id=None), TRUST.name), (shape.Trust(), "trust 1")]
)
def test_a_subject_goes_by_its_id_its_name_or_its_number(trust: shape.Trust, identity: str) -> None:
    assert find(one_case(trusts=(trust,))).trusts[0].id == identity


def test_an_annuity_and_an_assignment_give_their_records() -> None:
    assert item(paid()).annuity == ANNUITY
    assert item(assigned()).assignment == ASSIGNMENT
