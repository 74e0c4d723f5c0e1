"""What the spouse brings to a trust: what a formula reaches, and what is still to convey."""

from findings.written_case import figured, value


def test_a_pecuniary_assignment_may_fall_short_or_be_met_with_its_share_of_the_gain() -> None:
    found = figured(
        "assignments: [{id: legacy, value: 400000, manner: assigned-pecuniary, conveyed_value: 390000,"
        " available_then: 800000, available_now: 1000000}]\n"
    )

    assert value(found, "shortfall of the pecuniary assignment") == "10000"
    assert value(found, "value to be transferred") == "500000"
