"""Kinds of fault that are planted in the open points of a paper, which Word lets one fill in."""

from check.faults_in_papers import DOCUMENT, NOT, RUN, Kind, said

POINTS, BOUND = "customXml/item2057.xml", r'w:xpath="/points\[1\]/point\[\d+\]"'
CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="Open point"/><w:dataBinding w:xpath="/points[1]/point[1]" '
    'w:storeItemID="{6E0C5B1E-52F7-4E86-9C1B-2056A0002057}"/><w:text/></w:sdtPr><w:sdtContent>'
)
LIGHT = '<w:highlight w:val="yellow"/>'
SHOWN = r'(<w:sdtContent><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">)[^<]*'

IN_CONTROLS = tuple(Kind(*line) for line in (
    # in a paper with open points
    ("a control bound to another point", DOCUMENT, BOUND, 'w:xpath="/points[1]/point[2]"'),
    ("a control bound to no point", DOCUMENT, BOUND, 'w:xpath="/points[1]/point[9999]"'),
    ("a control bound to a point by another way", DOCUMENT, BOUND, 'w:xpath="//point[1]"'),
    ("a control bound to its data by another name", DOCUMENT, BOUND, 'w:xpath="string(/points[1]/point[1])"'),
    ("a control bound to other data", DOCUMENT, "-2056A0002057", "-2056A0002056"),
    ("a control bound to the title", DOCUMENT, r'w:storeItemID="\{6E0C[^"]*"',
     'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"'),
    ("a control with a prefix of its own", DOCUMENT, "<w:dataBinding ", '<w:dataBinding w:prefixMappings="" '),
    ("a control that shows other words", DOCUMENT, SHOWN, f"\\g<1>{NOT}"),
    ("a control that shows another point", DOCUMENT, SHOWN, r"\g<1>[2: x]"),
    ("a control that cannot be changed", DOCUMENT, "<w:text/></w:sdtPr>",
     '<w:lock w:val="sdtContentLocked"/><w:text/></w:sdtPr>'),
    ("a control that shows a list", DOCUMENT, "<w:text/></w:sdtPr>", "<w:dropDownList/></w:sdtPr>"),
    ("a control that is taken away when it is filled", DOCUMENT, "<w:text/></w:sdtPr>",
     "<w:temporary/><w:text/></w:sdtPr>"),
    ("a control without its properties", DOCUMENT, r"<w:sdtPr>.*?</w:sdtPr>", ""),
    ("a control with two runs", DOCUMENT, "</w:sdtContent>", f"{RUN}</w:sdtContent>"),
    ("a control in a control", DOCUMENT, r"<w:sdt>", f"{CONTROL}<w:sdt>"),
    ("a control about words that are no open point", DOCUMENT, "before",
     f"{CONTROL}{said('The', LIGHT)}</w:sdtContent></w:sdt>"),
    ("an open point without its control", DOCUMENT,
     r"<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\g<1>"),
    ("other words for a point", POINTS, r"<point>\[1: [^<]*", f"<point>{NOT}"),
    ("a point too many", POINTS, "</points>", f"<point>{NOT}</point></points>"),
    ("a point too few", POINTS, r"<point>[^<]*</point></points>", "</points>"),
    ("points in another order", POINTS, r"(<point>[^<]*</point>)(<point>[^<]*</point>)", r"\g<2>\g<1>"),
    ("points that are gone", POINTS, "gone", ""),
    ("the points under another name", "customXml/itemProps2057.xml", "-2056A0002057", "-2056A0009999"),
))  # fmt: skip
