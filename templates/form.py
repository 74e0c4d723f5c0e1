"""Makes ``form.docx``, the look of papers that are filed: the text alone, and a small line at the foot.

Run ``python templates/form.py`` after a change here; a test proves that the file beside this
script is what the script makes.
"""

import sys
from pathlib import Path

from look import FOOTER, new_document, save

HERE = Path(__file__).parent


def main(out: Path = HERE / "form.docx") -> None:
    """Make the template and write it to ``out``."""
    document = new_document(header="", footer=f"{FOOTER} · {{{{ edition_name }}}}")
    document.add_paragraph("{{p body }}", "Form Text")
    save(document, out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
