"""Small Word files, written part by part, for tests to open."""

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
)
RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
NO_RELATIONS = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships"></Relationships>'
DOCUMENT = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p><w:p><w:r><w:t>{{{{p body }}}}</w:t></w:r></w:p></w:body></w:document>"
)


def relations(**kinds: str) -> bytes:
    """Write the relationships of a part, each to one other by its kind."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(kinds.items(), 1)
    )
    return NO_RELATIONS.replace("></Relationships>", f">{rows}</Relationships>").encode()


def docx(
    folder: Path, front: str = "{{ legend }}", document: str | None = None, more: dict[str, bytes | None] | None = None
) -> Path:
    """Write a template: a front line, and the place of the text; ``more`` adds parts, or takes one out by None."""
    parts: dict[str, bytes | None] = {}
    parts |= {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": RELATIONS.encode(),
        "word/document.xml": (document or DOCUMENT.format(front)).encode(),
        "word/_rels/document.xml.rels": NO_RELATIONS.encode(),
    }
    parts |= more or {}
    path = folder / "template.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            if part is not None:
                package.writestr(name, part)
    return path
