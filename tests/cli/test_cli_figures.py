"""`qdot figures` prints the numbers of the regulations' own worked examples, and tells what it cannot compute."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from command_line import SAMPLES, qdot
from findings.written_case import COUPLE, HEAD

# Each sample with its figures, by name and value, and with the numbers on the way to them.
EXAMPLES: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "4-d-example-1": ({"marital deduction by transfer and assignment": "700000"}, ("400000", "200000", "100000")),
    "4-d-example-2": ({"formula amount": "400000", "formula share": "0.444445"}, ("1000000", "153000", "600000", "0")),
    "4-d-example-3": (
        {"share included in the gross estate": "0.6", "transferable value": "300000"},
        ("180000", "120000", "60.000000"),
    ),
    "4-d-example-4": (
        {
            "Section 7520 rate": "9.0",
            "Annuity factor": "8.3031",
            "Adjustment factor": "1.0406",
            "Annual payment, adjusted for frequency": "74923",
            "Present value of the annuity": "622093",
            "Annuity factor for the expected term": "8.3031",
            "Expected annuity term": "16",
            "Corpus amount of the annual payment": "38881",
            "Corpus portion of each payment": "0.52",
            "Marital deduction the annuity supports": "622093",
        },
        ("60", "0.25272", "8.0607", "8.3126", "0.518944"),
    ),
    "4-d-example-5": (
        {"marital deduction by transfer and assignment": "700000", "gift of the remainder": "271586"},
        ("7.0", "65", "0.38798"),
    ),
    "6-d-example-1": (
        {"taxable estate": "500000", "federal estate tax": "0", "section 2056A estate tax": "235000"},
        ("1200000", "700000", "155800", "427800", "192800"),
    ),
    "6-d-example-2": (
        {"taxable estate": "1300000", "federal estate tax": "225400", "section 2056A estate tax": "304800"},
        ("2000000", "469800", "51600", "2100000", "829800", "637000", "110000", "106800", "530200", "225400"),
    ),
    "7-c-example": (
        {"section 2056A estate tax": "304800", "credit for tax on prior transfers": "279600"},
        ("1500000", "555800", "64400", "298600", "700000", "229800", "18000", "19000"),
    ),
    "8-c-example-1": (
        {"share included in the gross estate": "0.5", "joint property included in the gross estate": "200000"},
        ("120000",),
    ),
    "8-c-example-2": (
        {"share included in the gross estate": "0", "joint property included in the gross estate": "0"},
        ("240000",),
    ),
    "8-c-example-3": (
        {"share included in the gross estate": "0.6", "joint property included in the gross estate": "240000"},
        ("144000", "96000"),
    ),
    "1015-5-c-example-1": (
        {"tax paid with respect to the gift": "33300", "basis": "81100", "amount of the gift": "90000"},
        ("10000", "150000", "55500", "30000", "11100", "60000"),
    ),
    "1015-5-c-example-2": ({"taxable distribution": "70000", "basis": "61000"}, ("50000", "20000", "38500", "11000")),
    "2523-i-1-example-1": ({"gifts to the spouse included for the year": "30000"}, ("130000", "100000")),
    "2523-i-1-example-2": ({"gifts to the spouse included for the year": "0"}, ("90000",)),
    "2523-i-1-example-3": ({"gifts to the spouse included for the year": "400000"}, ("500000", "100000")),
    "2523-i-1-example-4": ({"gifts to the spouse included for the year": "490000"}, ("500000", "10000")),
    "2523-i-1-example-5": ({"gifts to the spouse included for the year": "250000"}, ("350000", "100000")),
    "2523-i-2-example-1": (
        {"gift on creating the tenancy": "0", "gift on ending the tenancy": "15000"},
        ("200000", "250000", "240000", "225000"),
    ),
    "2523-i-2-example-2": (
        {"gift on creating the tenancy": "150000", "gift on ending the tenancy": "200000"},
        ("300000", "150000", "200000"),
    ),
}


def sample(name: str) -> Path:
    return SAMPLES / f"regulation-{name}.yaml"


@lru_cache
def as_json(path: Path) -> list[dict[str, Any]]:
    """Return what `qdot figures --json` prints for a case that is well."""
    result = qdot("figures", path, "--json")
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert list(answer) == ["figures"]
    found: list[dict[str, Any]] = answer["figures"]
    return found


def test_every_example_has_its_sample_and_every_sample_its_numbers() -> None:
    assert sorted(path.stem.removeprefix("regulation-") for path in SAMPLES.glob("regulation-*")) == sorted(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_sample_prints_the_numbers_of_its_example(name: str) -> None:
    found, (finals, on_the_way) = as_json(sample(name)), EXAMPLES[name]
    by_name = {(figure["name"], figure["value"]) for figure in found}
    shown = {step["value"] for figure in found for step in figure["steps"]}

    assert set(finals.items()) <= by_name
    assert set(on_the_way) <= shown


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_figure_of_an_example_says_how_and_by_what_law(name: str) -> None:
    for figure in as_json(sample(name)):
        assert list(figure) == ["name", "subject", "value", "unit", "steps", "authority"]
        assert figure["subject"]
        assert figure["authority"]
        assert figure["steps"][-1]["value"]
        assert all(list(step) == ["text", "value", "law"] and step["law"] for step in figure["steps"])
        assert all(isinstance(step["value"], str) for step in figure["steps"])


def test_the_arithmetic_reads_as_the_regulation_prints_it() -> None:
    lines = qdot("figures", sample("6-d-example-1")).stdout.splitlines()
    begin = lines.index("Section 2056A estate tax: $235,000 [Weiss QDOT: death of the spouse]")
    shown = [line[:78].strip() for line in lines[begin + 1 : begin + 11]]

    assert [" ".join(line.split()) for line in shown] == [
        "Decedent's actual taxable estate 500,000",
        "QDOT property 700,000",
        "Total 1,200,000",
        "Tax on $1,000,000 345,800",
        "Plus 41 percent of $200,000 82,000",
        "Gross tax 427,800",
        "Less: unified credit 192,800",
        "Net tax 235,000",
        "Less: tax that would have been imposed on the decedent's",
        "taxable estate of $500,000 0",
    ]
    assert lines[begin + 1].endswith("  26 USC 2001(b)")


def test_values_stand_under_one_another() -> None:
    lines = qdot("figures", sample("4-d-example-4")).stdout.splitlines()
    rows = [line for line in lines if line.startswith("  ") and "  26 CFR 20.2056A-4(d), Example 4" in line]

    assert len(rows) >= 4
    assert {line.index("  26 CFR") for line in rows} == {78}


def test_a_large_sum_sheds_idle_cents_and_a_factor_keeps_its_places() -> None:
    shown = qdot("figures", sample("4-d-example-4")).stdout

    assert "Section 7520 rate: 9.0 percent" in shown
    assert "Expected annuity term: 16 years" in shown
    assert "$622,093 ÷ 16" in shown


def test_what_is_unconfirmed_about_a_table_is_a_note_apart_from_the_answer() -> None:
    text, json_ = qdot("figures", sample("4-d-example-4")), qdot("figures", sample("4-d-example-4"), "--json")

    assert "note: the section 7520 rate for 1996-02, 9.0 percent, is as stated, not from the table" in text.stdout
    assert "note: mortality, 80CNSMT" in text.stdout
    assert "note:" not in json_.stdout
    assert "note: mortality, 80CNSMT" in json_.stderr


def test_a_case_without_answers_has_no_figure_and_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD, encoding="utf-8")

    result = qdot("figures", path)

    assert (result.exit_code, result.stdout) == (0, "No figure can be computed from the answers given.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gifts: [{value: -5}]\n", "'-5' is below zero."),
        ("gifts: [{value: EUR 5}]\n", "'EUR 5' is not a number."),
        ("gifts: [{given: 2025-02-29}]\n", "there is no day '2025-02-29'."),
        ("annuities: [{failed_year: next}]\n", "'next' is not a whole number."),
        ("annuities: [{term_years: 1.5}]\n", "'1.5' is not a whole number."),
    ],
)
def test_what_no_answer_can_be_is_told_before_anything_is_computed(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + text, encoding="utf-8")

    result = qdot("figures", path)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert said.replace("'", "") in result.stderr.replace("'", "").replace("`", "").replace('"', "")


def test_a_problem_is_told_at_its_line_and_the_other_figures_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        HEAD + COUPLE + "annuities:\n  - {id: bad, annual_payment: 1, interval: annual}\n", encoding="utf-8"
    )

    result = qdot("figures", path, "--json")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}:6: annuities[bad]: the annuity has neither a measuring life nor a term.\n")
    assert result.stdout == '{\n  "figures": []\n}\n'
