"""Write fields in their long form, whose result every reader of Word files finds: as runs like any others."""


def field(instruction: str, result: str) -> str:
    """Write a field and the runs that show its result."""
    return f"{begin(instruction)}{result}{END}"


def begin(instruction: str) -> str:
    """Write the part of a field before its result."""
    words = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{_character('begin')}{words}{_character('separate')}"


def _character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


END = _character("end")
