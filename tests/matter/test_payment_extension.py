"""More time to pay is asked for in the words of the day, by who files, and by no other paper."""

from pathlib import Path

import pytest

from assembler.matter import Engine, Matter

SAMPLE = (Path(__file__).parents[2] / "samples" / "time-to-pay.yaml").read_text(encoding="utf-8")


def drafted(text: str, engine: Engine) -> dict[str, dict[str, str]]:
    outcome = Matter.open(text, engine).draft()
    return {one.plan.document: dict(one.rendered.expected.clauses) for one in outcome.documents if one.rendered}


def test_the_request_says_who_asks_why_and_until_when(engine: Engine) -> None:
    papers = drafted(SAMPLE, engine)
    asked = papers["payment-extension-request"]["relief-opening-trustee"]

    assert "Karin Halvorsen Beck" in asked
    assert "until December 2, 2032" in asked
    assert "cannot be sold before the summer" in asked
    assert "extension-request" not in papers


@pytest.mark.parametrize(("kind", "paper"), [("return", "extension-request"), ("payment", "payment-extension-request")])
def test_time_to_file_and_time_to_pay_are_asked_for_apart(kind: str, paper: str, engine: Engine) -> None:
    papers = drafted(SAMPLE.replace("kind: payment", f"kind: {kind}"), engine)

    assert {"extension-request", "payment-extension-request"} & papers.keys() == {paper}
