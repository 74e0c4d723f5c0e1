"""Makes ``house.docx``, the look of our instruments: a cover sheet, a cover, the contents, the text.

Run ``python templates/house.py`` after a change here; a test proves that the file beside this
script is what the script makes.
"""

import sys
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from edges import FOOTER, HEADER, LAST_PAGE, edges, end_section, mark_last_page
from look import OPEN_POINTS, new_document, open_points, save
from styles import INSTRUMENT

HERE = Path(__file__).parent
SIGNATURE_PAGE = "[Signature page to {{ document_title }} · {{ subject_line }}]"


def main(out: Path = HERE / "house.docx") -> None:
    """Make the template and write it to ``out``."""
    document = new_document(INSTRUMENT, "", "{% if is_draft %}{{ legend }}{% endif %}", total="")
    _front(document)
    contents = end_section(document, "lowerRoman")
    edges(contents, HEADER, FOOTER, "PAGE")
    document.add_paragraph("Contents", "TOC Heading")
    document.add_paragraph("{{p contents }}", "toc 1")
    _text(document)
    save(document, out)


def _text(document: Any) -> None:
    """Write the places of the text, of the pages for signatures, and of the schedules; all count as one."""
    total = f"PAGEREF {LAST_PAGE}"
    edges(end_section(document, "decimal"), HEADER, FOOTER, total, "{{ last_page }}")
    document.add_paragraph("{{ document_title }}", "Agreement Title")
    document.add_paragraph("{{p body }}", "Body Text")
    edges(end_section(document), HEADER, FOOTER, total, "{{ last_page }}")
    _signature_page(document.sections[-1].footer)
    document.add_paragraph("{{p signatures }}", "Body Text")
    edges(end_section(document), HEADER, FOOTER, total, "{{ last_page }}")
    document.add_paragraph("{{p schedules }}", "Body Text")
    mark_last_page(document)


def _signature_page(footer: Any) -> None:
    """Say at the foot of a page for signatures which instrument it belongs to."""
    words = footer.paragraphs[0].insert_paragraph_before(SIGNATURE_PAGE, "Footer")
    words.alignment = WD_ALIGN_PARAGRAPH.CENTER
    words.paragraph_format.space_after = Pt(6)


def _front(document: Any) -> None:
    """Write the pages without a number: the drafting cover sheet, and the cover."""
    say = document.add_paragraph
    say("{%p if is_draft %}", "Body Text")
    say("Drafting cover sheet", "Paper Title")
    named = "{{ document_title }} · {{ subject_line }}"
    for line in (named, "{{ matter_line }}", "{{ legend }}", "{{ edition_line }}"):
        say(line, "Paper Line")
    say("{%p if open_points %}", "Body Text")
    say(OPEN_POINTS, "Paper Line")
    open_points(document, INSTRUMENT)
    say("{%p else %}", "Body Text")
    say("No open point remains.", "Paper Line")
    say("{%p endif %}", "Body Text")
    say("{%p endif %}", "Body Text")
    say("{{ document_title }}", "Title")
    say("{{ trust_name }}", "Subtitle")
    for name, role in (("settlor_name", "Settlor"), ("initial_trustee_names", "{{ trustee_label }}")):
        say("{{ " + name + " }}", "Cover Text").paragraph_format.space_before = Pt(24)
        say("", "Cover Text").add_run(role).italic = True
    say("Dated {{ agreement_date }}", "Cover Text").paragraph_format.space_before = Pt(48)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
