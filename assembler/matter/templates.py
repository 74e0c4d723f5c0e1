"""Say at once all that a template lacks."""

import re
from collections.abc import Iterator, Mapping

from assembler import word
from assembler.composition import FORMS, StyleLevel
from assembler.problem import Problem
from assembler.word import Template

KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
NAMED = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="([^"{]+)"')
CONTENTS, LISTED = "{{ contents }}", {"TOC1": "paragraph", "TOC2": "paragraph"}

UNDER = {
    "Heading1": "",
    "Heading2": "Heading1",
    "ListNumber": "Heading2",
    "ListNumber2": "ListNumber",
    "DefinitionItem": "Definition",
    "DefinitionItem2": "DefinitionItem",
    "Recital": "",
    "RecitalItem": "Recital",
    "ScheduleHeading": "",
    "ScheduleItem": "ScheduleHeading",
    "SignatureItem": "SignatureHeading",
    "TopicItem": "TopicHeading",
    "FormItem": "FormText",
}
"""Each style that must be numbered, and the style under which its numbers start again: a higher level of its list."""

REFERRED = ("Heading1", "Heading2", "ScheduleHeading")
"""The headings whose numbers references show."""


def styles_named(*bodies: str) -> dict[str, str]:
    """Give every style that the text of some documents names, with its kind."""
    return {identity: KINDS[tag] for body in bodies for tag, identity in NAMED.findall(body)}


def lacking(template: Template, where: str, asked: Mapping[str, str]) -> tuple[Problem, ...]:
    """Tell in one problem all that a template lacks for texts that name these styles."""
    asked = {**asked, **(LISTED if CONTENTS in template.rendered["word/document.xml"] else {})}
    missing = {one for one, kind in asked.items() if template.styles.get(one) != kind}
    told = [f"the {kind} style {word.name_of(one)}" for one, kind in sorted(asked.items()) if one in missing]
    faults = [*_listed(told), *(fault for one in asked if one not in missing for fault in _unnumbered(one, template))]
    if not faults:
        return ()
    fix = (
        "begin with a copy of ours and restyle it, or bring the styles over in Word (Manage Styles, Import/Export) and "
        "link the levels of one multilevel list to them; templates/README.md says what each is for."
    )
    return (Problem(where, f"the template lacks what the text needs: {'; '.join(faults)}.", fix),)


def _listed(told: list[str]) -> Iterator[str]:
    if told:
        yield ", ".join(told)


def _unnumbered(style: str, template: Template) -> Iterator[str]:
    """Say what is wrong with the numbers of a style that must have them."""
    if style not in UNDER:
        return
    name, upper = word.name_of(style), UNDER[style]
    level, above = template.levels.get(style), template.levels.get(upper)
    if level is None:
        yield f"{name} has no numbering"
        return
    if upper in template.styles and not _is_under(level, above):
        above_it = word.name_of(upper)
        yield f"the numbers of {name} do not start again under {above_it}, as those of a lower level of its list would"
    if style in REFERRED:
        yield from _unclear(name, level, above)


def _is_under(level: StyleLevel, above: StyleLevel | None) -> bool:
    return above is not None and above.scheme == level.scheme and above.depth < level.depth


def _unclear(name: str, level: StyleLevel, above: StyleLevel | None) -> Iterator[str]:
    """Say why a reference cannot show the number of a heading, or would leave open which is meant."""
    text = level.levels[level.depth].text
    forms = {level.levels[int(at) - 1].form for at in re.findall(r"%([1-9])", text)}
    if not forms or "none" in forms or not forms <= FORMS.keys():
        yield f"the numbers of {name} are of a kind that references cannot show ({', '.join(sorted(forms)) or 'none'})"
    elif above is not None and f"%{above.depth + 1}" not in text:
        yield f"the numbers of {name} do not show those of the heading above it, so that a reference could mean several"
