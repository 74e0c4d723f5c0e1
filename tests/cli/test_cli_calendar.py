"""``qdot calendar`` prints the dates, or writes them for a calendar program, and says what is wrong."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command_line import qdot, sample
from findings.written_case import case_text, trust
from icalendar import Calendar

SAMPLE = sample("deadlines")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(case_text(), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return qdot("calendar", *arguments)


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_json_has_the_dates_with_their_keys_and_nothing_beside_them(case: Path) -> None:
    answer = json.loads(run(case, "--json").stdout)

    assert answer.keys() == {"dates"}
    assert answer["dates"][2] == {
        "name": "Estate tax due",
        "subject": "estate",
        "date": "2026-11-12",
        "who": "Executor",
        "what": "Pay the estate tax shown on the return; an extension of time to file does not extend payment.",
        "authority": ["26 USC 6151(a)", "26 USC 6075(a)", "26 USC 7503"],
        "why": [
            "Date of death: 2026-02-11",
            "nine months later: 2026-11-11",
            "Wednesday 2026-11-11 is no business day: the next one: 2026-11-12",
        ],
        "rolls": True,
        "nominal": "2026-11-11",
        "work_by": "2026-11-10",
        "note": "",
    }


def test_text_says_who_what_why_and_whether_it_rolls(case: Path) -> None:
    result = run(case)

    assert result.exit_code == 0
    assert (
        "2026-11-12 Thursday (past): Estate tax return due [estate]\n"
        "  who: Executor\n"
        "  what: File Form 706 or 706-NA, or ask for an extension on Form 4768.\n"
        "  why: Date of death: 2026-02-11\n"
        "       nine months later: 2026-11-11\n"
        "       Wednesday 2026-11-11 is no business day: the next one: 2026-11-12\n"
        "  rolls: yes; from 2026-11-11 Wednesday, which is no business day\n"
        "  work to: 2026-11-10 Tuesday\n"
        "  law: 26 USC 6075(a); 26 CFR 20.6075-1; 26 USC 7503\n\n"
    ) in result.stdout
    assert "2027-11-11 Thursday: Last day for a QDOT election [estate]" in result.stdout
    assert "  rolls: no; a weekend or holiday brings no more time\n" in result.stdout


def test_what_is_left_out_is_a_note_and_no_problem(case: Path) -> None:
    case.write_text(case_text(assignments=[{"id": "villa", "trust": "share"}]), encoding="utf-8")
    note = "note: villa: Conveyance of assigned property is left out until decedent.has_administration is answered."

    assert note in run(case).stdout
    assert note in run(case, "--json").stderr
    assert run(case).exit_code == 0


def test_a_plan_has_no_date(case: Path) -> None:
    case.write_text(case_text(decedent={"died": None}), encoding="utf-8")
    result = run(case, "--json")

    assert (result.exit_code, json.loads(result.stdout)) == (0, {"dates": []})
    assert "no date has begun to run" in result.stderr


def test_the_sample_tells_its_story() -> None:
    told = {(one["subject"], one["name"]): one["date"] for one in json.loads(run(SAMPLE, "--json").stdout)["dates"]}

    assert told["estate", "Estate tax return due, with extension"] == "2027-05-11"
    assert told["boyle", "Bond filed"] == "2027-05-04"
    assert told["boyle", "Form 706-QDT and tax for 2027"] == "2028-04-18"
    assert told["boyle", "Adjustment of the bond to the value finally determined"] == "2028-04-30"
    assert told["boyle", "Notice that the spouse has become a citizen"] == "2029-04-17"
    assert told["boyle", "Election to treat earlier distributions as gifts"] == "2029-04-17"
    assert told["residue", "Conveyance of assigned property"] == "2028-12-28"
    assert told["pension", "Form 706-QDT for annuity payments of 2026"] == "2027-05-11"
    assert told["ira", "Roll-over of an annuity payment"] == "2028-12-15"


def test_an_ics_file_reads_back_with_every_date_as_a_whole_day_and_two_alarms(tmp_path: Path) -> None:
    result = run(SAMPLE, "--ics", tmp_path / "dates.ics", "--json")
    told = json.loads(result.stdout)["dates"]
    found = events(tmp_path / "dates.ics")

    assert result.exit_code == 0
    assert [str(one.decoded("dtstart")) for one in found] == [one["date"] for one in told]
    assert all(type(one.decoded("dtstart")) is date for one in found)
    assert all(one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1) for one in found)
    assert len({str(one["uid"]) for one in found}) == len(found)
    assert {str(one.decoded("dtstamp")) for one in found} == {"2028-11-20 00:00:00+00:00"}
    assert all(
        [alarm.decoded("trigger") for alarm in one.walk("VALARM")] == [timedelta(days=-30), timedelta(days=-7)]
        for one in found
    )
    assert "Law: " in str(found[0]["description"])


def test_an_ics_file_is_the_same_bytes_on_two_runs(tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        run(SAMPLE, "--ics", tmp_path / name)

    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_a_date_that_moves_keeps_its_uid(case: Path, tmp_path: Path) -> None:
    def uid(text: str) -> str:
        case.write_text(text, encoding="utf-8")
        assert run(case, "--ics", tmp_path / "x.ics", "--force").exit_code == 0
        (one,) = [one for one in events(tmp_path / "x.ics") if "Last day for a QDOT" in str(one["summary"])]
        return str(one["uid"])

    assert uid(case_text()) == uid(case_text(return_={"extended_to": "2027-05-11"}, as_of="2027-01-04"))
    assert uid(case_text()) != uid(case_text(matter={"number": "2026-0008"}))


def test_a_name_is_kept_whole_in_an_ics_file(case: Path, tmp_path: Path) -> None:
    case.write_text(case_text(decedent={"name": '李 & Söhne, "the" Elder; Jr.'}), encoding="utf-8")
    run(case, "--ics", tmp_path / "x.ics")

    calendar = Calendar.from_ical((tmp_path / "x.ics").read_bytes())
    assert str(calendar["x-wr-calname"]) == 'QDOT dates: 李 & Söhne, "the" Elder; Jr.'


def test_a_file_that_stands_is_overwritten_only_when_forced(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "dates.ics"
    target.write_text("mine", encoding="utf-8")

    refused = run(case, "--ics", target)
    assert refused.exit_code == 1
    assert "the file is there already, and is no calendar of this case." in refused.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert run(case, "--ics", target, "--force").exit_code == 0
    assert events(target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "dates.ics"]


def test_a_file_that_cannot_be_written_is_a_problem(case: Path, tmp_path: Path) -> None:
    result = run(case, "--ics", tmp_path / "nowhere" / "dates.ics")

    assert result.exit_code == 1
    assert "it cannot be written" in result.stderr


def test_a_problem_stands_at_its_line_and_no_ics_file_is_written(case: Path, tmp_path: Path) -> None:
    late = trust(distributions=[{"made": "2029-01-01", "kind": "principal"}])
    case.write_text(case_text(trusts=[late], spouse={"died": "2028-06-30"}), encoding="utf-8")
    result = run(case, "--ics", tmp_path / "dates.ics")

    assert result.exit_code == 1
    line = 1 + case.read_text(encoding="utf-8").splitlines().index("  - made: '2029-01-01'")
    assert f"{case}:{line}: trusts[share].distributions[0].made: a distribution of 2029" in result.stderr
    assert "Estate tax return due" in result.stdout
    assert not (tmp_path / "dates.ics").exists()


def test_an_extension_that_cannot_stand_is_told_once(case: Path) -> None:
    case.write_text(case_text(return_={"extended_to": "2026-11-10"}), encoding="utf-8")

    assert run(case).stderr.count("the extension ends on 2026-11-10") == 1


@pytest.mark.parametrize("text", ["", "format: 1\n", "nonsense: [", "\x00"])
def test_a_file_that_is_no_case_is_told_and_has_no_date(case: Path, text: str) -> None:
    case.write_text(text, encoding="utf-8")
    result = run(case, "--json")

    assert (result.exit_code, json.loads(result.stdout)) == (1, {"dates": []})
    assert "fix: " in result.stderr


def test_a_call_without_a_case_is_a_usage_error() -> None:
    assert run().exit_code == 2


def test_a_firm_s_words_are_told_and_one_that_cannot_stand_is_a_problem(case: Path, tmp_path: Path) -> None:
    words = tmp_path / "firm" / "clauses" / "words"
    words.mkdir(parents=True)
    office = words / "offices.yaml"
    office.write_text("executor:\n  name: personal representative\n", encoding="utf-8")
    told = run(case, "--firm", tmp_path / "firm", "--json")

    assert told.exit_code == 0
    assert json.loads(told.stdout)["dates"][2]["who"] == "Personal representative"

    office.write_text("exekutor:\n  name: personal representative\n", encoding="utf-8")
    refused = run(case, "--firm", tmp_path / "firm", "--ics", tmp_path / "dates.ics")
    assert refused.exit_code == 1
    assert "`exekutor` is not an entry of ours." in refused.stderr
    assert "who: Executor" in refused.stdout
    assert not (tmp_path / "dates.ics").exists()


def by_uid(path: Path) -> dict[str, Any]:
    return {str(one["uid"]): one for one in events(path)}


def test_a_file_written_anew_moves_what_moved_and_cancels_what_fell_away(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "dates.ics"
    run(case, "--ics", target)
    first = by_uid(target)
    case.write_text(case_text().replace("2026-02-11", "2026-02-17"), encoding="utf-8")

    assert run(case, "--ics", target).exit_code == 0

    second = by_uid(target)
    moved = [uid for uid in first if first[uid]["dtstart"].dt != second[uid]["dtstart"].dt]
    assert first.keys() == second.keys()
    assert moved
    assert {int(second[uid]["sequence"]) for uid in moved} == {1}


def test_a_file_written_anew_of_the_same_case_is_the_same(case: Path, tmp_path: Path) -> None:
    run(case, "--ics", tmp_path / "x.ics")
    before = (tmp_path / "x.ics").read_bytes()
    run(case, "--ics", tmp_path / "x.ics")

    assert (tmp_path / "x.ics").read_bytes() == before


def test_a_date_that_falls_away_is_cancelled_once_and_comes_back_higher(case: Path, tmp_path: Path) -> None:
    target, whole = tmp_path / "dates.ics", case.read_text(encoding="utf-8")
    run(case, "--ics", target)
    first = by_uid(target)
    case.write_text(case_text(**{"return": {"form": "706", "filed": "2026-10-01"}}), encoding="utf-8")
    run(case, "--ics", target)
    run(case, "--ics", target)
    gone = {uid: one for uid, one in by_uid(target).items() if str(one.get("status", "")) == "CANCELLED"}
    case.write_text(whole, encoding="utf-8")
    run(case, "--ics", target)

    assert gone
    assert {int(one["sequence"]) for one in gone.values()} == {1}
    assert {int(by_uid(target)[uid]["sequence"]) for uid in gone} == {2}
    assert by_uid(target).keys() >= first.keys()


def test_a_corrected_name_keeps_every_uid_where_the_matter_has_a_number(case: Path, tmp_path: Path) -> None:
    run(case, "--ics", tmp_path / "a.ics")
    case.write_text(case_text(decedent={"name": "A Corrected Name"}), encoding="utf-8")
    run(case, "--ics", tmp_path / "b.ics")

    assert by_uid(tmp_path / "a.ics").keys() == by_uid(tmp_path / "b.ics").keys()


def test_a_dash_is_standard_output(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(case, "--ics", "-").stdout.startswith("BEGIN:VCALENDAR")
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]
