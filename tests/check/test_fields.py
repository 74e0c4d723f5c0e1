"""Fields are put together from their characters, and an instruction is taken apart."""

# ruff: noqa: E501 - one fault, one line

from assembler.check.fields import parse_instruction
from check.planted_faults import MAIN, WORDS, Fault, found, planted
from check.small_docx import cell, char

BEGIN, SEPARATE, END_CHAR = char("begin"), char("separate"), char("end")


@planted(
    ("a field runs from cell to cell", MAIN, cell("Asset") + cell("Value"), cell("Asset").replace("</w:p>", BEGIN + "</w:p>") + cell("Value").replace("</w:p>", END_CHAR + "</w:p>"), "begins and ends in different table cells"),
    ("a field is not closed", MAIN, END_CHAR + '<w:r><w:t xml:space="preserve">”', '<w:r><w:t xml:space="preserve">”', "is not closed"),
    ("a field ends that did not begin", MAIN, WORDS + "</w:t></w:r>", WORDS + "</w:t></w:r>" + END_CHAR, "a field ends here that has not begun"),
    ("a separator stands alone", MAIN, WORDS + "</w:t></w:r>", WORDS + "</w:t></w:r>" + SEPARATE, "without a field to separate"),
    ("an instruction stands alone", MAIN, WORDS + "</w:t>", WORDS + "</w:t><w:instrText>PAGE</w:instrText>", "“PAGE” stands outside a field"),
)  # fmt: skip
def test_a_field_that_is_not_whole_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


def test_an_instruction_is_taken_apart() -> None:
    instruction = parse_instruction(r' TOC \o "1-2" \h \z \t "Part Heading,1" ')
    assert (instruction.kind, instruction.switches) == ("TOC", {"o": "1-2", "h": "", "z": "", "t": "Part Heading,1"})
    instruction = parse_instruction(r"REF _Ref_x \r \h \* MERGEFORMAT")
    assert (instruction.arguments, instruction.switches["*"]) == (("_Ref_x",), "MERGEFORMAT")
    assert parse_instruction("  ").kind == ""
