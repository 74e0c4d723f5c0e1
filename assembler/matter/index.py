"""The lists over which the index of a case repeats: its papers, those that are wanting, those made elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assembler.casefile.shape import Case
from assembler.findings import Findings, Kind, Subject
from assembler.findings.designated_filer import ALL
from assembler.findings.estate import ESTATE
from assembler.findings.figure import decedents_estate
from assembler.library.clause import Outline, Words
from assembler.matter.calendar import CalendarEntry
from assembler.matter.papers import Elsewhere, Gap, KeptBack, Papers
from assembler.selection import Plan
from assembler.wording import capitalised, day, listed, sentence

if TYPE_CHECKING:
    from assembler.merge import Row, Value

INDEX = "cover-index"
NAMED = {Kind.TRUST: "name", Kind.ASSIGNMENT: "description", Kind.ANNUITY: "plan"}
"""The answer by which a person knows each kind of thing."""

PAPERS = frozenset({"number", "title", "subject", "signed_by", "due", "file"})
SPOUSE_PAPERS = frozenset({"title", "subject", "day"})
GAPS = frozenset({"papers", "subject", "why", "answer", "who"})
ELSEWHERE = frozenset({"title", "subject", "remedy", "told_by"})
"""The fields of a row of each list."""


def papers(
    plans: Sequence[Plan], dates: Sequence[CalendarEntry], fields: "Callable[[Plan], Mapping[str, Value]]"
) -> "Sequence[Row]":
    """List a case's papers by name for its index: what each is, of what, who signs it, when it is due, its file.

    ``fields`` gives the fields of a paper, by which those who sign it are named.
    """
    listed = sorted((plan for plan in plans if plan.document != INDEX), key=lambda plan: plan.outline.title)
    return [_paper(number, plan, dates, fields(plan)) for number, plan in enumerate(listed, 1)]


def _paper(number: int, plan: Plan, dates: Sequence[CalendarEntry], fields: "Mapping[str, Value]") -> "Row":
    last = _last_day(plan, dates)
    return {
        "number": str(number),
        "title": plan.outline.title,
        "subject": whose(plan.subject),
        "signed_by": _signed_by(plan.outline, fields),
        "due": f"{day(last)} ({plan.due})" if last else capitalised(plan.due),
        "file": f"{plan.name}.docx",
    }


def _signed_by(outline: Outline, fields: "Mapping[str, Value]") -> str:
    """Name those who sign, and the offices in which they do; where a name is not known, the offices alone."""
    names = [one for one in dict.fromkeys(fields[one] for one in outline.signers) if one]
    known = [one for one in names if isinstance(one, str)]
    if not known or known != names:
        return capitalised(outline.signed_by)
    several = any(" and " in one for one in known)  # who signs in which office, a semicolon keeps apart
    return f"{'; '.join(known) if several else listed(known)} ({outline.signed_by})"


def spouse_papers(
    plans: Sequence[Plan], dates: Sequence[CalendarEntry], fields: "Callable[[Plan], Mapping[str, Value]]", words: Words
) -> "Sequence[Row]":
    """List the papers that the spouse, or the one who acts for the spouse, has still to sign, and by when."""
    rows: list[Row] = []
    for plan in sorted(plans, key=lambda plan: plan.outline.title):
        values, last = fields(plan), _last_day(plan, dates)
        signs = {values[one] for one in plan.outline.signers} & {values["spouse_name"], values["assignor_name"]}
        if signs and (last is None or last >= plan.paper_date):
            by = day(last) if last else words.text("unset")
            rows.append({"title": plan.outline.title, "subject": whose(plan.subject), "day": by})
    return rows


def _last_day(plan: Plan, dates: Sequence[CalendarEntry]) -> date | None:
    """Find the next day of the calendar by which a paper is due, or else the last."""
    of, keys = {ESTATE, ALL, plan.subject.id}, plan.outline.deadlines
    days = [one.deadline.date for one in dates if one.deadline.key in keys and one.subject in of]
    return min((one for one in days if one >= plan.paper_date), default=max(days, default=None))


def whose(subject: Subject) -> str:
    """Name the trust, the assignment, the annuity or the estate that a paper concerns as a person knows it."""
    if subject.kind is Kind.CASE:
        return _couple(subject.case) if subject.is_planning else capitalised(decedents_estate(subject.case))
    known: str | None = getattr(subject.record, NAMED[subject.kind])
    return known or _by_its_trust(subject) or f"{capitalised(subject.kind)} {subject.number + 1}"


def _couple(case: Case) -> str:
    return listed([one for one in (case.decedent.name, case.spouse.name) if one]) or "The family"


def _by_its_trust(subject: Subject) -> str | None:
    """Name an assignment without a description by the trust that takes it, where that takes no other."""
    if subject.kind is not Kind.ASSIGNMENT:
        return None
    taken = [one for one in subject.case.assignments if one.trust == subject.assignment.trust]
    return subject.trust.name if len(taken) == 1 else None


def names(findings: Findings) -> Mapping[str, str]:
    """Name what the dates of a case are told of, by the id under which they go; an id of two things stands as it is."""
    found = {ESTATE: whose(findings.whole)}
    ids = [one.id for kind in Kind for one in findings.of(kind)]
    for kind in (Kind.TRUST, Kind.ASSIGNMENT, Kind.ANNUITY):
        found |= {one.id: whose(one) for one in findings.of(kind) if ids.count(one.id) == 1}
    return found


def why(gap: Gap, words: Words) -> str:
    """Say why a paper may be wanting: what cannot be decided, or the words of another paper that speaks of it."""
    if gap.told_by:
        return words.text("absent", paper=gap.told_by, says=gap.says, because=gap.because)
    return words.text("undecided", because=gap.because)


def gaps(beside: Papers, words: Words) -> "Sequence[Row]":
    """List the papers that are kept back or may be wanting in the set; where there are none, one row says so."""
    rows = [_refused(one, words) for one in beside.kept_back]
    rows += [
        {
            "papers": listed(gap.papers, "or"),
            "subject": whose(gap.subject),
            "why": sentence(why(gap, words)),
            "answer": capitalised(gap.question.what),
            "who": gap.question.who,
        }
        for gap in beside.gaps
    ]
    return rows or [dict.fromkeys(sorted(GAPS), "") | {"papers": words.text("none")}]


def _refused(one: KeptBack, words: Words) -> "Row":
    return {
        "papers": one.plan.outline.title,
        "subject": whose(one.plan.subject),
        "why": sentence(words.text("refused", refusal=one.refusals[0].what)),
        "answer": sentence(one.refusals[0].fix),
        "who": "",
    }


def elsewhere(found: Sequence[Elsewhere], words: Words) -> "Sequence[Row]":
    """List the papers that are made elsewhere, each once for all it concerns; where there are none, one row says so."""
    same: dict[tuple[str, str], list[Elsewhere]] = {}
    for one in found:
        same.setdefault((one.paper.title, one.paper.remedy), []).append(one)
    rows = [
        {
            "title": title,
            "subject": listed(list(dict.fromkeys(whose(one.subject) for one in group))),
            "remedy": sentence(remedy),
            "told_by": listed(list(dict.fromkeys(by for one in group for by in one.told_by)))
            or words.text("by_law", law="; ".join(group[0].paper.authority)),
        }
        for (title, remedy), group in same.items()
    ]
    return rows or [dict.fromkeys(sorted(ELSEWHERE), "") | {"title": words.text("none")}]
