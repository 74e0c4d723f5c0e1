"""The parts of a package that say what the document is: properties, comments, its knowledge of itself."""

from collections.abc import Mapping

CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ title }}</dc:title>\
<dc:creator>{{ author }}</dc:creator><cp:lastModifiedBy>{{ author }}</cp:lastModifiedBy><cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">{{ created }}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{{ created }}T00:00:00Z</dcterms:modified>\
<dc:language>en-US</dc:language></cp:coreProperties>"""

COMMENTS = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{{ comments }}</w:comments>"""

KNOWLEDGE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<document xmlns="urn:qdot-assembler:document:1" id="{{ document }}" library="{{ library }}" \
paper-date="{{ paper_date }}">{{ knowledge }}</document>"""

KNOWLEDGE_PROPERTIES = b"""\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{6E0C5B1E-52F7-4E86-9C1B-2056A0002056}" \
xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>\
<ds:schemaRef ds:uri="urn:qdot-assembler:document:1"/></ds:schemaRefs></ds:datastoreItem>"""

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KNOWLEDGE_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/customXmlProps" Target="itemProps2056.xml"/></Relationships>'
).encode()

KNOWS, KNOWS_PROPERTIES = "customXml/item2056.xml", "customXml/itemProps2056.xml"
"""The parts that hold the knowledge: not *item1*, which a firm's template may have."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = (
    '<Relationship Id="rIdQdotCore" Target="docProps/core.xml" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>'
)


def with_our_parts(fixed: Mapping[str, bytes], has_comments: bool) -> dict[str, bytes]:
    """Tell a template's package of the parts we add to it."""
    types = {KNOWS_PROPERTIES: f"{OFFICE}.customXmlProperties+xml", "docProps/core.xml": CORE_TYPE}
    relations = {"rIdQdotKnowledge": ("customXml", f"../{KNOWS}")}
    if has_comments:
        types["word/comments.xml"] = f"{WORD}.comments+xml"
        relations["rIdQdotComments"] = ("comments", "comments.xml")
    out = dict(fixed)
    out["[Content_Types].xml"] = _inserted(out["[Content_Types].xml"], b"</Types>", _overrides(types))
    name = "word/_rels/document.xml.rels"
    out[name] = _inserted(out[name], b"</Relationships>", _relationships(relations))
    out["_rels/.rels"] = _inserted(out["_rels/.rels"], b"</Relationships>", CORE_RELATION)
    out[KNOWS_PROPERTIES] = KNOWLEDGE_PROPERTIES
    out["customXml/_rels/item2056.xml.rels"] = KNOWLEDGE_RELATIONS
    return out


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
