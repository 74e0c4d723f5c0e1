"""Makes ``rider.docx``, the look of what is put into a firm's own instrument: its title, what is open, the text.

Its articles are numbered as parts, since the whole is an article of another instrument. Run ``python
templates/rider.py`` after a change here; a test proves that the file beside this script is what the script makes.
"""

import sys
from pathlib import Path

from look import OPEN_POINTS, new_document, open_points, save
from styles import RIDER

HERE = Path(__file__).parent


def main(out: Path = HERE / "rider.docx") -> None:
    """Make the template and write it to ``out``."""
    document = new_document(RIDER)
    say = document.add_paragraph
    say("{%p if is_draft %}", "Passage")
    for line in ("{{ subject_line }}", "{{ matter_line }}", "{{ edition_line }}", "{{ legend }}"):
        say(line, "Paper Line")
    say("{%p if open_points %}", "Passage")
    say(OPEN_POINTS, "Paper Line")
    open_points(document, RIDER)
    say("{%p endif %}", "Passage")
    say("{%p endif %}", "Passage")
    say("{{ document_title }}", "Agreement Title")
    say("{{p body }}", "Body Text")
    save(document, out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
