"""An optional provision stands where it is chosen, and is refused where it would contradict the law or the case."""

import pytest

from assembler.casefile import shape
from assembler.casefile.shape import MaritalForm, Principal, Provision, Remainder, RemainderTo
from assembler.findings.provisions import FACT_OF, offered
from findings.one_case import LIFETIME, Changes, facts, first, one_case, refused

WHERE = "trusts[share].provisions"
CHARITABLE = {
    **LIFETIME,
    "marital_form": MaritalForm.CHARITABLE_REMAINDER,
    "spouse_power": None,
    "principal": None,
    "remainder": Remainder(),
}
ESTATE_TRUST = {**CHARITABLE, "marital_form": MaritalForm.ESTATE_TRUST}
SUPPORTED = {**ESTATE_TRUST, "principal": Principal.SUPPORT}
TO_ESTATE = {"remainder": Remainder(to=RemainderTo.SPOUSE_ESTATE)}
IN_A_WILL = {**LIFETIME, "source": shape.Source.ARTICLE_IN_WILL}


def law(trust: Changes, *chosen: Provision) -> list[str]:
    """Give the law of each refusal of a provision."""
    problems = refused(one_case({**trust, "provisions": chosen}))
    return [problem.law for where, problem in problems.items() if where == WHERE]


@pytest.mark.parametrize("provision", Provision)
def test_a_provision_is_so_where_it_is_chosen_and_not_otherwise(provision: Provision) -> None:
    name = FACT_OF[provision]

    assert facts({"provisions": (provision,)}, name) == [True]
    assert facts({}, name) == [False]
    assert facts({"provisions": tuple(one for one in Provision if one is not provision)}, name) == [False]


@pytest.mark.parametrize(
    ("trust", "provision"),
    [
        ({}, Provision.UNITRUST_INCOME),
        ({}, Provision.FIVE_AND_FIVE),
        (LIFETIME, Provision.LIFETIME_WITHDRAWAL),
        (SUPPORTED, Provision.LIFETIME_WITHDRAWAL),
        (LIFETIME, Provision.GST_DIVISION),
        ({}, Provision.DESCENDANTS_TRUSTS),
        ({}, Provision.NO_CONTEST),
        (CHARITABLE, Provision.VIRTUAL_REPRESENTATION),
        (CHARITABLE, Provision.DIGITAL_ASSETS),
        (ESTATE_TRUST, Provision.S_CORPORATION),
    ],
)
def test_a_provision_that_contradicts_nothing_is_not_refused(trust: Changes, provision: Provision) -> None:
    assert law(trust, provision) == []


@pytest.mark.parametrize(
    ("trust", "provision", "cited"),
    [
        (CHARITABLE, Provision.LIFETIME_WITHDRAWAL, "26 USC 664(d)(1)(B), (2)(B); 26 USC 2056(b)(8)"),
        (CHARITABLE, Provision.FIVE_AND_FIVE, "26 USC 664(d)(1)(B), (2)(B); 26 USC 2056(b)(8)"),
        (CHARITABLE, Provision.UNITRUST_INCOME, "26 USC 664(d)(1), (2)"),
        (CHARITABLE, Provision.NO_CONTEST, "26 USC 664(d)(1)(C), (2)(C)"),
        (CHARITABLE, Provision.DESCENDANTS_TRUSTS, "26 USC 664(d)(1)(C), (2)(C)"),
        (CHARITABLE, Provision.S_CORPORATION, "26 USC 1361(e)(1)(B)(iii)"),
        (CHARITABLE, Provision.GST_DIVISION, "26 USC 2652(a)(3)"),
        (ESTATE_TRUST, Provision.UNITRUST_INCOME, "26 CFR 20.2056(c)-2(b)(1)"),
        (ESTATE_TRUST, Provision.NO_CONTEST, "26 CFR 20.2056(c)-2(b)(1)"),
        (ESTATE_TRUST, Provision.DESCENDANTS_TRUSTS, "26 CFR 20.2056(c)-2(b)(1)"),
        ({"marital_form": MaritalForm.QTIP}, Provision.GST_DIVISION, "26 CFR 20.2056A-4(b)(5); 26 USC 2652(a)(3)"),
        # what the answers themselves contradict rests on no law
        (ESTATE_TRUST, Provision.FIVE_AND_FIVE, ""),
        ({"principal": Principal.NONE}, Provision.LIFETIME_WITHDRAWAL, ""),
        (TO_ESTATE, Provision.NO_CONTEST, ""),
        (TO_ESTATE, Provision.DESCENDANTS_TRUSTS, ""),
        (IN_A_WILL, Provision.DIGITAL_ASSETS, ""),
    ],
)
def test_a_contradictory_provision_is_refused_with_the_law(trust: Changes, provision: Provision, cited: str) -> None:
    assert law(trust, provision) == [cited]


def test_two_rights_of_withdrawal_do_not_stand_together() -> None:
    chosen = (Provision.FIVE_AND_FIVE, Provision.LIFETIME_WITHDRAWAL)

    (problem,) = refused(one_case({"provisions": chosen})).values()
    assert problem.where == WHERE
    assert problem.fix == "choose one of the two."


def test_while_the_marital_form_is_not_stated_nothing_is_refused() -> None:
    unstated = {**LIFETIME, "marital_form": None, "principal": None, "remainder": Remainder()}

    for provision in Provision:
        assert law(unstated, provision) == [], provision


def test_what_is_chosen_or_excluded_is_not_offered() -> None:
    trust = first(one_case({**CHARITABLE, "provisions": (Provision.DIGITAL_ASSETS,)}))

    assert offered(trust).value == (Provision.VIRTUAL_REPRESENTATION,)
    assert trust["provisions_left"] is True
    assert first(one_case(IN_A_WILL))["provisions_left"] is False


def test_what_may_be_chosen_is_unknown_while_the_marital_form_is() -> None:
    trust = first(one_case({**LIFETIME, "marital_form": None}))

    assert offered(trust).value is None
    assert offered(trust).rests_on == ("trusts[share].marital_form",)
    assert trust["provisions_left"] is True
    assert first(one_case({"source": None}))["provisions_left"] is None
