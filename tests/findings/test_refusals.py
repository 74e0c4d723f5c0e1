"""What is refused has a way out, and what is in order is not refused."""

from dataclasses import replace

from assembler.casefile import shape
from assembler.findings import find
from findings.one_case import one_case, refused
from findings.one_item import ANNUITY, SUM, assigned, paid


def test_every_problem_is_a_sentence_with_a_way_out() -> None:
    broken = one_case(
        trust={"governing_law": "Puerto Rico", "is_ordinary_trust": False, "trustees": ()}, return_={"form": "706-NA"}
    )

    for problem in find(broken).problems:
        assert problem.what.endswith(".")
        assert problem.fix.endswith(".")
        assert problem.law


ROLL = replace(ANNUITY, undertaking=shape.Undertaking.ROLL_OVER, trust="share")


def test_what_is_in_order_is_not_refused() -> None:
    assert refused(assigned()) == {}
    assert refused(assigned(base=SUM)) == {}
    assert refused(paid()) == {}
    assert refused(one_case(annuities=(ROLL,))) == {}
