"""`qdot ask` and `qdot new` in a terminal: whole cases, what people type, and how they leave."""

from pathlib import Path

import pytest
from command_line import qdot
from terminal import Terminal, answer_as

from assembler import casefile
from assembler.casefile import paths
from assembler.casefile.shape import Case
from assembler.matter import Engine, Matter

SAMPLES = Path(__file__).parents[2] / "samples"
BEGUN = """\
# A first call.
format: 1
as_of: 2026-11-16  # the day we met
decedent:
  name: "Eleanor Lind"
  # her own words: a citizen
trusts:
  - id: lind
    source: lifetime-agreement
    trustees:
      - {name: Astrid Lind, is_us_trustee: true}
"""


def case_of(path: Path) -> Case:
    case = casefile.read(path).case
    assert case is not None
    return case


def begun(folder: Path, text: str = BEGUN) -> Path:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bond(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], str]:
    """Make the case of samples/bond.yaml from nothing, as a paralegal does, in a terminal."""
    folder = tmp_path_factory.mktemp("bond")
    terminal = Terminal(folder, "new", "case.yaml")
    asked = answer_as(terminal, case_of(SAMPLES / "bond.yaml"), folder / "case.yaml")
    assert terminal.end() == 0
    return folder / "case.yaml", asked, terminal.shown


def test_a_case_made_from_nothing_ends_with_no_open_point(
    bond: tuple[Path, list[str], str], engine: Engine
) -> None:
    path, asked, shown = bond

    matter = Matter.open(path, engine)
    assert matter.problems == ()
    assert [point.path for point in matter.open_points if point.path not in asked] == []
    assert matter.open_points == ()
    assert "nothing is open." in shown
    assert "Traceback" not in shown


def test_a_case_made_from_nothing_says_what_the_sample_says(bond: tuple[Path, list[str], str]) -> None:
    path, asked, _ = bond
    made, sample = case_of(path), case_of(SAMPLES / "bond.yaml")

    for one in (one for one in asked if not is_record(one)):
        assert paths.answer(made, one) == paths.answer(sample, one) or not paths.answer(sample, one), one


def is_record(path: str) -> bool:
    field = paths.question(path)
    return field is not None and field.is_record


REST = [
    *("executor", "decedent", "spouse", "trusts[katz].trustees", "trusts[katz].successors", "trusts[katz].assets"),
    *("trusts[katz].bond", "trusts[katz].security", "trusts[katz].is_ordinary_trust", "trusts[katz].wholly_marital"),
    *("trusts[katz].has_ein", "assignments", "assignments[0].assets"),
]


@pytest.mark.slow
def test_what_nothing_hung_on_can_be_answered_by_name_and_then_the_case_is_the_samples(
    bond: tuple[Path, list[str], str], tmp_path: Path
) -> None:
    path, sample = tmp_path / "case.yaml", case_of(SAMPLES / "bond.yaml")
    path.write_bytes(bond[0].read_bytes())
    terminal = Terminal(tmp_path, "ask", "case.yaml", *REST)
    answer_as(terminal, sample, path)

    assert terminal.end() == 0
    assert case_of(path) == sample


@pytest.mark.slow
def test_an_attorneys_plan_for_a_living_client_is_made_from_nothing_too(tmp_path: Path, engine: Engine) -> None:
    path = tmp_path / "case.yaml"
    terminal = Terminal(tmp_path, "new", "case.yaml")

    asked = answer_as(terminal, case_of(SAMPLES / "california-couple.yaml"), path)

    assert terminal.end() == 0
    matter = Matter.open(path, engine)
    assert (matter.problems, matter.open_points) == ((), ())
    assert "decedent.died" in asked
    assert [one.problems for one in matter.draft("trust-agreement").documents] == [()]


def test_nothing_is_lost_by_who_leaves_with_ctrl_c_or_ctrl_d_at_any_question(tmp_path: Path) -> None:
    for number, key in enumerate("cdcd"):
        path = begun(tmp_path)
        terminal = Terminal(tmp_path, "ask", "case.yaml")
        terminal.wait()
        terminal.say(*("2026-01", "Hale LLP", "", "?")[: number + 1])
        assert terminal.press(key) == ""
        code = terminal.end()
        assert code == (130 if key == "c" else 0)
        assert "Traceback" not in terminal.shown
        assert "open points" in terminal.shown
        text = path.read_text(encoding="utf-8")
        assert "number: 2026-01" in text
        assert text.startswith(BEGUN[: BEGUN.index("decedent:")])


def test_what_people_type_is_taken_and_told_in_the_form_of_the_file(tmp_path: Path) -> None:
    path = begun(tmp_path)
    named = ("decedent.status", "decedent.domicile", "decedent.died", "trusts[lind].security", "spouse.is_us_citizen")
    terminal = Terminal(tmp_path, "ask", "case.yaml", *named)
    terminal.wait()

    assert "  = resident-noncitizen" in terminal.say("3")
    assert "  = Massachusetts" in terminal.say("Mass.")
    assert "1 March 4, 2026" in terminal.say("3/4/2026")
    assert "  = 2026-03-04 (March 4, 2026)" in terminal.say("1")
    assert "  = bank-trustee, letter-of-credit" in terminal.say("bank trustee and Letter of Credit")
    assert "is neither yes nor no" in terminal.say("perhaps")
    assert "  = false (no)" in terminal.say("No")
    assert "did you mean" not in terminal.say("a handshake")
    terminal.say("<")
    terminal.say("y", "bond", "$1,100,000")
    terminal.say("quit")

    assert terminal.end() == 0
    text = path.read_text(encoding="utf-8")
    assert "  # her own words: a citizen\n" in text
    assert "  status: resident-noncitizen\n  domicile: Massachusetts\n" in text
    assert "      permitted: [bank-trustee, letter-of-credit]\n      by_reference: true\n      operative: bond" in text
    assert "      amount_furnished: 1100000\n" in text


def test_a_question_explains_itself(tmp_path: Path) -> None:
    begun(tmp_path)
    terminal = Terminal(tmp_path, "ask", "case.yaml", "trusts[lind].marital_form")

    shown = terminal.wait()
    helped = terminal.say("?")

    assert "In which form does the property qualify for the marital deduction?" in shown
    assert "2 qtip: all income to the spouse for life" in shown
    assert "Why: Apart from the spouse's citizenship" in helped
    assert "26 USC 2056(b)(5)" in helped
    assert "Who can tell: attorney." in helped
    assert terminal.press("d") == ""
    assert terminal.end() == 0


def test_forty_columns_are_enough(tmp_path: Path) -> None:
    begun(tmp_path)
    terminal = Terminal(tmp_path, "ask", "case.yaml", "trusts[lind].security", columns=40)

    terminal.wait()
    terminal.say("?", "nonsense", "", "quit")

    assert terminal.end() == 0
    assert max(len(line.removeprefix("> ")) for line in terminal.shown.splitlines()) <= 40


def test_a_file_that_somebody_changes_meanwhile_is_read_again_and_not_overwritten(tmp_path: Path) -> None:
    path = begun(tmp_path)
    terminal = Terminal(tmp_path, "ask", "case.yaml", "spouse.name")
    terminal.wait()
    path.write_text(BEGUN + "community_property: none\n", encoding="utf-8")

    assert "was changed meanwhile" in " ".join(terminal.say("Bo Lind").split())
    terminal.say("Bo Lind")

    assert terminal.end() == 0
    text = BEGUN.replace("trusts:", "spouse:\n  name: Bo Lind\ntrusts:")
    assert path.read_text(encoding="utf-8") == f"{text}community_property: none\n"


def test_a_question_that_there_is_not_is_a_wrong_call(tmp_path: Path) -> None:
    begun(tmp_path)
    terminal = Terminal(tmp_path, "ask", "case.yaml", "trusts[lind].securty")

    assert terminal.wait() == ""
    assert terminal.end() == 2
    assert "no question has the path trusts[lind].securty" in terminal.shown


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    path = begun(tmp_path)

    result = qdot("ask", path)

    assert result.exit_code == 1
    assert result.stderr == (
        f"{path}: there is no terminal to ask in.\n"
        f"  fix: answer in the file itself; `qdot check {path}` tells what is open.\n"
    )


def test_a_file_that_cannot_be_read_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    begun(tmp_path, BEGUN + "decedant: {}\n")
    terminal = Terminal(tmp_path, "ask", "case.yaml")

    assert terminal.wait() == ""
    assert terminal.end() == 1
    assert "did you mean `decedent`?" in terminal.shown
