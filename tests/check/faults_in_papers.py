"""Kinds of fault that are planted in finished papers: its name, the part it is in, where there, and what is planted.

Places: ``start`` and ``end`` of what the part holds; ``between`` two clauses; ``before`` the first words of a clause;
``look`` of these words, in the properties of their run; ``paragraph``, the properties of the paragraph they stand in;
``section``, the properties of the section; ``new``, a part of its own; ``gone``, the part left out; any other place is
a pattern that what is planted replaces.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from check.small_docx import KIND, WML

DOCUMENT, STYLES, SETTINGS, NUMBERING = (f"word/{name}.xml" for name in ("document", "styles", "settings", "numbering"))
HEADER, FOOTER, COMMENTS, FONTS = (f"word/{name}.xml" for name in ("header1", "footer1", "comments", "fontTable"))
THEME, WEB, CORE, APP = "word/theme/theme1.xml", "word/webSettings.xml", "docProps/core.xml", "docProps/app.xml"
TYPES, RELATIONS, PACKAGE = "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

NOT = "The trustee need not withhold the tax."


def said(words: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph(inside: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>"


def simple(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {escape(instruction)} ">{said("2.1")}</w:fldSimple>'


def relation(kind: str, target: str, mode: str = "External") -> str:
    return f'<Relationship Id="rIdX" Type="{KIND}/{kind}" Target="{target}" TargetMode="{mode}"/>'


P, RUN, T = paragraph(said(NOT)), said(NOT), "<w:t>"


class Kind(NamedTuple):
    name: str
    part: str
    place: str
    planted: str


KINDS = tuple(Kind(*line) for line in (
    # words beside the clauses
    ("a paragraph before everything", DOCUMENT, "start", P),
    ("a paragraph between clauses", DOCUMENT, "between", P),
    ("a paragraph at the end", DOCUMENT, "end", P),
    ("a table between clauses", DOCUMENT, "between", f"<w:tbl><w:tr><w:tc>{P}</w:tc></w:tr></w:tbl>"),
    ("a table at the end", DOCUMENT, "end", f"<w:tbl><w:tr><w:tc>{P}</w:tc></w:tr></w:tbl>"),
    ("a text box between clauses", DOCUMENT, "between",
     paragraph(f"<w:r><w:pict><v:textbox><w:txbxContent>{P}</w:txbxContent></v:textbox></w:pict></w:r>")),
    ("a content control between clauses", DOCUMENT, "between", f"<w:sdt><w:sdtContent>{P}</w:sdtContent></w:sdt>"),
    ("hidden words between clauses", DOCUMENT, "between", paragraph(said(NOT, "<w:vanish/>"))),
    ("white words between clauses", DOCUMENT, "between", paragraph(said(NOT, '<w:color w:val="FFFFFF"/>'))),
    ("one-point words between clauses", DOCUMENT, "between", paragraph(said(NOT, '<w:sz w:val="2"/>'))),
    ("struck words between clauses", DOCUMENT, "between", paragraph(said(NOT, "<w:strike/>"))),
    ("inserted words that are tracked", DOCUMENT, "between",
     paragraph(f'<w:ins w:id="9001" w:author="X">{RUN}</w:ins>')),
    ("deleted words that are tracked", DOCUMENT, "between",
     paragraph(f'<w:del w:id="9002" w:author="X"><w:r><w:delText>{NOT}</w:delText></w:r></w:del>')),
    ("another file drawn in", DOCUMENT, "between", '<w:altChunk r:id="rIdX"/>'),
    ("a sub-document", DOCUMENT, "between", paragraph('<w:subDoc r:id="rIdX"/>')),
    ("a rule between clauses", DOCUMENT, "between", paragraph('<w:r><w:pict><v:rect/></w:pict></w:r>')),
    ("an empty page between clauses", DOCUMENT, "between", paragraph('<w:r><w:br w:type="page"/></w:r>')),
    ("words straight in the body", DOCUMENT, "between", NOT),
    ("a comment of the XML", DOCUMENT, "between", f"<!-- {NOT} -->"),
    ("an instruction to a program", DOCUMENT, "between", "<?run this?>"),
    ("a mathematical formula", DOCUMENT, "between",
     paragraph(f"<m:oMath><m:r><m:t>{NOT}</m:t></m:r></m:oMath>")),
    ("a bookmark beside the clauses", DOCUMENT, "between",
     '<w:bookmarkStart w:id="9003" w:name="x"/><w:bookmarkEnd w:id="9003"/>'),
    ("words moved away, as tracked", DOCUMENT, "between", '<w:moveFromRangeStart w:id="9" w:name="m"/>'),
    ("a hidden row", DOCUMENT, "between",
     f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{P}</w:tc></w:tr></w:tbl>"),
    ("an object with words", DOCUMENT, "between",
     paragraph(f"<w:r><w:object><v:shape><v:textbox><w:txbxContent>{P}</w:txbxContent></v:textbox></v:shape></w:object>"
               "</w:r>")),
    ("words in a drawing", DOCUMENT, "between",
     paragraph(f"<w:r><w:drawing><wps:txbx><w:txbxContent>{P}</w:txbxContent></wps:txbx></w:drawing></w:r>")),
    ("words drawn as a picture", DOCUMENT, "between",
     paragraph(f'<w:r><w:pict><v:shape><v:textpath string="{NOT}"/></v:shape></w:pict></w:r>')),
    ("another text for an older program", DOCUMENT, "between",
     f'<mc:AlternateContent><mc:Choice Requires="w14"><w:p/></mc:Choice><mc:Fallback>{P}</mc:Fallback>'
     "</mc:AlternateContent>"),
    ("a vocabulary that programs ignore", DOCUMENT, r"<w:document ", '<w:document mc:Ignorable="w" '),
    ("an entity of its own", DOCUMENT, r"<w:document", '<!DOCTYPE d [<!ENTITY x "not ">]><w:document'),
    ("something after the end", DOCUMENT, r"</w:document>\s*$", f"</w:document><!-- {NOT} -->"),
    ("a clause that has lost its name", DOCUMENT, r'w:name="_C_', 'w:name="_X_'),
    ("a clause under another's name", DOCUMENT, r'w:name="_C_[^"]*"', 'w:name="_C_definitions"'),
    ("the first words of the paper changed", DOCUMENT, r"(?s)<w:t(?: [^>]*)?>[^<]+", "<w:t>Last Will"),
    # words and looks within a clause
    ("words added to a clause", DOCUMENT, "before", RUN),
    ("hidden words in a clause", DOCUMENT, "before", said(NOT, "<w:vanish/>")),
    ("words hidden by a long name", DOCUMENT, "before", said(NOT, '<w:vanish w:val="true"/>')),
    ("words hidden on the web", DOCUMENT, "before", said(NOT, "<w:webHidden/>")),
    ("a clause hidden", DOCUMENT, "look", "<w:vanish/>"),
    ("a clause struck", DOCUMENT, "look", "<w:strike/>"),
    ("a clause struck twice", DOCUMENT, "look", "<w:dstrike/>"),
    ("a clause in white", DOCUMENT, "look", '<w:color w:val="FFFFFF"/>'),
    ("a clause in nearly white", DOCUMENT, "look", '<w:color w:val="FEFEFE"/>'),
    ("a clause in one point", DOCUMENT, "look", '<w:sz w:val="2"/>'),
    ("a clause in a hundredth of its width", DOCUMENT, "look", '<w:w w:val="1"/>'),
    ("letters one over another", DOCUMENT, "look", '<w:spacing w:val="-400"/>'),
    ("a clause raised out of sight", DOCUMENT, "look", '<w:position w:val="3000"/>'),
    ("a clause blotted out", DOCUMENT, "look", '<w:highlight w:val="black"/>'),
    ("a clause shaded black", DOCUMENT, "look", '<w:shd w:val="clear" w:fill="000000"/>'),
    ("a clause embossed", DOCUMENT, "look", "<w:emboss/>"),
    ("a clause in letters that are signs", DOCUMENT, "look", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
    ("a clause in a style of its own", DOCUMENT, "look", '<w:rStyle w:val="Emphasis"/>'),
    ("a clause turned about", DOCUMENT, "look", '<w:eastAsianLayout w:vert="1"/>'),
    ("a clause in the style of a title", DOCUMENT, "paragraph", '<w:pStyle w:val="Title"/>'),
    ("a clause off the page", DOCUMENT, "paragraph", '<w:ind w:left="-30000"/>'),
    ("lines one over another", DOCUMENT, "paragraph", '<w:spacing w:line="1" w:lineRule="exact"/>'),
    ("a clause in a frame", DOCUMENT, "paragraph", '<w:framePr w:w="1" w:h="1" w:hRule="exact"/>'),
    ("a clause on a page of its own", DOCUMENT, "paragraph", '<w:sectPr><w:pgSz w:w="100" w:h="100"/></w:sectPr>'),
    ("a clause from right to left", DOCUMENT, "paragraph", "<w:bidi/>"),
    ("a clause without its number", DOCUMENT, "paragraph", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ("a clause turned round by its letters", DOCUMENT, "look", "<w:rtl/>"),
    ("a number turned round", DOCUMENT, "before", said("שרה 12-31", "<w:rtl/>")),
    ("a sign turned round", DOCUMENT, "before", said("(", "<w:rtl/>")),
    ("a clause lit as an open point", DOCUMENT, "look", '<w:highlight w:val="yellow"/>'),
    ("words in another order than written", DOCUMENT, "before", f'<w:bdo w:val="rtl">{RUN}</w:bdo>'),
    ("a stretch from right to left", DOCUMENT, "before", '<w:dir w:val="rtl"><w:r/></w:dir>'),
    ("letters without a filling", DOCUMENT, "look", f"<w14:textFill {W14}><w14:noFill/></w14:textFill>"),
    ("letters in a glow", DOCUMENT, "look", f'<w14:glow {W14} w14:rad="999999"/>'),
    ("letters of another script's kind", DOCUMENT, "look", "<w:cs/>"),
    ("letters in outline", DOCUMENT, "look", "<w:outline/>"),
    ("letters that blink", DOCUMENT, "look", '<w:effect w:val="blinkBackground"/>'),
    ("letters pressed into a point", DOCUMENT, "look", '<w:fitText w:val="1"/>'),
    ("letters below the line", DOCUMENT, "look", '<w:vertAlign w:val="subscript"/>'),
    ("letters in the page's own colour", DOCUMENT, "look", '<w:color w:val="auto" w:themeColor="background1"/>'),
    ("letters in the colour of their shade", DOCUMENT, "look",
     '<w:color w:val="1F1F1F"/><w:shd w:val="clear" w:fill="1F1F1F"/>'),
    ("a clause in capitals", DOCUMENT, "look", "<w:caps/>"),
    ("a clause hidden with its mark", DOCUMENT, "look", "<w:specVanish/>"),
    ("a look that is tracked", DOCUMENT, "look", '<w:rPrChange w:id="9" w:author="X"><w:rPr/></w:rPrChange>'),
    ("a mark that is hidden", DOCUMENT, "paragraph", "<w:rPr><w:vanish/></w:rPr>"),
    ("a mark that is tracked", DOCUMENT, "paragraph", '<w:rPr><w:ins w:id="9" w:author="X"/></w:rPr>'),
    ("a paragraph's look that is tracked", DOCUMENT, "paragraph",
     '<w:pPrChange w:id="9" w:author="X"><w:pPr/></w:pPrChange>'),
    ("a clause among the headings", DOCUMENT, "paragraph", '<w:outlineLvl w:val="0"/>'),
    ("a clause written downwards", DOCUMENT, "paragraph", '<w:textDirection w:val="tbRl"/>'),
    ("tabs that lead off the page", DOCUMENT, "paragraph", '<w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs>'),
    ("a clause in another list", DOCUMENT, "paragraph", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
    ("words moved in", DOCUMENT, "before", f'<w:moveTo w:id="9" w:author="X">{RUN}</w:moveTo>'),
    ("words moved out", DOCUMENT, "before", f'<w:moveFrom w:id="9" w:author="X">{RUN}</w:moveFrom>'),
    ("a line broken off", DOCUMENT, "before", "<w:r><w:cr/></w:r>"),
    ("a page broken off", DOCUMENT, "before", '<w:r><w:br w:type="page"/></w:r>'),
    ("a tab to the margin", DOCUMENT, "before",
     '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'),
    ("a hyphen that does not part", DOCUMENT, "before", "<w:r><w:noBreakHyphen/></w:r>"),
    ("the day of today", DOCUMENT, "before", "<w:r><w:dayLong/></w:r>"),
    ("an endnote in a clause", DOCUMENT, "before", '<w:r><w:endnoteReference w:id="2"/></w:r>'),
    ("a comment that is not there", DOCUMENT, "before", '<w:r><w:commentReference w:id="77"/></w:r>'),
    ("a stretch that anyone may change", DOCUMENT, "before", '<w:permStart w:id="1" w:edGrp="everyone"/>'),
    ("words in custom XML", DOCUMENT, "before", f'<w:customXml w:uri="x" w:element="y">{RUN}</w:customXml>'),
    ("words that the XML quotes", DOCUMENT, "before", f"<w:r><w:t><![CDATA[{NOT}]]></w:t></w:r>"),
    ("a comment of the XML in a clause", DOCUMENT, "before", f"<!-- {NOT} -->"),
    ("words of a field without one", DOCUMENT, "before", f"<w:r><w:instrText>{NOT}</w:instrText></w:r>"),
    ("deleted words that nobody tracks", DOCUMENT, "before", f"<w:r><w:delText>{NOT}</w:delText></w:r>"),
    ("a sign that turns a line round", DOCUMENT, "before", said("\u202e")),
    ("a sign of no width", DOCUMENT, "before", said("\u200b")),
    ("a paragraph in a run", DOCUMENT, "before", f"<w:r>{P}</w:r>"),
    ("a paragraph in the words", DOCUMENT, "before", f"<w:r><w:t>{P}</w:t></w:r>"),
    ("a paragraph in a paragraph", DOCUMENT, "before", P),
    ("an empty paragraph in a run", DOCUMENT, "before", "<w:r><w:p/></w:r>"),
    ("words outside a run", DOCUMENT, "before", f"{T}{NOT}</w:t>"),
    ("words outside any text", DOCUMENT, "before", f"<w:r>{NOT}</w:r>"),
    ("words straight in a paragraph", DOCUMENT, "before", NOT),
    ("a picture in a clause", DOCUMENT, "before", "<w:r><w:drawing/></w:r>"),
    ("an object in a clause", DOCUMENT, "before", "<w:r><w:object/></w:r>"),
    ("an ActiveX control in a clause", DOCUMENT, "before", '<w:r><w:control r:id="rIdX"/></w:r>'),
    ("a content control in a clause", DOCUMENT, "before",
     f"<w:sdt><w:sdtContent>{said('not ')}</w:sdtContent></w:sdt>"),
    ("a control that takes its words from elsewhere", DOCUMENT, "before",
     '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent/></w:sdt>'),
    ("a footnote in a clause", DOCUMENT, "before", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    ("a link out of a clause", DOCUMENT, "before", '<w:hyperlink r:id="rIdX"><w:r/></w:hyperlink>'),
    ("a sign instead of a letter", DOCUMENT, "before", '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>'),
    ("a ruby over a clause", DOCUMENT, "before", f"<w:r><w:ruby><w:rt>{RUN}</w:rt></w:ruby></w:r>"),
    ("words for another program", DOCUMENT, "before",
     f"<mc:AlternateContent><mc:Fallback>{RUN}</mc:Fallback></mc:AlternateContent>"),
    ("a letter in a smart tag", DOCUMENT, "before", '<w:smartTag w:uri="x" w:element="y"><w:r/></w:smartTag>'),
    ("a foreign element in a clause", DOCUMENT, "before", '<x:y xmlns:x="urn:x"/>'),
    ("a soft hyphen in a clause", DOCUMENT, "before", "<w:r><w:softHyphen/></w:r>"),
    ("words that are deleted in a clause", DOCUMENT, "before",
     f'<w:del w:id="9004" w:author="X"><w:r><w:delText>{NOT}</w:delText></w:r></w:del>'),
    # fields
    ("a field that starts a program", DOCUMENT, "before", simple('DDE excel "x" "y"')),
    ("a field that starts one by itself", DOCUMENT, "before", simple('DDEAUTO cmd "/c calc"')),
    ("a field that draws text in", DOCUMENT, "before", simple('INCLUDETEXT "other.docx"')),
    ("a field that draws a picture in", DOCUMENT, "before", simple('INCLUDEPICTURE "http://x.example/y.png"')),
    ("a field that links a file", DOCUMENT, "before", simple("LINK Excel.Sheet.8 book.xls")),
    ("a field that starts a macro", DOCUMENT, "before", simple("MACROBUTTON Run here")),
    ("a field that asks", DOCUMENT, "before", simple('FILLIN "Amount?"')),
    ("a field that shows today", DOCUMENT, "before", simple("DATE")),
    ("a field that decides", DOCUMENT, "before", simple('IF 1 = 1 "not" ""')),
    ("a field that sets a bookmark", DOCUMENT, "before", simple("SET x y")),
    ("a field that shows a sum", DOCUMENT, "before", simple("= 1 + 1")),
    ("a field written in pieces", DOCUMENT, "before",
     '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO x'
     '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ("a field that starts a macro on entry", DOCUMENT, "before",
     '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:fldChar></w:r>'),
    ("a field that quotes", DOCUMENT, "before", simple('QUOTE "not"')),
    ("a field that leads to a site", DOCUMENT, "before", simple('HYPERLINK "http://x.example"')),
    ("a field that shows a property", DOCUMENT, "before", simple("DOCPROPERTY Title")),
    ("a field that shows a block of text", DOCUMENT, "before", simple("AUTOTEXT x")),
    ("a field that moves words", DOCUMENT, "before", simple("ADVANCE \\x 900")),
    ("a field that lays letters over letters", DOCUMENT, "before", simple("EQ \\o(a,b)")),
    ("a field that commands the printer", DOCUMENT, "before", simple('PRINT "x"')),
    ("a reference to nowhere", DOCUMENT, "before", simple("REF nowhere")),
    # header and footer
    ("a header with more words", HEADER, "end", P),
    ("a header in another style", HEADER, r'<w:pStyle w:val="[^"]*"', '<w:pStyle w:val="Title"'),
    ("a header with a field that starts a program", HEADER, "end", paragraph(simple("DDEAUTO x"))),
    ("a watermark", HEADER, "end",
     paragraph('<w:r><w:pict><v:shape><v:textpath string="VOID"/></v:shape></w:pict></w:r>')),
    ("a header that leads elsewhere", "word/_rels/header1.xml.rels", "new", "<Relationships/>"),
    ("a footer with more words", FOOTER, "end", P),
    ("a footer with other words", FOOTER, r"<w:t(?: [^>]*)?>[^<]+", "<w:t>Not a trust"),
    ("a footer in white", FOOTER, r"<w:r>", '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
    ("a footer that shows today", FOOTER, "end", paragraph(simple("DATE"))),
    ("a footer that is gone", FOOTER, "gone", ""),
    ("a footer without a content type", TYPES, r'<Override PartName="/word/footer1.xml"[^>]*>', ""),
    ("a second footer", "word/footer2.xml", "new", "<w:ftr/>"),
    # section
    ("another page size", DOCUMENT, r'<w:pgSz [^>]*>', '<w:pgSz w:w="3000" w:h="3000"/>'),
    ("other margins", DOCUMENT, r'<w:pgMar [^>]*>', '<w:pgMar w:top="0" w:right="9000" w:bottom="0" w:left="0"/>'),
    ("line numbers", DOCUMENT, "section", '<w:lnNumType w:countBy="1"/>'),
    ("a border around the page", DOCUMENT, "section", "<w:pgBorders/>"),
    ("another first page number", DOCUMENT, "section", '<w:pgNumType w:start="90"/>'),
    ("a first page of its own", DOCUMENT, "section", '<w:titlePg w:val="0"/>'),
    ("a header on even pages alone", DOCUMENT, "section", '<w:headerReference w:type="even" r:id="rIdX"/>'),
    ("notes at the end of the section", DOCUMENT, "section", '<w:footnotePr><w:pos w:val="sectEnd"/></w:footnotePr>'),
    ("a page written downwards", DOCUMENT, "section", '<w:textDirection w:val="tbRl"/>'),
    ("settings of a printer", DOCUMENT, "section", '<w:printerSettings r:id="rIdX"/>'),
    ("a paper that is a form", DOCUMENT, "section", "<w:formProt/>"),
    ("columns", DOCUMENT, r"<w:cols [^>]*>", '<w:cols w:num="9"/>'),
    ("a section without its footer", DOCUMENT, r"<w:footerReference [^>]*>", ""),
    ("a background", DOCUMENT, r"<w:body>", '<w:background w:color="000000"/><w:body>'),
    # the other parts
    ("a style that hides", STYLES, r"<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:vanish/>"),
    ("a style in white", STYLES, r"<w:rPrDefault><w:rPr>", '<w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/>'),
    ("a style that nothing uses", STYLES, "end", '<w:style w:type="character" w:styleId="X"/>'),
    ("styles that are gone", STYLES, "gone", ""),
    ("a list that begins elsewhere", NUMBERING, r'<w:start w:val="1"/>', '<w:start w:val="7"/>'),
    ("a list with other words", NUMBERING, r'<w:lvlText w:val="', '<w:lvlText w:val="not '),
    ("a list without numbers", NUMBERING, r'<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="none"/>'),
    ("a list whose numbers are hidden", NUMBERING, "<w:lvlText", "<w:rPr><w:vanish/></w:rPr><w:lvlText"),
    ("lists that are gone", NUMBERING, "gone", ""),
    ("colours that change places", SETTINGS, "end", '<w:clrSchemeMapping w:t1="light1" w:bg1="light1"/>'),
    ("tracked changes not shown", SETTINGS, "end", '<w:revisionView w:markup="0" w:insDel="0"/>'),
    ("variables of a macro", SETTINGS, "end", '<w:docVars><w:docVar w:name="x" w:val="y"/></w:docVars>'),
    ("a paper saved through a program", SETTINGS, "end", '<w:saveThroughXslt r:id="rIdX"/>'),
    ("a template by the settings' own link", "word/_rels/settings.xml.rels", "new",
     f"<Relationships>{relation('attachedTemplate', 'http://x.example/y.dotm')}</Relationships>"),
    ("tracking switched on", SETTINGS, "end", "<w:trackRevisions/>"),
    ("a mail merge", SETTINGS, "end", "<w:mailMerge/>"),
    ("an attached template", SETTINGS, "end", '<w:attachedTemplate r:id="rIdX"/>'),
    ("a document that is locked", SETTINGS, "end", '<w:documentProtection w:edit="readOnly"/>'),
    ("fields brought up to date on opening", SETTINGS, "end", '<w:updateFields w:val="true"/>'),
    ("settings that are gone", SETTINGS, "gone", ""),
    ("a font instead of another", FONTS, "end", '<w:font w:name="Times"><w:altName w:val="Wingdings"/></w:font>'),
    ("a font that is embedded", "word/fonts/font1.odttf", "new", "font"),
    ("letters of another theme", THEME, r'<a:latin typeface="[^"]*"', '<a:latin typeface="Wingdings"'),
    ("colours of another theme", THEME, r"<a:dk1>", "<a:dk1><a:srgbClr val='FFFFFF'/>"),
    ("settings for the web", WEB, "end", "<w:frameset/>"),
    ("another title", CORE, r"<dc:title>", "<dc:title>Not "),
    ("another author", CORE, r"<dc:creator>", "<dc:creator>Not "),
    ("a company", APP, "new", "<Properties><Company>Other LLP</Company></Properties>"),
    ("a macro part", "word/vbaProject.bin", "new", "code"),
    ("an ActiveX part", "word/activeX/activeX1.xml", "new", "<ax/>"),
    ("a pane that starts a program", "word/webextensions/taskpanes.xml", "new", "<wetp:taskpanes/>"),
    ("buttons of its own", "word/attachedToolbars.bin", "new", "code"),
    ("keys of its own", "word/customizations.xml", "new", "<wne:tcg/>"),
    ("a signature", "_xmlsignatures/sig1.xml", "new", "<Signature/>"),
    ("a small picture of the paper", "docProps/thumbnail.jpeg", "new", "jpeg"),
    ("properties of its own", "docProps/custom.xml", "new", "<Properties/>"),
    ("a label of secrecy", "docMetadata/LabelInfo.xml", "new", "<clbl:labelList/>"),
    ("people who commented", "word/people.xml", "new", "<w15:people/>"),
    ("comments in threads", "word/commentsExtended.xml", "new", "<w15:commentsEx/>"),
    ("endnotes of its own", "word/endnotes.xml", "new", "<w:endnotes/>"),
    ("a chart", "word/charts/chart1.xml", "new", "<c:chartSpace/>"),
    ("other styles for other programs", "word/stylesWithEffects.xml", "new", "<w:styles/>"),
    ("a part in other letters", "word/Styles.xml", "new", "<w:styles/>"),
    ("an embedded file", "word/embeddings/oleObject1.bin", "new", "object"),
    ("an embedded page", "word/afchunk1.html", "new", "<p>not</p>"),
    ("a ribbon of its own", "customUI/customUI.xml", "new", "<ui/>"),
    ("hidden data", "customXml/item9.xml", "new", "<x/>"),
    ("footnotes of its own", "word/footnotes.xml", "new", "<w:footnotes/>"),
    ("a glossary", "word/glossary/document.xml", "new", "<w:glossaryDocument/>"),
    ("a picture", "word/media/image1.png", "new", "png"),
    ("a part of no name", "x.dat", "new", "data"),
    ("a remote template", RELATIONS, "end", relation("attachedTemplate", "http://x.example/y.dotm")),
    ("a remote picture", RELATIONS, "end", relation("image", "http://x.example/y.png")),
    ("a remote object", RELATIONS, "end", relation("oleObject", "file:///x")),
    ("a link that is not ours", RELATIONS, "end", relation("hyperlink", "http://x.example")),
    ("a page drawn in", RELATIONS, "end", relation("aFChunk", "afchunk1.html", "Internal")),
    ("a folder on another machine", RELATIONS, "end", relation("frame", "file://server/share")),
    ("styles from elsewhere", RELATIONS, r'Target="styles.xml"', 'Target="theme/theme1.xml"'),
    ("a document in the place of the document", PACKAGE, r'Target="word/document.xml"', 'Target="word/other.xml"'),
    ("a header from elsewhere", RELATIONS, r'Target="header1.xml"', 'Target="footer1.xml"'),
    ("a macro beside the document", PACKAGE, "end", relation("vbaProject", "word/document.xml", "Internal")),
    ("a type that may carry macros", TYPES, WML.replace(".", r"\.") + r"\.document\.main\+xml",
     "application/vnd.ms-word.document.macroEnabled.main+xml"),
    ("a type for code", TYPES, "end", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
))  # fmt: skip

_CLAUSE = re.compile(r'<w:bookmarkStart w:id="\d+" w:name="_C_')
_WORDS = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[ >]")


def _in_clause(xml: str, put: Callable[[str], str]) -> str:
    """Put something into the second clause from the end of its properties on."""
    begin = list(_CLAUSE.finditer(xml))[1].start()
    return xml[:begin] + put(xml[begin:])


def _look(rest: str, look: str) -> str:
    words = _WORDS.search(rest)
    assert words is not None
    return f"{rest[: words.start()]}<w:r><w:rPr>{words[1] or ''}{look}</w:rPr>{rest[words.end() - len('<w:t '):]}"


def _between(xml: str, planted: str) -> str:
    at = list(_CLAUSE.finditer(xml))[1].start()
    return xml[:at] + planted + xml[at:]


def _end(xml: str, planted: str) -> str:
    at = xml.rindex("<w:sectPr") if "<w:body>" in xml else xml.rindex("</")
    return xml[:at] + planted + xml[at:]


_PLACES: Mapping[str, Callable[[str, str], str]] = {
    "start": lambda xml, planted: xml.replace("<w:body>", f"<w:body>{planted}", 1),
    "end": _end,
    "between": _between,
    "before": lambda xml, planted: _in_clause(xml, lambda rest: rest.replace("</w:pPr>", f"</w:pPr>{planted}", 1)),
    "look": lambda xml, planted: _in_clause(xml, lambda rest: _look(rest, planted)),
    "paragraph": lambda xml, planted: _in_clause(xml, lambda rest: rest.replace("</w:pPr>", f"{planted}</w:pPr>", 1)),
    "section": lambda xml, planted: xml.replace("<w:cols", f"{planted}<w:cols", 1),
}


def plant_in_clauses(parts: Mapping[str, bytes], kind: Kind) -> dict[str, bytes]:
    """Plant a fault in the first place there is for it in any clause, whatever is before them."""
    xml = parts[kind.part].decode()
    first = _CLAUSE.search(xml)
    assert first is not None
    before, clauses = xml[: first.start()], xml[first.start() :]
    planted = plant({kind.part: clauses.encode()}, kind)[kind.part]
    return {**parts, kind.part: before.encode() + planted}


def _filled(planted: str) -> str | Callable[[re.Match[str]], str]:
    """Give what a pattern is replaced by: with what it kept of it, where it names that."""
    return planted if r"\g<" in planted else lambda _: planted


def plant(parts: Mapping[str, bytes], kind: Kind) -> dict[str, bytes]:
    """Plant a fault among the parts of a paper."""
    if kind.place == "gone":
        return {name: part for name, part in parts.items() if name != kind.part}
    if kind.place == "new":
        return {**parts, kind.part: kind.planted.encode()}
    xml = parts[kind.part].decode()
    place = _PLACES.get(kind.place)
    changed = place(xml, kind.planted) if place else re.sub(kind.place, _filled(kind.planted), xml, count=1)
    assert changed != xml, f"{kind.name}: {kind.place!r} is not in {kind.part}"
    return {**parts, kind.part: changed.encode()}
