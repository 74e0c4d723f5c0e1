"""Every sample tells the story it promises: the good ones draft and check clean, the bad ones are told why."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from assembler.matter import Drafted, Engine, Matter, Outcome

SAMPLES = Path(__file__).parent.parent / "samples"


class Story(NamedTuple):
    """What one sample promises: clauses that are in, clauses that are out, and how many points stay open."""

    carries: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    points: int = 0


STORIES = {
    "several-qdots": Story(
        ("revocable-in-life", "qtip-election", "designated-filer"),
        ("recital-death", "additions-from-spouse-only"),
    ),
    "branch-closing": Story(
        ("letter-of-credit", "letter-remittance", "security-alternation"),
        ("security-limited", "foreign-limit"),
    ),
    "security-released": Story(
        ("parties-executor", "bond", "bond-remittance", "security-alternation-two"),
        ("letter-of-credit", "foreign-limit"),
    ),
    "residence-sold": Story(
        ("parties-executor", "bond", "residence", "residence-cessation", "security-alternation-two"),
        ("letter-of-credit", "foreign-limit"),
    ),
    "california-couple": Story(
        ("recital-plan", "revocable-in-life", "foreign-limit", "security-alternation", "qtip-election"),
        ("security-initial", "irrevocable", "recital-death"),
    ),
    "large-trust-bank": Story(
        ("power-marital", "bank-trustee", "security-limited", "principal-for-hardship", "schedule-takers"),
        ("foreign-limit", "bond", "letter-of-credit", "security-alternation-two", "security-filing"),
    ),
    "bond": Story(
        ("parties-executor", "security-alternation-two", "bond", "bond-remittance", "gift-of-remainder", "residence"),
        ("letter-of-credit", "letter-remittance", "power-retained", "foreign-limit"),
    ),
    "letter-of-credit": Story(
        ("letter-of-credit", "letter-remittance", "bond-remittance", "security-alternation", "acceptance-other"),
        ("foreign-limit", "security-limited"),
    ),
    "small-foreign-land": Story(
        ("foreign-limit", "foreign-limit-cure", "schedule-property-foreign", "foreign-property", "small-becomes-large"),
        ("security-limited", "revocable-in-life"),
    ),
    "spouse-created": Story(
        ("parties-spouse", "power-retained", "additions-from-spouse-only", "retirement-income"),
        ("gift-of-remainder", "additions-marital-only", "spouse-survival"),
    ),
    "us-branch": Story(
        ("branch-trustee", "acceptance-branch", "acceptance-individual", "recital-passing", "nonresident-withholding"),
        ("acceptance-bank", "foreign-limit"),
    ),
    "letter-us-branch": Story(
        ("parties-executor", "letter-of-credit", "letter-remittance", "security-alternation", "acceptance-individual"),
        ("security-limited", "acceptance-branch", "residence"),
    ),
    "letter-confirmed": Story(
        ("letter-of-credit", "security-alternation-two", "power-general", "remainder-spouse-estate"),
        ("bond", "security-alternation", "foreign-limit"),
    ),
    "bond-1996": Story(
        ("bond", "bond-remittance", "security-alternation", "power-retained"), ("security-limited", "foreign-limit")
    ),
    "bond-adjusted": Story(
        ("bond", "security-adjustment", "security-alternation-two", "acceptance-corporate"),
        ("letter-of-credit", "foreign-limit"),
    ),
    "deadlines": Story(
        ("parties-executor", "security-alternation-two", "bond", "annuity-roll-over", "residence"),
        ("letter-of-credit", "foreign-limit", "spouse-survival"),
    ),
    "example-1-transfers": Story(
        ("parties-spouse", "power-retained", "foreign-limit", "additions-from-spouse-only"),
        ("gift-of-remainder", "annuity-roll-over"),
    ),
    "example-2-formula": Story(
        ("parties-spouse", "bank-trustee", "power-retained"), ("foreign-limit", "annuity-roll-over")
    ),
    "formula-representative": Story(
        ("parties-executor", "bank-trustee", "power-retained"), ("foreign-limit", "spouse-survival")
    ),
    "example-3-joint-house": Story(("parties-spouse", "foreign-limit", "residence"), ("annuity-roll-over",)),
    "will-contest": Story(
        ("parties-executor", "foreign-limit", "principal-for-hardship"), ("annuity-roll-over", "gift-of-remainder")
    ),
    "ira-roll-over": Story(("parties-spouse", "annuity-roll-over", "foreign-limit")),
    "two-annuities": Story(
        ("parties-executor", "annuity-roll-over", "principal-for-hardship"), ("gift-of-remainder",)
    ),
    "spouse-incompetent": Story(("parties-executor", "foreign-limit", "power-retained"), ("annuity-roll-over",)),
    "optional-provisions": Story(
        (
            "community-property",
            "community-property-in-life",
            "digital-assets",
            "five-and-five",
            "gst-division",
            "no-contest",
            "remainder-descendants-trusts",
            "s-corporation-stock",
            "schedule-community-in-life",
            "unitrust-income",
            "virtual-representation",
        ),
        ("lifetime-withdrawal", "remainder-descendants", "schedule-community"),
    ),
    "incomplete": Story(
        ("recital-plan", "qtip-election", "income-estate-trust", "security-by-reference", "bond"),
        ("recital-death", "irrevocable"),
        points=36,
    ),
    "by-reference": Story(
        ("security-by-reference", "bond-remittance", "letter-remittance", "power-general", "remainder-spouse-estate"),
        ("bond", "letter-of-credit", "security-alternation", "schedule-successors"),
    ),
    "charitable-unitrust": Story(
        ("charitable-unitrust", "charitable-prohibitions", "charitable-remainder", "principal-none"),
        ("income-to-spouse", "charitable-annuity", "residence", "spouse-estate-taxes"),
    ),
    "estate-trust": Story(
        ("income-estate-trust", "estate-trust-remainder", "foreign-instrument", "acceptance-corporate"),
        ("income-to-spouse", "bank-trustee", "governing-law"),
    ),
}

FIGURES = {
    "large-trust-bank": {"threshold_value": "4318250.00", "security_amount": "2806862.50"},
    "bond": {"threshold_value": "6420000.00", "security_amount": "3783000.00"},
    "letter-of-credit": {"threshold_value": "5883000.50", "security_amount": "3823950.33"},
    "reformation-pending": {"foreign_real_property_share": "41.34", "land_abroad_to_sell": "95000.00"},
    "small-foreign-land": {"foreign_real_property_share": "34.90", "threshold_value": "1900000.00"},
    "spouse-created": {"threshold_value": "2000000.00", "foreign_real_property_share": "0.00"},
    "us-branch": {"threshold_value": "10150000.00"},
    "by-reference": {"threshold_value": "2000000.01", "security_amount": "1300000.01"},
    "letter-us-branch": {"threshold_value": "3500000.00", "security_amount": "2275000.00"},
    "letter-confirmed": {"threshold_value": "2600000.00", "security_amount": "1690000.00"},
    "bond-1996": {"threshold_value": "3000000.00", "security_amount": "1950000.00"},
    "residence-sold": {"security_amount": "1885000.00", "adjusted_security_amount": "2008500.00"},
    "bond-adjusted": {"security_amount": "1885000.00", "adjusted_security_amount": "2000000.01"},
}
"""The figures a story turns on, in dollars or percent."""

WITHOUT_AGREEMENT = (
    *("example-4-pension", "pension-pay", "pension-foreign", "pension-secured"),
    *("old-instruments", "reformation-pending"),
    *("massachusetts-rider", "foreign-will", "living-trust-article", "living-trust-by-reference"),
    *("will-amended", "petition-in-time", "reformation-decreed", "time-to-pay", "security-by-plan", "trust-amended"),
)
"""The samples in which only annuities are in the case, or a trust that is made elsewhere."""

FIRST_EDITION = {"several-qdots", "small-foreign-land", "charitable-unitrust", "bond-1996", "bond-adjusted"}
"""The samples dated before July 10, 2026."""

MISREAD = (
    ("4: as_of", "there is no day `2026-02-30`"),
    ("7: matter.firm", "`#4` is taken for a comment"),
    ("8: decedant", "`decedant` is not a question we ask"),
    ("12: decedent.died", "`11 February 2026` is not a date"),
    ("13: decedent.status", "`citizen-domicile-us` is not one of the answers"),
    ("14: decedent.citizenships[0]", "`UK` is not the code of a country"),
    ("16: spouse.name", "the text holds the character U+202E"),
    ("17: spouse.is_us_citizen", "the answer is `no`"),
    ("18: spouse.born", "the year 0961 is not of our time"),
    ("19: spouse.address", "several answers stand where one answer is asked"),
    ("20: spouse.name", "`name` is answered twice"),
    ("22: trusts[0].id", "`../share` cannot be an id"),
    ("23: trusts[0].name", "`&share` is read as a YAML anchor"),
    ("24: trusts[0].instrument_date", "there is no day `2026-13-01`"),
    ("25: trusts[0].marital_form", "`QTIP` is not one of the answers"),
    ("26: trusts[0].governing_law", "the answer is the number `12`"),
    ("27: trusts[0].tax_year_end", "February 29 does not come every year"),
    ("29: trusts[0].trustees", "one answer stands where a list is asked"),
    ("30: trusts[0].security.permitted[1]", "`bonds` is not one of the answers"),
    ("32: trusts[0].assets[a].description", "the answer is empty"),
    ("32: trusts[0].assets[a].kind", "`real-estate` is not one of the answers"),
    ("32: trusts[0].assets[a].value", "`$663,100.00` is not a number"),
    ("32: trusts[0].assets[a].debt", "`-5` is below zero"),
    ("33: trusts[0].assets[1].id", "the id `a` is given twice"),
    ("33: trusts[0].assets[1].value", "`1e16` is a number with an exponent"),
    ("33: trusts[0].assets[1].debt", "`0.005` has more than two decimals"),
    ("34: trusts[0].charitable.percent", "`500` percent is more than the whole"),
    ("36: annuities[pension].undertaking", "`payout` is not one of the answers"),
)

REFUSED = (
    ("19: return.treaty_benefit_claimed", "the estate claims the marital relief of a treaty"),
    ("19: return.form", "Form 706 is not the return of a nonresident"),
    ("19: return.filed", "the return is filed on January 20, 2028, and no election"),
    ("27: trusts[widow].governing_law", "the law that governs administration is that of France"),
    ("28: trusts[widow].records_kept_in", "the records are kept in Puerto Rico, which is no State"),
    ("25: trusts[widow].is_ordinary_trust", "the trust is not an ordinary trust"),
    ("26: trusts[widow].marital_form", "property passes from the decedent to the trust"),
    ("36: trusts[widow].wholly_marital", "the spouse transfers property to a trust whose whole value"),
    ("40: trusts[widow].remainder.takers", "the shares of the named takers come to 5/6"),
    ("30: trusts[widow].trustees[0]", "Aïssatou N'Diaye-Laurent cannot be a U.S. Trustee"),
    ("29: trusts[widow].trustees", "the spouse is the sole trustee"),
    ("31: trusts[widow].security.operative", "the arrangement in use is the Letter of Credit arrangement"),
    ("37: trusts[widow].residence_exclusion.threshold", "the residence exclusion is elected"),
    ("48: trusts[branch].records_kept_in", "the records are kept in New Jersey, while the law of New York"),
    ("44: trusts[branch].instrument_date", "the decedent signs the agreement on February 1, 2026"),
    ("59: trusts[branch].spouse_power", "the spouse has a general power"),
    ("60: trusts[branch].remainder.to", "the remainder goes to descendants"),
    ("61: trusts[branch].charitable.percent", "the payout is 4.5 percent a year"),
    ("58: trusts[branch].principal", "principal may be paid to the spouse besides"),
    ("50: trusts[branch].trustees[0]", "Crédit du Sahel SA, New York Branch cannot be a U.S. Trustee"),
    ("49: trusts[branch].trustees", "no U.S. Trustee acts beside the United States branch"),
    ("52: trusts[branch].successors[0]", "Blue Lagoon Trustees Ltd. cannot be a U.S. Trustee"),
    ("53: trusts[branch].security.operative", "the assets of all QDOTs are worth $3,000,000.00"),
)

BAD = {"bad-case": MISREAD, "refused-case": REFUSED}

stories = pytest.mark.parametrize("name", STORIES)


@pytest.fixture(scope="session")
def outcomes(engine: Engine) -> Mapping[str, Outcome]:
    """Every sample that is a case to draft, drafted once in one engine; the regulations' examples are not."""
    cases = (path for path in sorted(SAMPLES.glob("*.yaml")) if not path.stem.startswith("regulation-"))
    return {path.stem: Matter.open(path, engine).draft() for path in cases}


def agreement(outcome: Outcome) -> Drafted:
    """Give the trust agreement among what was drafted, the first where there are several."""
    return next(document for document in outcome.documents if document.plan.document == "trust-agreement")


def test_every_sample_has_its_story_here(outcomes: Mapping[str, Outcome]) -> None:
    assert set(outcomes) == {*STORIES, *WITHOUT_AGREEMENT, *BAD, "petition-too-late"}


@stories
def test_a_story_speaks_of_clauses_that_there_are(name: str, outcomes: Mapping[str, Outcome]) -> None:
    known = agreement(outcomes[name]).plan.choices
    assert [one for one in (*STORIES[name].carries, *STORIES[name].lacks) if one not in known] == []


def test_the_table_of_samples_lists_each_file_once() -> None:
    rows = (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    assert sorted(row.split("`")[1] for row in rows if row.startswith("| `")) == sorted(
        path.name for path in SAMPLES.glob("*.yaml")
    )


@pytest.mark.parametrize("name", [*STORIES, *WITHOUT_AGREEMENT, *BAD])
def test_a_sample_begins_with_its_story_in_two_lines(name: str) -> None:
    lines = (SAMPLES / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert [line.startswith("# ") for line in lines[:3]] == [True, True, False]


@stories
def test_a_good_sample_drafts_and_checks_clean(name: str, outcomes: Mapping[str, Outcome]) -> None:
    assert outcomes[name].problems == ()
    assert [document.filename for document in outcomes[name].documents if "unchecked" in document.filename] == []
    assert agreement(outcomes[name]).filename.endswith("-trust-agreement.docx")


@pytest.mark.parametrize("name", WITHOUT_AGREEMENT)
def test_a_sample_without_an_agreement_drafts_clean(name: str, outcomes: Mapping[str, Outcome]) -> None:
    drafted = outcomes[name].documents
    assert outcomes[name].problems == ()
    assert [document.filename for document in drafted if "unchecked" in document.filename] == []
    assert drafted
    assert "trust-agreement" not in {document.plan.document for document in drafted}


@stories
def test_a_good_sample_carries_the_clauses_of_its_story(name: str, outcomes: Mapping[str, Outcome]) -> None:
    chosen, story = set(agreement(outcomes[name]).plan.chosen), STORIES[name]
    assert set(story.carries) - chosen == set()
    assert set(story.lacks) & chosen == set()


@stories
def test_a_good_sample_leaves_as_many_points_open_as_it_says(name: str, outcomes: Mapping[str, Outcome]) -> None:
    rendered = agreement(outcomes[name]).rendered
    assert rendered is not None
    assert len(rendered.points) == STORIES[name].points


@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_of_a_story_come_out_as_it_tells_them(name: str, outcomes: Mapping[str, Outcome]) -> None:
    lines = outcomes[name].matter.figures.figures
    found = {one.figure.name.split(",")[0].replace(" ", "_"): one.figure.value for one in lines}
    assert {key: found[key] for key in FIGURES[name]} == {key: Decimal(value) for key, value in FIGURES[name].items()}


@stories
def test_the_date_of_a_sample_chooses_its_edition(name: str, outcomes: Mapping[str, Outcome]) -> None:
    chosen = agreement(outcomes[name]).plan.chosen
    editions = [one for one in ("def-finally-determined-1996", "def-finally-determined") if one in chosen]
    assert editions == ["def-finally-determined-1996" if name in FIRST_EDITION else "def-finally-determined"]


def test_every_clause_that_the_incomplete_case_leaves_undecided_is_in_the_draft(
    outcomes: Mapping[str, Outcome],
) -> None:
    plan = agreement(outcomes["incomplete"]).plan
    undecided = {identity for identity, choice in plan.choices.items() if choice.value is None}
    assert {"qtip-election", "power-marital", "bond", "letter-of-credit", "remainder-named"} <= undecided
    assert undecided <= set(plan.chosen)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_sample_is_told_all_its_problems_and_drafts_nothing(name: str, outcomes: Mapping[str, Outcome]) -> None:
    told, expected = outcomes[name].problems, BAD[name]
    assert outcomes[name].documents == ()
    assert [problem.where for problem in told] == [f"{SAMPLES / name}.yaml:{where}" for where, _ in expected]
    assert [
        problem.what for problem, (_, words) in zip(told, expected, strict=True) if not problem.what.startswith(words)
    ] == []
