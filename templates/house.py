"""Makes ``house.docx``, the look of our instruments: a cover sheet, a cover, the contents, the text.

Run ``python templates/house.py`` after a change here; a test proves that the file beside this
script is what the script makes.
"""

import sys
from pathlib import Path
from typing import Any

from docx.shared import Pt
from look import new_document, open_points, save

HERE = Path(__file__).parent


def main(out: Path = HERE / "house.docx") -> None:
    """Make the template and write it to ``out``."""
    document = new_document()
    _front(document)
    save(document, out)


def _front(document: Any) -> None:
    """Write the pages before the text: the drafting cover sheet, the cover, the contents, the body's place."""
    say = document.add_paragraph
    say("{%p if is_draft %}", "Body Text")
    say("Drafting cover sheet", "TOC Heading")
    say("{{ legend }}", "Cover Text")
    say("{{ document_title }} · {{ subject_line }}", "Cover Text")
    say("{{ matter_line }}", "Cover Text")
    say("{{ edition_line }}", "Cover Text")
    say("{%p if open_points %}", "Body Text")
    say("Open points: each is numbered and highlighted where it stands in the draft.", "Cover Text")
    open_points(document)
    say("{%p else %}", "Body Text")
    say("No open point remains.", "Cover Text")
    say("{%p endif %}", "Body Text")
    say("{%p endif %}", "Body Text")
    say("{{ document_title }}", "Title")
    say("{{ trust_name }}", "Subtitle")
    for name, role in (("settlor_name", "Settlor"), ("initial_trustee_names", "{{ trustee_label }}")):
        say("{{ " + name + " }}", "Cover Text").paragraph_format.space_before = Pt(18)
        say(role, "Cover Text")
    say("Dated {{ agreement_date }}", "Cover Text").paragraph_format.space_before = Pt(30)
    say("Contents", "TOC Heading").paragraph_format.page_break_before = True
    say("{{p contents }}", "toc 1")
    say("{{ document_title }}", "Agreement Title")
    say("{{p body }}", "Body Text")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
