"""Each wrong answer is a problem with its place, what is so, and what to write."""

import pytest
from small_case import HEAD, reading, the_problem

from assembler.casefile import read

# What stands after `trusts:`, on line 4; where; what is so; and what to do.
IN_A_TRUST = [
    ("asssets: []", "asssets", "`asssets` is not a question we ask.", "did you mean `assets`?"),
    ("Governing-Law: Ohio", "Governing-Law", "is not a question we ask.", "did you mean `governing_law`?"),
    ("xyzzy: 1", "xyzzy", "`xyzzy` is not a question", "the questions here are: id, name, source"),
    ("marital_form: q-tip", "marital_form", "`q-tip` is not one of the answers.", "did you mean `qtip`? The answers"),
    ("marital_form: QTIP", "marital_form", "`QTIP` is not one of the answers.", "did you mean `qtip`?"),
    ("principal: whim", "principal", "is not one", "write one of: hardship, support, discretion, none."),
    ("is_ordinary_trust: yes", "is_ordinary_trust", "the answer is `yes`.", "write true, without quotes."),
    ("is_ordinary_trust: NO", "is_ordinary_trust", "the answer is `NO`.", "write false, without quotes."),
    ('is_ordinary_trust: "true"', "is_ordinary_trust", "`true`", "write true or false, without quotes."),
    ("is_ordinary_trust: 1", "is_ordinary_trust", "`1`", "write true or false, without quotes."),
    ("is_ordinary_trust: [true]", "is_ordinary_trust", "a list stands where one answer", "write one answer."),
    ("name: {first: Ana}", "name", "several answers stand where one answer is asked.", "write one answer."),
    ("name: 42", "name", "the answer is the number `42`, where a text is asked.", 'put it in quotes: "42".'),
    ("name: 0x1F", "name", "the number `0x1F`", "in quotes"),
    ("name: .inf", "name", "the number `.inf`", "in quotes"),
    ("name: true", "name", "the answer is `true`, where a text is asked.", "write the text itself."),
    ('name: ""', "name", "the answer is empty.", "leave the line out"),
    ('name: "  "', "name", "the answer is empty.", "leave the line out"),
    ('name: "Ana "', "name", "begins or ends with a space.", "take the space out."),
    ('name: "\\u3000Ana"', "name", "U+3000 (ideographic space) in the place of a space.", "type a space"),
    ('name: "Ana\\nLee"', "name", "a line break or a tab.", "on one line"),
    ('records_address: "Rua\\n"', "records_address", "ends with an empty line.", "write `|-` for `|`"),
    ('name: "a\\u202Eb"', "name", "the character U+202E (right-to-left override)", "delete it"),
    ('name: "a\\u2066b"', "name", "the character U+2066 (left-to-right isolate)", "delete it"),
    ('name: "a\\x01b"', "name", "the character U+0001, ", "delete it"),
    ('name: "a\\rb"', "name", "the character U+000D, ", "delete it"),
    ('name: "a\\uFFFFb"', "name", "the character U+FFFF, ", "delete it"),
    ('name: "a\\uFEFFb"', "name", "U+FEFF (zero width no-break space)", "delete it"),
    ('records_address: "a\\x07b"', "records_address", "the character U+0007, ", "delete it"),
    ("instrument_date: 2023-02-29", "instrument_date", "there is no day `2023-02-29`.", "check the month and the day."),
    ("instrument_date: 5/30/2019", "instrument_date", "`5/30/2019` is not a date.", "as 2026-02-11."),
    ("instrument_date: 2019-5-30", "instrument_date", "`2019-5-30` is not a date.", "as 2026-02-11."),
    ("instrument_date: 2019-05-30T00:00:00Z", "instrument_date", "is not a date.", "as 2026-02-11."),
    ("instrument_date: 0219-05-30", "instrument_date", "the year 0219 is not of our time.", "check the year."),
    ('instrument_date: "٢٠١٩-05-30"', "instrument_date", "U+0662 (arabic-indic digit two)", "type `2`"),
    ("tax_year_end: 13-01", "tax_year_end", "there is no day `13-01`.", "as 12-31."),
    ("tax_year_end: 2026-12-31", "tax_year_end", "is not a month and a day.", "as 12-31."),
    ("tax_year_end: 02-29", "tax_year_end", "February 29 does not come every year.", "write 02-28."),
    ("security: {permitted: bond}", "security.permitted", "where a list is asked.", "write a list: [bond]."),
    ("security: {permitted: {a: b}}", "security.permitted", "where a list is asked.", "begin each item with a hyphen."),
    ("security: {permitted: [bonds]}", "security.permitted[0]", "`bonds` is not one", "did you mean `bond`?"),
    ("security: {permitted: [bond, ~]}", "security.permitted[1]", "an item of the list is empty.", "hyphen out"),
    ("security: bond", "security", "a single answer stands where several", "operative, amount_furnished, "),
    ("security: []", "security", "a list stands where several questions are asked.", "write under it"),
    ("trustees: {name: Ana}", "trustees", "where a list is asked.", "begin each item with a hyphen."),
    ("trustees: [Ana]", "trustees[0]", "a single answer stands", "any of: name, kind"),
    ("trustees: [{is_us_trustee: on}]", "trustees[0].is_us_trustee", "`on`", "write true, without"),
    ("assets: [{id: a1}, {id: a1}]", "assets[1].id", "the id `a1` is given twice; the first time on line 4.", "own id"),
    ("assets: [{id: ../x}]", "assets[0].id", "`../x` cannot be an id; it becomes part of a file's name.", "1 to 32"),
    ("assets: [{id: Haus}]", "assets[0].id", "`Haus` cannot be an id", "small letters"),
    ("assets: [{id: -a}]", "assets[0].id", "`-a` cannot be an id", "beginning with a letter or digit"),
    (f"assets: [{{id: {'a' * 33}}}]", "assets[0].id", "cannot be an id", "1 to 32"),
    ('assets: [{id: "a\\n"}]', "assets[0].id", "cannot be an id", "1 to 32"),
    ("assets: [{kind: real-estate}]", "assets[0].kind", "`real-estate` is not one", "did you mean `real-property`?"),
    ("assets: [{country: Portugal}]", "assets[0].country", "not the code of a country.", "did you mean `PT`?"),
    ("assets: [{country: UK}]", "assets[0].country", "`UK` is not the code of a country.", "did you mean `GB`?"),
    ("assets: [{country: us}]", "assets[0].country", "`us` is not the code of a country.", "did you mean `US`?"),
    ("name: &Sons", "name", "`&Sons` is read as a YAML anchor", "in quotes"),
    ("name: !Bank", "name", "`!Bank` is read as a YAML tag", "in quotes"),
    ("name: !!str 42", "name", "`!!str` is read as a YAML tag", "in quotes"),
    ("assets: &all []", "assets", "`&all` is read as a YAML anchor", "in quotes"),
    ("? [a, b]\n    : 1", "", "brackets or braces stand for a question.", "the name of a question."),
    ("<<: {name: Ana}", "<<", "`<<` is not a question we ask.", "no merge keys."),
]


@pytest.mark.parametrize(("text", "path", "what", "fix"), IN_A_TRUST)
def test_a_wrong_answer_is_told_with_its_place_and_its_fix(text: str, path: str, what: str, fix: str) -> None:
    problem = the_problem(f"trusts:\n  - {text}\n")

    assert problem.where == f"case.yaml:4: trusts[0].{path}".removesuffix(".")
    assert what in problem.what
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("written", "what", "fix"),
    [
        ("663,100.00", "`663,100.00` is not a number.", "write 663100.00: digits"),
        ("$663100", "`$663100` is not a number.", "write 663100: digits"),
        ('"US$ 1,000"', "is not a number.", "write 1000: digits"),
        ("1_000", "`1_000` is not a number.", "write 1000: digits"),
        ("1.234,56", "`1.234,56` is not a number.", "write a number, such as 663100.00."),
        ("12,5", "`12,5` is not a number.", "write a number, such as 663100.00."),
        ("1:30", "`1:30` is not a number.", "write a number"),
        ("-1", "`-1` is below zero.", "without a minus sign"),
        ("-0.00", "`-0.00` is below zero.", "without a minus sign"),
        ("1000000000000000.01", "is more than there is.", "check the digits."),
        ("1e16", "is a number with an exponent", "write every digit"),
        ("1e99999999999999999999", "is a number with an exponent", "write every digit"),
        ("0.005", "`0.005` has more than two decimals.", "dollars and cents"),
        ("1e-9", "is a number with an exponent", "write every digit"),
        (".nan", "`.nan` is not a number.", "write a number"),
        (".inf", "`.inf` is not a number.", "write a number"),
        ("NaN", "`NaN` is not a number.", "write a number"),
        ("0o17", "`0o17` is not a number.", "write a number"),
        ("９", "U+FF19 (fullwidth digit nine) in the place of `9`.", "type `9`"),
        ("1" * 50, "is too long for a number.", "write a number"),
        ('""', "`` is not a number.", "write a number"),
        ("true", "`true` is not a number.", "write a number"),
    ],
)
def test_what_is_no_sum_of_money_is_refused(written: str, what: str, fix: str) -> None:
    problem = the_problem(f"trusts:\n- assets:\n  - id: house\n    value: {written}\n")

    assert problem.where == "case.yaml:6: trusts[0].assets[house].value"
    assert what in problem.what
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("written", "what", "fix"),
    [
        ("5%", "`5%` is not a number.", "write 5: digits"),
        ("100.1", "`100.1` percent is more than the whole.", "write 5 for five percent."),
        ("-5", "`-5` is below zero.", "without a minus sign"),
        ("1e-50", "is a number with an exponent", "write every digit"),
    ],
)
def test_what_is_no_percentage_is_refused(written: str, what: str, fix: str) -> None:
    problem = the_problem(f"trusts:\n- charitable:\n    percent: {written}\n")

    assert problem.where == "case.yaml:5: trusts[0].charitable.percent"
    assert what in problem.what
    assert fix in problem.fix


def test_a_text_that_a_number_sign_would_cut_short_is_refused() -> None:
    problem = the_problem("spouse:\n  address: 12 Main St #4, Sacramento\n")

    assert problem.where == "case.yaml:4: spouse.address"
    assert problem.what == "`#4, Sacramento` is taken for a comment, and the answer ends before it."
    assert "in quotes" in problem.fix


def test_a_text_that_a_number_sign_would_swallow_is_refused() -> None:
    assert "is taken for a comment" in the_problem("spouse:\n  address: #4, Main St\n").what


def test_an_alias_is_refused_where_it_stands() -> None:
    found = reading("decedent: {name: &n Ana}\nspouse:\n  name: *n\n")

    assert [problem.where for problem in found.problems] == ["case.yaml:3: decedent.name", "case.yaml:5: spouse.name"]
    assert "`*n` is read as a YAML alias" in found.problems[1].what


def test_a_question_answered_twice_names_both_lines() -> None:
    problem = the_problem("spouse:\n  name: Ana\n  name: Ana Sá\n")

    assert problem.where == "case.yaml:5: spouse.name"
    assert problem.what == "`name` is answered twice; the first time on line 4."


def test_twins_in_different_lists_may_share_an_id() -> None:
    assert reading("trusts: [{id: a, assets: [{id: a}]}, {id: b, assets: [{id: a}]}]").problems == ()


def test_two_trusts_with_one_id_are_refused() -> None:
    problem = the_problem("trusts:\n- id: share\n- id: share\n")

    assert problem.where == "case.yaml:5: trusts[1].id"
    assert problem.what == "the id `share` is given twice; the first time on line 4."


def test_a_trust_that_is_not_in_the_case_cannot_take() -> None:
    problem = the_problem("trusts: [{id: share}]\nannuities:\n- {id: p, trust: shaer}\n")

    assert problem.where == "case.yaml:5: annuities[p].trust"
    assert problem.what == "no trust of this case has the id `shaer`."
    assert problem.fix == "write the id of a trust: share."


def test_format_and_date_are_required() -> None:
    found = read(b"# nothing yet\nspouse: {name: Ana}\n")

    assert [problem.where for problem in found.problems] == ["case.yaml:2: format", "case.yaml:2: as_of"]
    assert found.problems[0].what == "`format` is not answered."
    assert found.problems[1].fix == "add a line such as `as_of: 2026-11-21`."


def test_null_does_not_answer_a_required_question() -> None:
    (problem,) = read(b"format: 1\nas_of: ~\n").problems

    assert problem.what == "`as_of` is not answered."


@pytest.mark.parametrize("written", ["2", '"1"', "1.0", "one", "0x1"])
def test_another_form_is_refused_and_told_once(written: str) -> None:
    (problem,) = read(f"format: {written}\nas_of: 2026-11-21\n".encode()).problems

    assert problem.where == "case.yaml:1: format"
    assert problem.what.endswith("this program reads form 1.")
    assert problem.fix == "write `format: 1`, without quotes."


def test_every_problem_comes_at_once_and_in_the_order_of_the_file() -> None:
    found = reading("spouse: {is_us_citizen: no}\ndecedent: {died: 2023-02-29, nmae: Ana}\ntrusts: [{id: A}]\n")

    assert found.case is None
    assert [problem.where for problem in found.problems] == [
        "case.yaml:3: spouse.is_us_citizen",
        "case.yaml:4: decedent.died",
        "case.yaml:4: decedent.nmae",
        "case.yaml:5: trusts[0].id",
    ]


def test_a_file_of_nothing_but_problems_lists_five_hundred() -> None:
    found = read((HEAD + "".join(f"k{number}: 1\n" for number in range(3000))).encode())

    assert len(found.problems) == 501
    assert found.problems[-1].what == "only 500 problems are listed."


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Ana  Sá", "the text has two spaces together."),
        ("[", "the text is a blank to fill in."),
        ("____", "the text is a blank to fill in."),
    ],
)
def test_a_slip_in_a_name_is_told_at_its_line(name: str, what: str) -> None:
    (problem,) = read(f"format: 1\nas_of: 2026-11-21\nspouse:\n  name: '{name}'\n".encode()).problems

    assert (problem.where, problem.what) == ("case.yaml:4: spouse.name", what)


@pytest.mark.parametrize("name", ["“Katz Trust”", "'\"Katz Trust\"'", "„Katz Trust“", "«Katz Trust»", "‘Katz Trust’"])
def test_a_name_that_brings_its_own_quotation_marks_is_refused(name: str) -> None:
    problem = the_problem(f"trusts:\n- name: {name}\n")

    assert problem.where == "case.yaml:4: trusts[0].name"
    assert problem.what == "the answer begins and ends with quotation marks."


@pytest.mark.parametrize(
    ("text", "line", "sign"),
    [
        ("format: 1\nmatter:\n  client: Ann\n\u00a0 number: x\n", 4, "NO-BREAK SPACE"),
        ("format: 1\nmatter:\n  client\uff1a Ann\n  number: x\n", 3, "FULLWIDTH COLON"),
    ],
)
def test_a_sign_that_looks_like_yamls_own_is_named_at_its_line(text: str, line: int, sign: str) -> None:
    problem = next(one for one in read(text.encode()).problems if f"case.yaml:{line}" in one.where)

    assert sign in problem.what.upper()
