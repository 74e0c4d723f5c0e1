"""An item is taken out of its list, and the rest of the file stays as it is."""

from pathlib import Path

import pytest

from assembler import casefile
from assembler.casefile.taking_out import without_item

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))

FILE = """\
format: 1
trusts:  # two of them
  - id: one
    trustees:
      - {name: Ana Reyes, kind: individual}  # acts first
      # the bank
      - name: Mohawk Trust Company
    provisions: [no-contest, digital-assets]
  - id: two  # the other
    name: Two
"""


def test_an_item_in_the_middle_goes_with_its_lines() -> None:
    text = without_item(FILE, "trusts[one]")

    assert text == "format: 1\ntrusts:  # two of them\n  - id: two  # the other\n    name: Two\n"


def test_the_last_item_goes_and_what_stands_above_it_stays() -> None:
    assert without_item(FILE, "trusts[1]").endswith("    provisions: [no-contest, digital-assets]\n")


def test_an_item_of_braces_goes() -> None:
    text = without_item(FILE, "trusts[one].trustees[0]")

    assert "Ana Reyes" not in text
    assert "      - name: Mohawk Trust Company\n" in text


@pytest.mark.parametrize("number", [0, 1])
def test_an_item_in_brackets_goes_with_its_comma(number: int) -> None:
    left = ["digital-assets", "no-contest"][number]

    assert f"provisions: [{left}]\n" in without_item(FILE, f"trusts[one].provisions[{number}]")


def test_the_only_item_leaves_an_empty_list() -> None:
    text = without_item(FILE.replace("  - id: two  # the other\n    name: Two\n", ""), "trusts[one]")

    assert text == "format: 1\ntrusts:  # two of them\n    []\n"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_of_every_sample_an_asset_can_be_taken_out(sample: Path) -> None:
    text = sample.read_text()
    case = casefile.read(text.encode()).case
    assets = case.trusts[0].assets if case and case.trusts else None
    for number in range(len(assets or ())):
        left = casefile.read(without_item(text, f"trusts[0].assets[{number}]").encode()).case
        assert left is not None
        assert left.trusts[0].assets == (*(assets or ())[:number], *(assets or ())[number + 1 :])


@pytest.mark.parametrize("path", ["trusts[three]", "trusts[2]", "trusts", "assignments[0]", "format[0]"])
def test_an_item_that_is_not_there_is_told(path: str) -> None:
    with pytest.raises(ValueError, match="the file has no"):
        without_item(FILE, path)
