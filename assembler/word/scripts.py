"""Tell the script of a stretch of text, and what a run of it needs in Word: its font, its language, its direction."""

import re

HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# what joins two words or two parts of one: without these the order of right-to-left ones would turn round on the page
BETWEEN = "[ \\-'’\".\u200c\u200d\u200f\u30fb]"


def _stretch(letters: str) -> str:
    return f"[{letters}]+(?:{BETWEEN}+[{letters}]+)*"


OTHER = re.compile(f"(?P<turned>{_stretch(RIGHT_TO_LEFT)})|{_stretch(KANA + HANGUL + HAN)}")
"""A stretch of text that the fonts of Latin text lack, or that runs from right to left."""

HAS_HEBREW, HAS_KANA, HAS_HANGUL = (re.compile(f"[{letters}]") for letters in (HEBREW, KANA, HANGUL))
FONTS = {"ja-JP": "MS Mincho", "ko-KR": "Batang", "zh-CN": "SimSun"}
"""The serif font of each East Asian language that Word and Windows have; where it is missing, another is taken."""

EACH = ("\u05d0", "\u0639", "\u3042", "\ud55c", "\u4e2d")
"""A letter of each kind whose runs have properties of their own."""


def properties(stretch: "re.Match[str]") -> str:
    """Write the properties of a run: in which direction, language and font it is.

    Chinese characters alone are Japanese or Korean where the same value also has signs that only these have.
    """
    if stretch["turned"]:
        language = "he-IL" if HAS_HEBREW.search(stretch[0]) else "ar-SA"
        return f'<w:rtl/><w:lang w:bidi="{language}"/>'
    language = _east_asian(stretch[0]) or _east_asian(stretch.string) or "zh-CN"
    fonts = f'<w:rFonts w:hint="eastAsia" w:eastAsia="{FONTS[language]}"/>'
    return f'{fonts}<w:lang w:eastAsia="{language}"/>'


def _east_asian(words: str) -> str:
    if HAS_KANA.search(words):
        return "ja-JP"
    return "ko-KR" if HAS_HANGUL.search(words) else ""
