"""The schema takes what the reader takes, and refuses what an editor can show while one writes."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from small_case import HEAD

from assembler.casefile import read, schema, starter

HERE = Path(__file__).parent
GOOD = [HERE / "whole-case.yaml", *sorted((HERE.parents[1] / "samples").rglob("*.yaml"))]


class Core(yaml.SafeLoader):
    """PyYAML with the few types of the core schema, as editors read it: dates are text."""

    yaml_implicit_resolvers = dict[str, Any]()  # noqa: RUF012 -- so PyYAML has it


for tag, pattern, first in [
    ("null", "~|null|", "~n"),
    ("bool", "true|TRUE|false", "tTf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?", "-+0123456789"),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first, ""])


def faults(text: str) -> list[str]:
    validator: Any = Draft202012Validator(schema())
    return [error.message for error in validator.iter_errors(yaml.load(text, Core))]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_a_good_case_is_good_to_the_schema_too(file: Path) -> None:
    if read(file).problems:
        pytest.skip("not a good case")

    assert faults(file.read_text(encoding="utf-8")) == []


def test_the_starter_is_good_to_the_schema() -> None:
    assert faults(starter({"as_of": "2026-11-21"})) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "trusts: [{asssets: []}]",
        HEAD + "nonsense: 1",
        "format: 1",
        "as_of: 2026-11-21",
        "format: 2\nas_of: 2026-11-21",
        "format: 1\nas_of: null",
        HEAD + "spouse: {is_us_citizen: yes}",
        HEAD + 'spouse: {name: ""}',
        HEAD + "spouse: {name: 42}",
        HEAD + "spouse: {born: 4/2/1961}",
        HEAD + "spouse: {citizenships: PT}",
        HEAD + "spouse: {citizenships: [UK]}",
        HEAD + "trusts: [{id: ../x}]",
        HEAD + "trusts: [{marital_form: q-tip}]",
        HEAD + "trusts: [{tax_year_end: 13-01}]",
        HEAD + "trusts: [{assets: [{value: -1}]}]",
        HEAD + 'trusts: [{assets: [{value: "1,000"}]}]',
        HEAD + "trusts: [{charitable: {percent: 101}}]",
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(text: str) -> None:
    assert faults(text)
    assert read(text.encode()).case is None


def test_every_question_is_described() -> None:
    found = schema()
    records = [found, *(one for one in found["$defs"].values() if "properties" in one)]

    assert all(question["description"] for record in records for question in record["properties"].values())
    assert all(record["additionalProperties"] is False for record in records)
