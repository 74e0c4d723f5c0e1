"""Every conclusion about a case, once: what is so, how much, by when, and what the law refuses."""

from assembler.findings.find import Findings, find
from assembler.findings.finding import Amount, Fact, Finding, LastDay
from assembler.findings.subject import Kind, Subject
from assembler.law.figure import Step

__all__ = ["Amount", "Fact", "Finding", "Findings", "Kind", "LastDay", "Step", "Subject", "find"]
