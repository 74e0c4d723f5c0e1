"""What the spouse brings to a trust: what a formula reaches, what is still to convey, and what is counted."""

import pytest

from findings.written_case import figured, steps, value, values

DEDUCTION = "marital deduction by transfer and assignment"
GIFT = "assignments: [{{id: fund, value: 100000, manner: transferred, gift_made: {}}}]\n"


def test_a_pecuniary_assignment_may_fall_short_or_be_met_with_its_share_of_the_gain() -> None:
    found = figured(
        "assignments: [{id: legacy, value: 400000, manner: assigned-pecuniary, conveyed_value: 390000,"
        " available_then: 800000, available_now: 1000000}]\n"
    )

    assert value(found, "shortfall of the pecuniary assignment") == "10000"
    assert value(found, "value to be transferred") == "500000"


@pytest.mark.parametrize(
    ("further", "deduction", "told"),
    [
        pytest.param("", "500000", "doubtful, assigned", id="without a doubt"),
        pytest.param(
            ", protective: {issue: inclusion, basis: Title is in dispute., is_believed: true}",
            "400000",
            "doubtful, assigned protectively: $100,000 not counted until the doubt is resolved",
            id="protectively",
        ),
        pytest.param(
            ", assets: [{id: a, was_spouses: true}]",
            "400000",
            "doubtful, refused: no deduction for $100,000",
            id="refused",
        ),
    ],
)
def test_what_is_doubtful_or_refused_supports_no_deduction(further: str, deduction: str, told: str) -> None:
    found = figured(
        "assignments:\n  - {id: sure, value: 400000, manner: assigned}\n"
        f"  - {{id: doubtful, value: 100000, manner: assigned{further}}}\n"
    )

    assert value(found, DEDUCTION) == deduction
    assert any(step.startswith(told) for step in steps(found, DEDUCTION))


def test_the_rate_of_a_month_that_the_table_lacks_may_be_stated_and_says_so() -> None:
    missing = figured(GIFT.format("2040-04-01"))
    stated = figured(GIFT.format("2040-04-01, section_7520_rate: 5.0"))

    (problem,) = missing.problems
    assert problem.fix == "state the rate that the Internal Revenue Service published for that month."
    assert values(missing, "gift of the remainder") == {}
    assert "Section 7520 rate for 2040-04, as stated = 5.0" in steps(stated, "gift of the remainder")
    assert "the section 7520 rate for 2040-04, 5.0 percent, is as stated, not from the table" in stated.notes
