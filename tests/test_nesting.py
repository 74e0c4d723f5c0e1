"""How deeply a text is nested is counted without the parser that read it."""

import pytest
from yaml.error import YAMLError

from assembler.casefile.nodes import Fault, compose
from assembler.nesting import PureParser, too_deep

REFUSED = "{a: [\n" * 11


class Refusing(PureParser):
    """A parser that refuses a text by itself, in words of its own."""

    def get_event(self) -> object:
        raise YAMLError("no more of this")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("[" * 20, None, id="as deep as is read"),
        pytest.param("[" * 21, 1, id="a bracket more"),
        pytest.param("\n\n" + "{a: " * 21, 3, id="braces, after empty lines"),
        pytest.param("[\n" * 21, 21, id="brackets on lines of their own"),
        pytest.param("\n".join(" " * depth + "a:" for depth in range(21)), 21, id="indents"),
        pytest.param("[[]]\n" * 21, None, id="brackets that are closed again"),
        pytest.param("- ]" + "[" * 21, None, id="what is no YAML before it is deep"),
        pytest.param("'" + "[" * 21 + "'", None, id="brackets in quotes"),
    ],
)
def test_the_line_that_is_too_deep_is_found(text: str, line: int | None) -> None:
    assert too_deep(text) == line


def test_a_case_that_its_parser_refuses_for_its_depth_is_refused_in_our_words() -> None:
    found = compose(REFUSED, Refusing)

    assert isinstance(found, Fault)
    assert (found.line, found.what) == (11, "the answers are nested more than 20 levels deep.")


def test_a_case_that_its_parser_refuses_for_anything_else_is_no_yaml() -> None:
    found = compose("a: b", Refusing)

    assert isinstance(found, Fault)
    assert (found.line, found.what) == (1, "the file cannot be read as YAML.")
