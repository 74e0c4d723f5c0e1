"""Every conclusion about a case, once: what is so, how much, by when, and what the law refuses."""

from assembler.findings.find import Findings, find
from assembler.findings.finding import Amount, Fact, Finding, LastDay
from assembler.findings.subject import Kind, Subject
from assembler.law.figure import Step
from assembler.law.security_deadlines import Instrument

__all__ = ["Amount", "Fact", "Finding", "Findings", "Instrument", "Kind", "LastDay", "Step", "Subject", "find"]
