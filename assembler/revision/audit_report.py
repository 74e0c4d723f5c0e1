"""The report of an audit in Word: what it does not say, an overview, and each requirement with a box to sign."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from assembler import word
from assembler.findings.instrument import rules_for_old_ones
from assembler.library.clause import Library, Words
from assembler.library.lint_asks import ASKS
from assembler.problem import Problem
from assembler.revision.audit import CONTRADICTED, FOUND, LACKS, NAME, Answer, Place
from assembler.revision.instrument import Instrument
from assembler.terms import edition
from assembler.wording import day

WORDS = "audit"
UNDATED = date(1980, 1, 1)
"""What the file says of when it was made, where no day is stated; nothing reads the clock."""

_STATES = {FOUND: "found", CONTRADICTED: "contradicted"}

_RUN = '<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'
_BOLD, _ITALIC = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
_KEEP = "<w:keepNext/>"
_INDENTED = '<w:ind w:left="360"/>'


def _paragraph(style: str, *runs: str, look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{"".join(runs)}</w:p>'


def _words(words: str, look: str = "") -> str:
    return _RUN.format(look=look, words=words)


def _cell(style: str, words: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>{_paragraph(style, _words(words))}</w:tc>'


def _row(style: str, words: Sequence[str], widths: Sequence[int] = (1800, 1200, 600, 1400)) -> str:
    cells = "".join(_cell(style, one, width) for one, width in zip(words, widths, strict=True))
    head = "<w:tblHeader/>" if style == "TableHeading" else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _labelled(label: str, words: str, look: str = "") -> str:
    return _paragraph("PaperLine", _words(f"{label}: ", _BOLD), _words(words), look=look)


def _if(condition: str, source: str) -> str:
    return f"{{% if {condition} %}}{source}{{% endif %}}"


_OVERVIEW = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="ScheduleTable"/><w:tblW w:w="5000" w:type="pct"/>'
    '<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>'
    + _row("TableHeading", [f"{{{{ words.{one} }}}}" for one in ("requirement", "state", "elements", "place")])
    + "{% for one in answers %}"
    + _row("TableText", ("{{ one.name }}", "{{ one.state }}", "{{ one.count }}", "{{ one.place }}"))
    + "{% endfor %}</w:tbl>"
)
_ANSWER = "".join((
    _paragraph("GroupHeading", _words("{{ one.name }}")),
    _paragraph("PaperLine", _words("{{ one.state }}", _BOLD), _words("{{ one.where }}"), look=_KEEP),
    _labelled("{{ words.says }}", "{{ one.says }} ({{ one.cite }})", _KEEP),
    _if("one.quote", _paragraph("Passage", _words("“{{ one.quote }}”"), look=_INDENTED)),
    _if("one.against", _labelled("{{ words.against }}", "{{ one.against }}")),
    _if("one.quote", _labelled("{{ words.seen }}", "{{ one.seen }}")),
    _if("one.quote", _labelled("{{ words.unseen }}", "{{ one.unseen }}")),
    _if("one.others", _labelled("{{ one.others_label }}", "{{ one.others }}")),
    _paragraph("PaperLine", _words("{{ words.box }}"), look=_KEEP),
    _paragraph("PaperLine", _words("{{ one.remedy }}", _ITALIC)),
))  # fmt: skip
_BODY = "".join((
    _paragraph("GroupHeading", _words("{{ words.limits }}")),
    "{% for one in limits %}", _paragraph("BodyText", _words("{{ one }}")), "{% endfor %}",
    _paragraph("GroupHeading", _words("{{ words.overview }}"), look="<w:pageBreakBefore/>"), _OVERVIEW,
    "{% for one in answers %}", _ANSWER, "{% endfor %}",
    _paragraph("GroupHeading", _words("{{ words.confirm }}")),
    "{% for one in signed %}", _paragraph("PaperLine", _words("{{ one }} " + "_" * 40)), "{% endfor %}",
))  # fmt: skip


def report(
    instrument: Instrument, answers: Sequence[Answer], library: Library, template: Path, dated: date | None = None
) -> bytes | tuple[Problem, ...]:
    """Write the report; ``dated`` is the day of the instrument. What keeps the template from being used is told."""
    words = library.words[WORDS]
    values = {
        "words": {name: word.text(words["report"].text(name)) for name in _PLAIN},
        "limits": [word.text(one) for one in _limits(instrument, words, dated)],
        "answers": [_shown(answer, library) for answer in answers],
        "signed": [words["report"].text("attorney"), words["report"].text("day")],
        **_front(instrument, words, dated),
    }
    opened, problems = word.open_template(template)
    if opened is None:
        return problems
    renderer, problems = word.compile_template(opened, _BODY, str(template), values.keys())
    return problems if renderer is None else renderer.render(values)


_PLAIN = (
    "limits", "overview", "requirement", "state", "place", "elements", "says", "against", "seen", "unseen", "box",
    "confirm",
)  # fmt: skip


def _front(instrument: Instrument, words: Mapping[str, Words], dated: date | None) -> dict[str, object]:
    said = words["report"]
    name, pages = instrument.name, str(instrument.pages)
    file = said.text("pages", name=name, pages=pages) if instrument.pages else name
    return {
        "document_title": said.text("title"), "title": said.text("title"), "subject_line": word.text(file),
        "matter_line": day(dated) if dated else "", "legend": said.text("footer"), "footer_legend": said.text("footer"),
        "open_points": [], "author": "", "created": (dated or UNDATED).isoformat(), "comments": "", "is_draft": False,
        "media": {}, "pictures": {},
    }  # fmt: skip


def _limits(instrument: Instrument, words: Mapping[str, Words], dated: date | None) -> Iterator[str]:
    yield from words["limits"].texts("text")
    yield from instrument.notes
    yield from law_in_force(words, dated)


def law_in_force(words: Mapping[str, Words], dated: date | None) -> Iterator[str]:
    """Say by which law an instrument of this day is judged, and which rules are for old ones."""
    said = words["dated"]
    if dated is None:
        yield said.text("unstated")
        return
    yield said.text("edition", day=day(dated), edition=edition(dated))
    yield from map(said.text, rules_for_old_ones(dated))


def place_of(place: Place, words: Mapping[str, Words]) -> str:
    """Say where a passage stands: its page, where pages are known, and its section."""
    said, passage = words["report"], place.passage
    page = said.text("page", page=str(passage.page)) if passage.page else ""
    section = passage.section or said.text("paragraph", paragraph=str(passage.paragraph))
    return ", ".join(filter(None, (page, section)))


def name_of(answer: Answer, library: Library) -> str:
    """Give the name of a requirement, as a report says it."""
    return library.words[ASKS][answer.requirement.id].text(NAME)


def state_of(answer: Answer, library: Library) -> str:
    """Give the state of a requirement in words."""
    return library.words[WORDS]["states"].text(_STATES.get(answer.state, "not_found"))


def lacks_of(answer: Answer, library: Library) -> str:
    """Give the answer of the case file that says that it is missing, or nothing where there is none."""
    return next(iter(library.words[ASKS][answer.requirement.id].texts(LACKS)), "")


def _shown(answer: Answer, library: Library) -> dict[str, object]:
    words, said = library.words[WORDS], library.words[WORDS]["report"]
    shown, lacks = answer.shown, lacks_of(answer, library)
    others = [place_of(place, words) for place in answer.places if place is not shown]
    values = {
        "name": name_of(answer, library),
        "state": state_of(answer, library),
        "place": place_of(shown, words) if shown else "",
        "where": f": {place_of(shown, words)}" if shown else "",
        "count": said.text("count", seen=str(len(shown.seen)), of=str(len(answer.elements))) if shown else "",
        "says": answer.requirement.says.rstrip("."),
        "cite": answer.requirement.cite,
        "quote": shown.passage.text.replace("\n", "\v") if shown else "",
        "against": "; ".join(f"“{one}”" for one in shown.against) if shown else "",
        "seen": "; ".join(shown.seen if shown else ()) or said.text("none"),
        "unseen": "; ".join(_unseen(answer, words)) or said.text("none"),
        "others": "; ".join(dict.fromkeys(others)),
        "others_label": said.text("others" if shown else "nearest"),
        "remedy": said.text("lacks", lacks=lacks) if lacks else said.text("by_hand"),
    }
    return {name: word.text(value) for name, value in values.items()}


def _unseen(answer: Answer, words: Mapping[str, Words]) -> Iterator[str]:
    for element in answer.unseen:
        elsewhere = answer.elsewhere(element)
        if elsewhere is None:
            yield element
        else:
            yield words["report"].text("elsewhere", element=element, place=place_of(elsewhere, words))
