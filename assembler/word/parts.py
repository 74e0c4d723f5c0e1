"""The parts that we add to a template's package: properties, comments, and the document's provenance."""

from collections.abc import Collection, Mapping

from markupsafe import Markup

CORE_XML = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ title }}</dc:title>\
<dc:creator>{{ author }}</dc:creator><cp:lastModifiedBy>{{ author }}</cp:lastModifiedBy><cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">{{ created }}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{{ created }}T00:00:00Z</dcterms:modified>\
<dc:language>en-US</dc:language></cp:coreProperties>"""

COMMENTS_XML = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{{ comments }}</w:comments>"""

PROVENANCE_XML = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<document xmlns="urn:qdot-assembler:document:1" id="{{ document }}" library="{{ library }}" \
paper-date="{{ paper_date }}">{{ clauses }}</document>"""

POINTS_XML = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<points>{% for words in points %}<point>{{ words }}</point>{% endfor %}</points>"""
"""The words of each open point in the order of their numbers, from which their controls in the text are filled."""

PROVENANCE_ID, POINTS_ID = (f"{{6E0C5B1E-52F7-4E86-9C1B-2056A000{number}}}" for number in (2056, 2057))
"""By these our data are known in a document."""

PROPERTIES_XML = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="%s" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">%s\
</ds:datastoreItem>"""
PROVENANCE_SCHEMA = '<ds:schemaRefs><ds:schemaRef ds:uri="urn:qdot-assembler:document:1"/></ds:schemaRefs>'

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES_RELATIONS_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/customXmlProps" Target="%s"/></Relationships>'
)

PROVENANCE, POINTS = "customXml/item2056.xml", "customXml/item2057.xml"
"""Where our data stand in the package: not *item1*, which a firm's template may have."""

DATA = {PROVENANCE: PROPERTIES_XML % (PROVENANCE_ID, PROVENANCE_SCHEMA), POINTS: PROPERTIES_XML % (POINTS_ID, "")}
"""The data that a draft has, each with its properties."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = (
    '<Relationship Id="rIdCore" Target="docProps/core.xml" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>'
)


def picture_part(name: str) -> str:
    """Give the part in which a picture stands."""
    return f"word/media/{name}.png"


def with_added_parts(
    fixed: Mapping[str, bytes], has_comments: bool, is_draft: bool, pictures: Collection[str] = ()
) -> dict[str, bytes]:
    """Declare in a template's package the parts that we add to it; a final paper has no data."""
    types = {"docProps/core.xml": CORE_TYPE}
    relations: dict[str, tuple[str, str]] = {}
    if is_draft:
        types |= {_properties(name): f"{OFFICE}.customXmlProperties+xml" for name in DATA}
        relations |= {f"rIdData{n}": ("customXml", f"../{name}") for n, name in enumerate(DATA)}
    if has_comments:
        types["word/comments.xml"] = f"{WORD}.comments+xml"
        relations["rIdComments"] = ("comments", "comments.xml")
    for name in sorted(pictures):
        types[picture_part(name)] = "image/png"
        relations[f"rIdPicture_{name}"] = ("image", f"media/{name}.png")
    out = dict(fixed)
    out["[Content_Types].xml"] = _inserted(out["[Content_Types].xml"], b"</Types>", _overrides(types))
    name = "word/_rels/document.xml.rels"
    out[name] = _inserted(out[name], b"</Relationships>", _relationships(relations))
    out["_rels/.rels"] = _inserted(out["_rels/.rels"], b"</Relationships>", CORE_RELATION)
    if is_draft:
        for name, properties in DATA.items():
            out[_properties(name)] = properties.encode()
            relations_name = f"{name.replace('/', '/_rels/')}.rels"
            out[relations_name] = (PROPERTIES_RELATIONS_XML % _properties(name).rpartition("/")[2]).encode()
    return out


def _properties(data: str) -> str:
    return data.replace("item", "itemProps")


def _overrides(types: Mapping[str, str]) -> str:
    return "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())


def _relationships(relations: Mapping[str, tuple[str, str]]) -> str:
    return "".join(
        f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in relations.items()
    )


def _inserted(part: bytes, closing: bytes, text: str) -> bytes:
    head, _, tail = part.rpartition(closing)
    return head + text.encode() + closing + tail


def clause_digests(digests: Mapping[str, str]) -> Markup:
    """Write which clauses the document has, by id, with the digest of each one's text."""
    return Markup("".join(f'<clause id="{identity}" digest="{digest}"/>' for identity, digest in digests.items()))
