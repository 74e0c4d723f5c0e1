"""A caution is a sentence with a way out, is told in the papers of its own trust, and refuses nothing."""

from dataclasses import replace
from datetime import date

from assembler.casefile import shape
from assembler.casefile.shape_events import Reformation
from assembler.findings import find
from assembler.findings.cautions import concerning, is_refusal
from findings.one_case import CASE, TRUST, one_case

REFORMED = replace(
    TRUST,
    source=shape.Source.JUDICIAL_REFORMATION,
    reformation=Reformation(date(2026, 10, 1), court="Probate Court of Cook County"),
    marital_form=shape.MaritalForm.QTIP,
)


def test_a_case_in_order_has_no_caution() -> None:
    case = one_case(return_={"filed": date(2026, 11, 3)})

    assert find(case).cautions == ()
    assert find(case).trusts[0]["has_cautions"] is False


def test_each_is_a_sentence_with_a_way_out_and_a_paragraph() -> None:
    found = find(replace(CASE, trusts=(REFORMED,)))

    assert len(found.cautions) == 2
    assert found.problems == ()
    for caution in found.cautions:
        assert caution.what.endswith(".")
        assert caution.fix.endswith(".")
        assert caution.law
        assert str(caution).startswith(f"caution: {caution.where}: ")


def test_a_trust_hears_of_the_case_and_of_itself_alone() -> None:
    found = find(replace(CASE, trusts=(REFORMED, replace(TRUST, id="other"))))
    own, other = (tuple(one.where for one in concerning(trust)) for trust in found.trusts)

    assert own == ("return.filed", "trusts[share].reformation.commenced")
    assert other == ("return.filed",)
    assert (found.whole["has_cautions"], found.trusts[1]["has_cautions"]) == (True, True)


def test_what_the_law_refuses_comes_first_and_another_trusts_is_not_told() -> None:
    late = replace(REFORMED, reformation=replace(REFORMED.reformation, commenced=date(2026, 12, 1)))
    found = find(replace(CASE, trusts=(late, replace(TRUST, id="other"))))
    own, other = (concerning(trust) for trust in found.trusts)

    assert (is_refusal(own[0]), own[0].where) == (True, "trusts[share].reformation.commenced")
    assert not any(is_refusal(one) for one in other)
