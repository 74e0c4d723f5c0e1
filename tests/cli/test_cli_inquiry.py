"""`qdot check` and `qdot explain`: what the law makes of a case, in words and in JSON."""

import json
from pathlib import Path

import pytest
from command_line import firm, qdot, sample

from assembler.problem import Caution, Problem


def test_a_whole_case_has_no_problem() -> None:
    result = qdot("check", sample("bond"))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{sample('bond')}: no problem in the facts.\n"


def test_what_the_draft_would_leave_open_is_listed_with_who_can_answer(tmp_path: Path) -> None:
    result = qdot("check", sample("incomplete"))
    qdot("draft", sample("incomplete"), "-o", tmp_path)

    documents = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["documents"]
    points = [point for document in documents for point in document["open_points"]]
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[1:] == list(
        dict.fromkeys(f"open: {point['path']}: {point['what']} ({point['who']})" for point in points)
    )
    assert "open: trusts[lindstrom].name: the name of the trust (client)\n" in result.stdout


def test_every_problem_is_told_at_once_with_its_line_and_the_law() -> None:
    result = qdot("check", sample("refused-case"))

    assert (result.exit_code, result.stdout.startswith("undecided: ")) == (1, True)
    assert result.stderr.count("\n  fix: ") == 23
    assert "refused-case.yaml:61: trusts[branch].charitable.percent: the payout is 4.5 percent a year" in result.stderr
    assert "\n  law: 26 USC 664(d)(1)(A), (2)(A)\n" in result.stderr


@pytest.mark.parametrize("name", ["bond", "incomplete", "refused-case", "bad-case"])
def test_check_gives_the_same_as_json(name: str) -> None:
    result = qdot("check", sample(name), "--json")

    answer = json.loads(result.stdout)
    shown = "".join(f"{Problem(**problem)}\n" for problem in answer["problems"])
    assert result.exit_code == bool(answer["problems"])
    assert result.stderr == shown


def test_a_caution_is_told_by_check_and_at_the_end_of_a_draft_and_keeps_back_nothing(tmp_path: Path) -> None:
    checked = qdot("check", sample("reformation-pending"))
    drafted = qdot("draft", sample("reformation-pending"), "-o", tmp_path)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    pending, over = (str(Caution(**caution)) for caution in report["cautions"])

    assert (checked.exit_code, drafted.exit_code, checked.stderr, drafted.stderr) == (0, 0, "", "")
    assert "reformation-pending.yaml:28: trusts[marital].reformation.commenced: the proceeding" in pending
    assert "sell $95,000.00 of it and keep the price" in over
    assert checked.stdout.endswith(f"{pending}\n{over}\n")
    assert drafted.stdout.endswith(f"{pending}\n{over}\n")
    assert "## Cautions\n\n- " in (tmp_path / "report.md").read_text(encoding="utf-8")
    assert json.loads(qdot("check", sample("reformation-pending"), "--json").stdout)["cautions"] == report["cautions"]


def test_the_facts_in_json_carry_their_reason_and_their_law() -> None:
    facts = json.loads(qdot("check", sample("bond"), "--json").stdout)["facts"]

    (large,) = (fact for fact in facts if fact["name"] == "is_large")
    assert (large["trust"], large["value"]) == ("katz", True)
    assert "$6,420,000.00" in large["because"]
    assert "26 CFR 20.2056A-2(d)(1)(i)" in large["law"]


def test_explain_tells_of_each_clause_why_and_what_would_turn_it() -> None:
    result = qdot("explain", sample("bond"), "trust-agreement")

    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0] == "katz-trust-agreement: Qualified Domestic Trust Agreement"
    start = next(n for n, line in enumerate(lines) if "(letter-of-credit): out" in line)
    block = lines[start : start + 8]
    assert block[0].startswith("- ")
    assert any(line.startswith("    letter_permitted: ") for line in block)
    assert any(line.startswith("    law: 26 ") for line in block)
    assert any(line.startswith("    would turn if trusts[katz].security.permitted: ") for line in block)
    assert [line for line in lines if line != line.rstrip()] == []


def test_explain_shows_a_clause_that_cannot_be_decided() -> None:
    lines = qdot("explain", sample("incomplete")).stdout.splitlines()

    assert any(line.startswith("? ") and line.endswith("(qtip-election): undecided") for line in lines)


def test_explain_gives_the_same_as_json() -> None:
    (document,) = json.loads(qdot("explain", sample("bond"), "trust-agreement", "--json").stdout)

    clauses = {clause["id"]: clause for clause in document["clauses"]}
    assert (document["subject"], document["document"]) == ("katz", "trust-agreement")
    assert clauses["right-to-withhold"]["state"] == "in"
    assert clauses["letter-of-credit"]["facts"][0]["fact"] == "letter_permitted"
    assert clauses["letter-of-credit"]["turned_by"]


def test_explain_tells_why_a_paper_is_not_called_for() -> None:
    lines = qdot("explain", sample("bond")).stdout.splitlines()

    assert "- Letter of Credit (letter-of-credit, katz): the arrangement in use is the Bond arrangement" in lines


def test_a_refused_case_is_explained_all_the_same() -> None:
    result = qdot("explain", sample("refused-case"))

    assert result.exit_code == 1
    assert "\nwidow-trust-agreement: " in f"\n{result.stdout}"
    assert "the spouse is the sole trustee" in result.stderr


def test_explain_speaks_of_a_firms_clause(tmp_path: Path) -> None:
    house = firm(tmp_path, "right-to-withhold")
    clause = house / "clauses" / "right-to-withhold.md"
    text = clause.read_text(encoding="utf-8").replace("title: Right to withhold", "title: The right to withhold tax")
    clause.write_text(text, encoding="utf-8")

    lines = qdot("explain", sample("bond"), "--firm", house).stdout.splitlines()

    assert "+ The right to withhold tax (right-to-withhold): in" in lines
