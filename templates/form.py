"""Makes ``form.docx``, the look of papers that are filed: text, a running head from page 2, a foot line.

Run ``python templates/form.py`` after a change here; a test proves that the file beside this
script is what the script makes.
"""

import sys
from pathlib import Path

from edges import FOOTER, HEADER, first_page
from look import new_document, save
from styles import FORM

HERE = Path(__file__).parent
BELOW = f"{FOOTER}{{% if is_draft %}} · {{{{ edition_name }}}}{{% endif %}}"


def main(out: Path = HERE / "form.docx") -> None:
    """Make the template and write it to ``out``."""
    document = new_document(FORM, HEADER, BELOW)
    first_page(document.sections[0], BELOW)
    document.add_paragraph("{{p body }}", "Form Text")
    save(document, out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
