"""Write the place of a picture: as wide as the text, as high as the picture, with what it shows in words."""

from assembler.composition.blocks import Block, Placeholder
from assembler.composition.paragraphs import expression, literal

STEPS = range(2, 41)
"""How many quarters of an inch a picture may be high."""

EMU, TWENTIETH = 914400, 635
"""English Metric Units in an inch, and in a twentieth of a point."""

_DML = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = f"""\
<w:r><w:drawing><wp:inline xmlns:wp="{_DML}/wordprocessingDrawing" xmlns:a="{_DML}/main" xmlns:r="{_RELATIONS}" \
distT="0" distB="0" distL="0" distR="0">%(frame)s<wp:docPr id="%(number)d" name="%(name)s" descr="%(words)s"/>\
<a:graphic><a:graphicData uri="{_DML}/picture"><pic:pic xmlns:pic="{_DML}/picture">\
<pic:nvPicPr><pic:cNvPr id="%(number)d" name="%(name)s"/><pic:cNvPicPr/></pic:nvPicPr>\
<pic:blipFill><a:blip r:embed="%(relationship)s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
<pic:spPr><a:xfrm><a:off x="0" y="0"/>%(shape)s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>\
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


def relationship(name: str) -> str:
    """Give the id by which a document refers to a picture."""
    return f"rIdPicture_{name}"


def drawing(block: Block, number: int, width: int) -> str:
    """Write a picture as Jinja source; number: its id; width: in twentieths of a point.

    Each height that it may have is written out, so that the check knows them all.
    """
    name, pieces = block.picture, [piece for run in block.lines[0] for piece in run.pieces]
    words = [expression(piece) if isinstance(piece, Placeholder) else literal(str(piece)) for piece in pieces]
    return _PICTURE % {
        "name": name,
        "words": f"{{% filter untagged %}}{''.join(words)}{{% endfilter %}}",
        "number": number,
        "relationship": relationship(name),
        "frame": _extent("wp:extent", name, width),
        "shape": _extent("a:ext", name, width),
    }


def _extent(tag: str, name: str, width: int) -> str:
    sizes = ((steps, f'<{tag} cx="{width * TWENTIETH}" cy="{steps * EMU // 4}"/>') for steps in STEPS)
    return "".join(f"{{% if pictures['{name}'] == {steps} %}}{size}{{% endif %}}" for steps, size in sizes)
