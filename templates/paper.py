"""Makes ``paper.docx``, the look of our working papers: a heading, what is open, the text.

Run ``python templates/paper.py`` after a change here; a test proves that the file beside this
script is what the script makes.
"""

import sys
from pathlib import Path

from look import OPEN_POINTS, new_document, open_points, save
from styles import WORKING

HERE = Path(__file__).parent


def main(out: Path = HERE / "paper.docx") -> None:
    """Make the template and write it to ``out``."""
    document = new_document(WORKING)
    for text, style in (
        ("{{ document_title }}", "Paper Title"),
        ("{{ subject_line }}", "Paper Line"),
        ("{{ matter_line }}", "Paper Line"),
        ("{{ legend }}", "Paper Line"),
        ("{%p if open_points %}", "Passage"),
        (OPEN_POINTS, "Paper Line"),
    ):
        document.add_paragraph(text, style)
    open_points(document, WORKING)
    document.add_paragraph("{%p endif %}", "Passage")
    document.add_paragraph("{{p body }}", "Body Text")
    save(document, out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
