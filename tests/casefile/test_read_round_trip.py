"""Any text without forbidden or odd characters survives as given, and any bytes at all are survived."""

import json

from hypothesis import given
from hypothesis import strategies as st

from assembler.casefile import read
from assembler.casefile.characters import BLANK, FORBIDDEN
from assembler.casefile.letters import oddity

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text == text.strip() and "  " not in text and not FORBIDDEN.search(text) and not BLANK.fullmatch(text)
).filter(lambda text: oddity(text) is None)
PIECES = st.sampled_from(
    ["format: 1\n", "as_of: 2026-11-21\n", "trusts:\n", "- ", "  ", "{", "}", "[", "]", ": ", "name", "id", '"', "'",
     "&a ", "*a", "!t ", "|\n", "#", " #x", "\n", "\t", "---\n", "...\n", "? ", "%", "@", "é", "\u202e", "\x01", "1e9",
     "assets", "value", "security", "permitted", "bond", ",", "\\ud83d", "\\u0041", "<<", "~", "spouse:\n"]
)  # fmt: skip


def whole_text(written: str) -> str | None:
    found = read(f"format: 1\nas_of: 2026-11-21\nspouse:\n  address: {written}\n".encode())
    assert found.problems == ()
    assert found.case is not None
    return found.case.spouse.address


@given(TEXTS)
def test_a_text_in_double_quotes_survives_as_given(text: str) -> None:
    assert whole_text(json.dumps(text, ensure_ascii=False)) == text


@given(TEXTS.filter(lambda text: "\n" not in text and "\t" not in text))
def test_a_text_in_single_quotes_survives_as_given(text: str) -> None:
    doubled = text.replace("'", "''")

    assert whole_text(f"'{doubled}'") == text


@given(TEXTS)
def test_a_text_in_json_survives_as_given(text: str) -> None:
    data = json.dumps({"format": 1, "as_of": "2026-11-21", "spouse": {"address": text}}).encode()
    found = read(data)

    assert found.problems == ()
    assert found.case is not None
    assert found.case.spouse.address == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_is_kept_or_refused_and_never_changed(text: str) -> None:
    data = json.dumps({"format": 1, "as_of": "2026-11-21", "spouse": {"name": text}}).encode()
    found = read(data)

    assert found.problems if found.case is None else found.case.spouse.name == text


@given(st.binary())
def test_any_bytes_give_a_case_or_problems(data: bytes) -> None:
    found = read(data)

    assert (found.case is None) == bool(found.problems)


@given(st.lists(PIECES).map("".join))
def test_any_scraps_of_yaml_give_a_case_or_problems(text: str) -> None:
    found = read(text.encode())

    assert (found.case is None) == bool(found.problems)
