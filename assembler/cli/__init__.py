"""Parse, call, print, exit: the command ``qdot``."""

import gc

import click

from assembler.cli import say
from assembler.cli.ask import ask
from assembler.cli.audit import audit
from assembler.cli.batch import batch
from assembler.cli.calendar import calendar
from assembler.cli.case import check
from assembler.cli.draft import draft
from assembler.cli.explain import explain
from assembler.cli.figures import figures
from assembler.cli.firm import firm
from assembler.cli.guide import guide
from assembler.cli.library import library
from assembler.cli.output import Command
from assembler.cli.questionnaire import answers, questionnaire
from assembler.cli.redline import redline
from assembler.cli.serve import serve
from assembler.cli.start import new, schema
from assembler.cli.table import table
from assembler.cli.verify import verify


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="qdot-assembler")
def main() -> None:
    """Draft the papers of a qualified domestic trust (QDOT) from the facts of a case.

    Drafts are for an attorney's review; they are not legal advice. Every command exits 0 when all is
    well, 1 when there are problems, 2 when it was called wrongly.
    """
    # a library is hundreds of thousands of things that last, and one case makes little garbage; a batch enables this
    gc.disable()
    say.plainly()


COMMANDS = (
    serve, new, ask, check, draft, calendar, figures, explain, questionnaire, answers, batch, table, verify, redline,
    audit, library, firm, guide, schema,
)  # fmt: skip
"""The commands, those for a case first."""

for command in COMMANDS:
    main.add_command(command)
