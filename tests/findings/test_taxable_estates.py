"""The decedent's and the spouse's estates, as the computation of the estate tax takes them."""

from findings.written_case import figured, steps, value


def test_a_nonresidents_estate_has_the_small_credit() -> None:
    head = "format: 1\nas_of: 2026-11-21\ndecedent: {died: 2020-02-01, status: nonresident-noncitizen}\n"
    found = figured("estate: {taxable_estate: 60000}\n", head)

    assert "Unified credit of a nonresident not a citizen = 13000" in steps(found, "federal estate tax")
    assert value(found, "federal estate tax") == "0"
