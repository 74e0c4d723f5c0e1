"""Read clauses, outlines and the requirement catalogue; lint them; lay a firm's own library over ours."""

from assembler.library.clause import Clause, InForce, Library, Outline, Part, Requirement, Words

__all__ = ["Clause", "InForce", "Library", "Outline", "Part", "Requirement", "Words"]
