"""Articles, sections and schedules are numbered as they were selected."""

from datetime import date

from assembler.composition import Entry, Levels, entries
from assembler.library.clause import Clause, InForce, Outline, Part
from assembler.word.levels import Level, StyleLevel


def clause(identity: str, kind: str = "section", title: str = "") -> Clause:
    return Clause(
        identity, kind, title or identity, (), (), (), False, InForce(), date(2026, 11, 22), "", None, None, None,
        "Words.", f"part/{identity}.md",
    )  # fmt: skip


KINDS = {
    "witness": "signature",
    "recital-plan": "recital",
    "map": "passage",
    "list-a": "schedule",
    "list-b": "schedule",
}
CLAUSES = {
    name: clause(name, KINDS.get(name, "section")) for name in ("one", "two", "three", "four", "five", *KINDS)
} | {"one": clause("one", title="The Spouse's income")}


def part(kind: str, identity: str | None, title: str | None, *clauses: str) -> Part:
    return Part(kind, identity, title, None, clauses)


OUTLINE = Outline(
    "agreement",
    "Agreement",
    (
        part("recitals", None, "Recitals", "recital-plan"),
        part("article", "article-first", "First", "one", "two"),
        part("article", "article-second", "The Trustee's Second", "three"),
        part("article", "article-third", "Third", "four", "five"),
        part("signatures", None, "Signatures", "witness"),
        part("schedules", None, None, "list-a", "map", "list-b"),
    ),
)


def lists(articles: Level, sections: Level, schedules: Level) -> Levels:
    """Give a list of articles and sections, and one of schedules."""
    text = (articles, sections)
    return {
        "Heading1": StyleLevel("1", 0, text),
        "Heading2": StyleLevel("1", 1, text),
        "ScheduleHeading": StyleLevel("2", 0, (schedules,)),
    }


OURS = lists(Level(text="Article %1"), Level(text="%1.%2"), Level(form="upperLetter", text="Schedule %1"))


def numbers(*chosen: str, levels: Levels = OURS) -> dict[str, str]:
    return {entry.identity: entry.number for entry in entries(OUTLINE, CLAUSES, chosen, levels)}


def test_everything_chosen_is_numbered_in_order() -> None:
    found = entries(OUTLINE, CLAUSES, tuple(CLAUSES), OURS)

    assert found == (
        Entry(1, "", "Recitals", "part-recitals"),
        Entry(1, "Article 1", "First", "article-first"),
        Entry(2, "1.1", "The Spouse’s income", "one", "Section"),
        Entry(2, "1.2", "two", "two", "Section"),
        Entry(1, "Article 2", "The Trustee’s Second", "article-second"),
        Entry(2, "2.1", "three", "three", "Section"),
        Entry(1, "Article 3", "Third", "article-third"),
        Entry(2, "3.1", "four", "four", "Section"),
        Entry(2, "3.2", "five", "five", "Section"),
        Entry(1, "", "Signatures", "part-signatures"),
        Entry(1, "Schedule A", "list-a", "list-a"),
        Entry(1, "Schedule B", "list-b", "list-b"),
    )


def test_a_section_left_out_moves_those_after_it_up() -> None:
    found = numbers("two", "three")

    assert found == {"article-first": "Article 1", "two": "1.1", "article-second": "Article 2", "three": "2.1"}


def test_an_article_left_empty_takes_no_number() -> None:
    found = numbers("one", "five")

    assert found == {"article-first": "Article 1", "one": "1.1", "article-third": "Article 2", "five": "2.1"}


def test_a_schedule_left_out_gives_its_letter_to_the_next() -> None:
    assert numbers("map", "list-b") == {"list-b": "Schedule A"}


def test_nothing_chosen_has_no_contents() -> None:
    assert numbers() == {}
