"""The lists over which the index of a case repeats: its papers, those that are wanting, those made elsewhere."""

from collections.abc import Sequence

from assembler.findings import Kind, Subject
from assembler.library.clause import Words
from assembler.matter.papers import Elsewhere, Gap, KeptBack, Papers
from assembler.merge import Row
from assembler.selection import Plan, name
from assembler.wording import capitalised, listed, sentence

INDEX = "cover-index"

PAPERS = frozenset({"number", "title", "subject", "signed_by", "due", "file"})
GAPS = frozenset({"papers", "subject", "why", "answer", "who"})
ELSEWHERE = frozenset({"title", "subject", "remedy", "told_by"})
"""The fields of a row of each list."""


def papers(plans: Sequence[Plan]) -> Sequence[Row]:
    """List a case's papers for its index: what each is, of what, who signs it, when it is due, and its file."""
    listed = [plan for plan in plans if plan.document != INDEX]
    return [_paper(number, plan) for number, plan in enumerate(listed, 1)]


def _paper(number: int, plan: Plan) -> Row:
    outline = plan.outline
    return {
        "number": str(number),
        "title": outline.title,
        "subject": whose(plan.subject),
        "signed_by": capitalised(outline.signed_by),
        "due": capitalised(outline.due),
        "file": f"{plan.name}.docx",
    }


def whose(subject: Subject) -> str:
    """Name the trust, the assignment or the annuity that a paper concerns as a person knows it."""
    record = subject.record
    known = {Kind.TRUST: "name", Kind.ASSIGNMENT: "description", Kind.ANNUITY: "plan"}.get(subject.kind, "")
    return getattr(record, known, None) or name(subject)


def why(gap: Gap, words: Words) -> str:
    """Say why a paper may be wanting: what cannot be decided, or the words of another paper that speaks of it."""
    if gap.told_by:
        return words.text("absent", paper=gap.told_by, says=gap.says, because=gap.because)
    return words.text("undecided", because=gap.because)


def gaps(beside: Papers, words: Words) -> Sequence[Row]:
    """List the papers that are kept back or may be wanting in the set; where there are none, one row says so."""
    rows = [_refused(one, words) for one in beside.kept_back]
    rows += [
        {
            "papers": listed(gap.papers, "or"),
            "subject": whose(gap.subject),
            "why": sentence(why(gap, words)),
            "answer": f"{gap.question.what} ({gap.question.path})",
            "who": gap.question.who,
        }
        for gap in beside.gaps
    ]
    return rows or [dict.fromkeys(sorted(GAPS), "") | {"papers": words.text("none")}]


def _refused(one: KeptBack, words: Words) -> Row:
    return {
        "papers": one.plan.outline.title,
        "subject": whose(one.plan.subject),
        "why": sentence(words.text("refused", refusal=one.refusals[0].what)),
        "answer": one.refusals[0].where,
        "who": "",
    }


def elsewhere(found: Sequence[Elsewhere], words: Words) -> Sequence[Row]:
    """List the papers that are made elsewhere; where there are none, one row says so."""
    rows = [
        {
            "title": one.paper.title,
            "subject": whose(one.subject),
            "remedy": sentence(one.paper.remedy),
            "told_by": listed(one.told_by) or words.text("by_law", law="; ".join(one.paper.authority)),
        }
        for one in found
    ]
    return rows or [dict.fromkeys(sorted(ELSEWHERE), "") | {"title": words.text("none")}]
