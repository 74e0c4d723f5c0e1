"""Judge one answer as it is given in a terminal, by the rules that a case file is read by."""

from assembler.casefile.questions import Question
from assembler.casefile.reader import read
from assembler.casefile.shape import REQUIRED
from assembler.casefile.starter import starter

_ANY_DAY = "2026-01-01"


def objection(question: Question, answer: str) -> str:
    """Say what is wrong with an answer and what to write instead; an answer that will do gives ''.

    An empty answer leaves its question open, which all but the required ones may be.
    """
    if not answer:
        return "this one is needed." if question.path in REQUIRED else ""
    problems = read(starter({"as_of": _ANY_DAY, question.path: answer}).encode()).problems
    return f"{problems[0].what} {problems[0].fix}" if problems else ""
