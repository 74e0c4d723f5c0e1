"""``qdot ask``: what a case leaves open, one question after another, each answer into the file as it is given."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import say
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.casefile import Meaning, Question, Written
    from assembler.matter.interview import Interview

BACK, SKIP, HELP, QUIT = ("<", "back"), (">", "skip"), ("?", "help"), ("quit", "exit")
HINT = "Enter passes on; < goes back, ? explains, quit ends. Every answer is in the file as soon as it is given."
NONE = "none"
NARROWEST = 20


class Left(Exception):  # noqa: N818 (who leaves makes no error)
    """Raised where the one who answers has had enough; ``code`` is what the command then exits with."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class ChangedError(Exception):
    """Raised where the file was changed by somebody else since it was read."""


@click.command()
@say.CASE
@click.argument("questions", metavar="[QUESTION ...]", nargs=-1)
@say.FIRM
def ask(case: Path, questions: tuple[str, ...], firm: Path | None) -> None:
    """Ask what CASE leaves open, and write each answer into it as it is given.

    Or ask the QUESTIONs named by their paths, such as trusts[share].security, whatever stands there.
    """
    from assembler.matter import Engine
    from assembler.matter.interview import Interview

    if not sys.stdin.isatty():
        fix = f"answer in the file itself; `qdot check {case}` tells what is open."
        say.end(Problem(str(case), "there is no terminal to ask in.", fix))
    file = CaseText(case)
    engine = Engine(firm)
    try:
        interview = Interview(file.text, str(case), engine, questions)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from error
    if not interview.can_be_read:
        say.problems(interview.matter.problems)
        say.leave(interview.matter.problems)
    click.echo(wrapped(HINT))
    sys.exit(converse(interview, file))


class CaseText:
    """The text of a case file that is being answered: read, and written whole or not at all."""

    def __init__(self, path: Path, text: str | None = None) -> None:
        self.path = path.resolve()
        self.name = str(path)
        self.text = self._read() if text is None else text
        self._is_there = text is None

    def write(self, text: str) -> None:
        """Write the text, unless the file was changed meanwhile."""
        from assembler import word

        if self._is_there and (now := self._read()) != self.text:
            self.text = now
            raise ChangedError
        try:
            mode = self.path.stat().st_mode & 0o777 if self._is_there else None
            word.save(self.path, text.encode("utf-8"), mode)
        except OSError as error:
            fix = "name a folder that can be written to; what was answered before is in the file."
            say.end(Problem(self.name, f"it cannot be written ({error.strerror}).", fix))
        self.text, self._is_there = text, True

    def _read(self) -> str:
        from assembler import casefile

        data = casefile.bytes_of(self.path, self.name)
        if isinstance(data, Problem):
            say.end(data)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            say.end(Problem(self.name, "the file is not UTF-8.", "save the file as UTF-8."))


def converse(interview: "Interview", file: CaseText) -> int:
    """Ask until nothing is left, or the one who answers leaves; return the exit code."""
    try:
        _all(interview, file)
        count = 0 if interview.is_limited else interview.review()
        if count and _yes_no(f"Nothing else is asked. {count} answers are taken from what was left out; look at them?"):
            _all(interview, file)
        code = 0
    except Left as left:
        code = left.code
    _farewell(interview, file)
    return code


def _all(interview: "Interview", file: CaseText) -> None:
    from assembler.matter.interview import Another

    while (question := interview.next()) is not None:
        if isinstance(question, Another):
            _head(interview, question.path)
            interview.another(question, is_there=_yes_no(question.ask))
        else:
            _one(interview, file, question)


def _one(interview: "Interview", file: CaseText, question: "Question") -> None:
    """Ask one question until it is answered, passed over, or left for the one before."""
    _show(interview, question)
    while True:
        typed = _typed("> ")
        word = typed.casefold()
        if word in QUIT:
            raise Left(0)
        if word in BACK:
            if interview.back():
                return
            click.echo(wrapped("This is the first question."))
        elif word in HELP:
            _explain(interview, question)
        elif not typed or word in SKIP:
            _pass(interview, question)
            return
        elif _take(interview, file, question, typed):
            return


def _pass(interview: "Interview", question: "Question") -> None:
    if not interview.matter.is_read:
        click.echo("  this one is needed.")
    elif interview.now(question):
        click.echo("  stays as it is.")
    else:
        click.echo(wrapped(f"left out: {question.left_out}." if question.left_out else "stays open.", "  "))
    interview.skip(question)


def _take(interview: "Interview", file: CaseText, question: "Question", typed: str) -> bool:
    """Take what was typed for the answer, where it is understood and the file takes it."""
    written = _understood(interview, question, typed)
    if written is None:
        return False
    before = interview.text
    problem = interview.answer(question, written)
    if problem:
        click.echo(wrapped(f"{problem.what} {problem.fix}", "  "))
        return False
    try:
        file.write(interview.text)
    except ChangedError:
        click.echo(wrapped(f"{file.name} was changed meanwhile, and is read again; please answer once more.", "  "))
        interview.changed(file.text)
        return False
    _echo(question, written, is_new=before != interview.text)
    return True


def _echo(question: "Question", written: "Written", *, is_new: bool) -> None:
    from assembler import casefile

    parts = (written,) if isinstance(written, str) else written or ()
    told = [casefile.in_words(question.field, one) for one in parts]
    words = f" ({', '.join(told)})" if told and tuple(told) != tuple(parts) else ""
    click.echo(wrapped(f"{', '.join(parts) or 'none'}{words}{'' if is_new else ', as before'}", "  = "))


def _understood(interview: "Interview", question: "Question", typed: str) -> "Written":
    """Return an answer in the form of the file; None where it has to be given again."""
    from assembler import casefile
    from assembler.casefile import Refusal, Unclear

    if typed.casefold() == NONE and interview.may_be_none(question):
        return ()
    said = _picked(question, typed)
    understand = casefile.understood_list if question.field.is_list else casefile.understood
    found: Written | Unclear | Refusal = understand(question.field, said)
    if isinstance(found, Unclear):
        found = _meant(found.readings)
        return (found,) if found and question.field.is_list else found
    if isinstance(found, Refusal):
        click.echo(wrapped(f"{found.what} {found.fix}", "  "))
        return None
    return found


def _picked(question: "Question", typed: str) -> str:
    """Put the choices in the place of their numbers."""
    values = [value for value, _ in question.choices]
    parts = [one.strip() for one in typed.split(",")]
    if not values or any(part in values for part in parts):
        return typed
    return ", ".join(values[int(one) - 1] if one.isdigit() and 0 < int(one) <= len(values) else one for one in parts)


def _meant(readings: "tuple[Meaning, ...]") -> str | None:
    """Ask which of several readings is meant; None for none of them."""
    if len(readings) == 1:
        return readings[0].written if _yes_no(f"Do you mean {readings[0].words}?") else None
    click.echo(wrapped("This may mean two things.", "  "))
    for number, reading in enumerate(readings, 1):
        click.echo(wrapped(f"{number} {reading.words}", "  "))
    typed = _typed("which? > ")
    return readings[int(typed) - 1].written if typed.isdigit() and 0 < int(typed) <= len(readings) else None


def _show(interview: "Interview", question: "Question") -> None:
    _head(interview, question.path)
    click.echo(wrapped(question.ask))
    for number, (value, meaning) in enumerate(question.choices, 1):
        click.echo(wrapped(f"{value}: {meaning}", f"  {number:2} "))
    if question.field.is_list:
        click.echo(wrapped("Several may be given, with commas between.", "  "))
    now = interview.now(question)
    if now:
        click.echo(wrapped(f"Enter keeps: {now}", "  "))
    elif question.left_out:
        click.echo(wrapped(f"Enter leaves it out: {question.left_out}.", "  "))


def _head(interview: "Interview", path: str) -> None:
    click.echo("")
    click.echo(wrapped(f"{path}  [{interview.answered} answered, {interview.open} open]"))


def _explain(interview: "Interview", question: "Question") -> None:
    click.echo(wrapped(question.meaning, "  "))
    click.echo(wrapped(f"Why: {question.why}{say.by_law((question.law,) if question.law else ())}", "  "))
    click.echo(wrapped(f"Who can tell: {question.who}.", "  "))
    if interview.may_be_none(question):
        click.echo(wrapped("Where there is none at all, say none.", "  "))
    click.echo(wrapped(HINT, "  "))


def _farewell(interview: "Interview", file: CaseText) -> None:
    if not file.path.exists():
        click.echo(wrapped("Nothing was answered, and no file written."))
    elif interview.open:
        told = f"{interview.open} open {'points' if interview.open > 1 else 'point'}"
        where = f"go on with `qdot ask {file.name}`; `qdot check {file.name}` lists them"
        click.echo(wrapped(f"{file.name}: {told}; {where}."))
    else:
        click.echo(wrapped(f"{file.name}: nothing is open. `qdot draft {file.name} -o drafts` drafts it."))


def _yes_no(question: str) -> bool:
    """Ask for yes or no until it is said; Enter is no."""
    while True:
        typed = _typed(f"{wrapped(f'{question} [y/N]')} ").casefold().rstrip(".")
        if typed in QUIT:
            raise Left(0)
        if typed in ("", "n", "no", "<", ">"):
            return False
        if typed in ("y", "yes"):
            return True
        click.echo("  Answer yes or no.")


def _typed(prompt: str) -> str:
    """Read a line; the end of the input, and Ctrl-C, leave."""
    try:
        return input(prompt).strip()
    except EOFError:
        click.echo("")
        raise Left(0) from None
    except KeyboardInterrupt:
        click.echo("")
        raise Left(130) from None
    except UnicodeDecodeError:
        return "\ufffd"


def wrapped(text: str, indent: str = "") -> str:
    """Fit a text into the terminal, what follows its first line indented like it."""
    import textwrap

    width = max(shutil.get_terminal_size().columns - 1, NARROWEST)
    hanging = " " * len(indent)
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)
