"""`qdot check` and `qdot explain`: what the law makes of a case, in words and in JSON."""

import json
import re
from itertools import groupby
from pathlib import Path

import pytest
from command_line import changed, firm, qdot, sample

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
    told = re.findall(r"^  \S+:\d+: (\S+): ", result.stdout, re.MULTILINE)
    assert len(told) == len(set(told))
    assert set(told) | {"community_property"} == {point["path"] for point in points}
    assert (
        f"open, to be answered by the attorney:\n  {sample('incomplete')}:13: trusts[lindstrom].marital_form: "
        "the form in which the property qualifies for the marital deduction; decides 39 clauses, 2 papers "
        "(26 USC 2056(b)(5), (b)(7), (b)(8); 26 CFR 20.2056A-2(b)(1))\n"
    ) in result.stdout
    assert f"  {sample('incomplete')}:9: spouse.is_resident: whether the spouse is domiciled" in result.stdout


def test_the_open_points_stand_by_who_answers_them_and_the_deciding_ones_first() -> None:
    points = json.loads(qdot("check", sample("incomplete"), "--json").stdout)["open_points"]

    groups = [who for who, _ in groupby(points, key=lambda point: str(point["who"]))]
    assert len(groups) == len(set(groups))
    for _, group in groupby(points, key=lambda point: str(point["who"])):
        weights = [sum(point[what] for what in ("clauses", "papers", "figures", "dates")) for point in group]
        assert weights == sorted(weights, reverse=True)
    assert {key for point in points for key in point} == {
        *("path", "what", "who", "where", "law", "clauses", "papers", "figures", "dates"),
    }


def test_one_paper_is_judged_alone_with_who_signs_it_and_when_it_is_due() -> None:
    result = qdot("check", sample("bond"), "bond")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "katz-bond: Bond; signed by U.S. Trustee as principal, and surety; "
        "due by the later of the filing and the due date of the return\n"
        f"{sample('bond')}: no problem in the facts.\n"
    )


def test_the_open_points_of_one_paper_are_fewer_than_those_of_the_case() -> None:
    whole = json.loads(qdot("check", sample("incomplete"), "--json").stdout)["open_points"]
    alone = json.loads(qdot("check", sample("incomplete"), "drafting-memo", "--json").stdout)["open_points"]

    assert 0 < len(alone) < len(whole)
    assert {point["path"] for point in alone} < {point["path"] for point in whole}


def test_a_paper_that_is_not_called_for_says_which_answer_decides_it() -> None:
    result = qdot("check", sample("bond"), "letter-of-credit")

    assert result.exit_code == 1
    assert "security.operative: letter-of-credit is not called for: the arrangement in use is the Bond" in result.stderr


def test_a_refusal_of_one_paper_is_no_problem_of_another(tmp_path: Path) -> None:
    case = changed(tmp_path, "bond", ("amount_furnished: 3783000.00", "amount_furnished: 3782999.99"))

    bond, agreement = qdot("check", case, "bond"), qdot("check", case, "trust-agreement")

    assert (bond.exit_code, agreement.exit_code, agreement.stderr) == (1, 0, "")
    assert "security.amount_furnished: " in bond.stderr


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
    assert "reformation-pending.yaml:29: trusts[marital].reformation.commenced: the proceeding" in pending
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
    assert any(line.endswith(" [letter_permitted]") for line in block)
    assert any(line.startswith("    law: 26 ") for line in block)
    turn = "would turn with another answer to trusts[katz].security.permitted, the security arrangements"
    assert any(line.startswith(f"    {turn}") for line in block)
    assert [line for line in lines if line != line.rstrip()] == []


def test_explain_tells_of_one_clause_in_english_before_it_names_the_fact() -> None:
    result = qdot("explain", sample("bond"), "--clause", "letter-of-credit")

    assert result.stdout.splitlines()[:3] == [
        "katz-trust-agreement: Qualified Domestic Trust Agreement",
        "- Letter of Credit arrangement (letter-of-credit): out",
        "    the Letter of Credit arrangement is not permitted. 26 CFR 20.2056A-2(d)(1)(i)(C) [letter_permitted]",
    ]
    assert qdot("explain", sample("bond"), "--clause", "letter-of-credit", "--in").stdout == (
        "No paper of the case has the clause letter-of-credit that is in.\n"
    )


@pytest.mark.parametrize(("option", "sign"), [("--in", "+"), ("--out", "-"), ("--undecided", "?")])
def test_explain_tells_of_the_clauses_of_one_state(option: str, sign: str) -> None:
    lines = qdot("explain", sample("incomplete"), option).stdout.splitlines()

    assert {line[0] for line in lines if line[:2] in ("+ ", "- ", "? ")} == {sign}


def test_a_clause_that_there_is_not_is_a_wrong_call() -> None:
    result = qdot("explain", sample("bond"), "--clause", "no-such-clause")

    assert result.exit_code == 2
    assert "there is no clause 'no-such-clause'; see `qdot library list`." in result.stderr


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
