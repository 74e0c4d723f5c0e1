"""The prescribed forms as the law prints them, and as our clauses say them, in words that can be compared."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from permitted import CORRECTIONS, PERMITTED, Difference

from assembler.composition import compile_document
from assembler.library import Clause
from assembler.library.document_order import members
from assembler.library.reading import read

ROOT = Path(__file__).parents[2]
LAW = ROOT / "tests" / "fixtures" / "law"
OURS = read(ROOT / "clauses")
DAYS = {"1996": date(2026, 7, 9), "2026": date(2026, 7, 10)}
"""A paper's day in each edition: the last of the one and the first of the other."""

QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'"})


def printed(name: str) -> str:
    """Read a text of the law, with its typewriter's quotation marks and rules made plain."""
    text = (LAW / f"{name}.txt").read_text(encoding="utf-8")
    text = re.sub(r"\[\[Page \d+\]\]", "", text).replace("``", '"').replace("''", '"')
    return _spaced(re.sub(r"-{3,}|_{2,}", " ___ ", text.translate(QUOTES)))


def _spaced(text: str) -> str:
    return re.sub(r"___ ([.,;])", r"___\1", " ".join(text.split()))


def prescribed(form: str, edition: str, variant: str = "") -> list[str]:
    """Give the law's words, corrected, with every permitted difference made; each has to be there to be made."""
    text = printed(f"{form}-{edition}")
    for difference in (*CORRECTIONS.get((form, edition), ()), *differences(form, edition, variant)):
        found = text.count(difference.law)
        assert found == difference.times, f"“{difference.law}” stands {found} times in the {form} of {edition}"
        text = text.replace(difference.law, difference.ours)
    return text.split()


def differences(form: str, edition: str, variant: str) -> tuple[Difference, ...]:
    """List the differences permitted in a form of an edition, or in one of its variants."""
    return tuple(d for d in PERMITTED if d.concerns(form, edition, variant))


def said(form: str, edition: str, facts: Collection[str] = ()) -> list[str]:
    """Give the words of our form, each field as its name in pointed brackets."""
    compiled = compile_document(OURS.outlines[form], OURS)
    lines = (line for clause in chosen(form, edition, facts) for line in compiled.plain[clause.id].render({}, _named))
    return " ".join(lines).translate(QUOTES).split()


def chosen(form: str, edition: str, facts: Collection[str]) -> Iterator[Clause]:
    """Give the clauses that are in a form of an edition when these facts hold and no others do."""
    for part in OURS.outlines[form].parts:
        for clause in members(part, OURS.of(OURS.outlines[form])):
            met = all((name.removeprefix("not ") in facts) != name.startswith("not ") for name in clause.when)
            if met and clause.in_force.holds_on(DAYS[edition]):
                yield clause


def _named(clause: str, placeholder: object, item: object) -> str:
    return f"⟨{getattr(placeholder, 'field', '')}⟩"
