import pytest

from assembler.law import trustee


@pytest.mark.parametrize(
    ("citizen", "home", "expected"),
    [
        pytest.param(True, True, True, id="a citizen with a tax home here"),
        pytest.param(True, False, False, id="a citizen whose tax home is abroad"),
        pytest.param(False, True, False, id="a permanent resident"),
        pytest.param(False, None, False, id="no citizen, wherever the tax home"),
        pytest.param(True, None, None, id="the tax home not stated"),
    ],
)
def test_an_individual_needs_citizenship_and_a_tax_home(
    citizen: bool, home: bool | None, expected: bool | None
) -> None:
    assert trustee.individual_qualifies(citizen, home) is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Sacramento, California", True),
        ("New York, NY", True),
        ("Washington, D.C.", True),
        ("Boston, Massachusetts, USA", True),
        ("Texas", True),
        ("Atlanta, GA", True),
        ("Tbilisi, Georgia", None),
        ("Georgia", None),
        ("Sintra, Portugal", None),
        ("New York City", None),
    ],
)
def test_a_tax_home_is_here_when_it_names_a_state(place: str, expected: bool | None) -> None:
    assert trustee.tax_home_is_domestic(place) is expected


@pytest.mark.parametrize(
    ("law", "thin", "expected"),
    [
        ("Delaware", None, True),
        ("the United States", None, True),
        ("the laws of the State of New York", False, True),
        (None, None, True),
        ("Puerto Rico", None, False),
        ("Liechtenstein", None, False),
        ("Delaware", True, False),
    ],
)
def test_a_corporation_is_domestic_by_the_law_it_is_organized_under(
    law: str | None, thin: bool | None, expected: bool
) -> None:
    assert trustee.corporation_qualifies(law, thin) is expected


@pytest.mark.parametrize(
    ("answer", "law", "expected"),
    [
        pytest.param(True, "the United States", True, id="a national bank"),
        pytest.param(True, None, True, id="a bank of section 581 wherever it says it is from"),
        pytest.param(True, "Switzerland", False, id="incorporated abroad, so never of section 581"),
        pytest.param(False, "Ohio", False, id="no bank of section 581"),
        pytest.param(None, "Ohio", None, id="not stated"),
    ],
)
def test_a_bank_of_section_581_is_incorporated_here(
    answer: bool | None, law: str | None, expected: bool | None
) -> None:
    assert trustee.is_bank(answer, law) is expected


@pytest.mark.parametrize(
    ("answer", "law", "thin", "expected"),
    [
        (True, None, None, True),
        (None, None, None, None),
        (False, None, None, None),
        (False, "Ohio", None, True),
        (True, "Japan", None, False),
        (True, "Ohio", True, False),
    ],
)
def test_a_bank_qualifies_as_a_domestic_corporation(
    answer: bool | None, law: str | None, thin: bool | None, expected: bool | None
) -> None:
    assert trustee.bank_qualifies(answer, law, thin) is expected


def test_a_branch_needs_a_us_trustee_beside_it() -> None:
    assert trustee.branch_trustee_is_met(True, [False, True]) is True
    assert trustee.branch_trustee_is_met(True, [False]) is False
    assert trustee.branch_trustee_is_met(True, [None]) is None
    assert trustee.branch_trustee_is_met(False, [True]) is False
