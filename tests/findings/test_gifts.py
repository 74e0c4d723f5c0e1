"""Lifetime gifts to the spouse, and the basis of those that were taxed."""

from findings.written_case import figured, value, values


def test_the_exclusion_of_a_year_falls_on_all_gifts_of_it_ending_a_tenancy_among_them() -> None:
    found = figured(
        "gifts: [{given: 2019-01-05, value: 100000, present_interest: 100000, would_qualify: true}]\n"
        "joint_property:\n  - {id: flat, is_real_property: true, created: 2001-01-01, terminated: 2019-06-01,"
        " proceeds: 400000, decedent_received: 200000,"
        " consideration: [{by: decedent, amount: 300000, furnished: 2001-01-01}]}\n"
    )

    assert value(found, "gift on ending the tenancy") == "200000"
    assert values(found, "gifts to the spouse included for the year") == {"gifts to the spouse in 2019": "145000"}


def test_two_gifts_to_one_donee_need_their_exclusion_stated() -> None:
    gifts = "{{donee: Zoë, value: 9000{}}}, {{donee: Zoë, value: 9000{}}}"
    two = f"gift_taxes: [{{{{year: 1995, tax_paid: 100, gifts: [{gifts}]}}}}]\n"

    assert figured(two.format("", "")).figures == ()
    assert len(figured(two.format(", exclusion: 9000", ", exclusion: 1000")).figures) == 4
