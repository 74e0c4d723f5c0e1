"""One case, opened once: its documents, their report, and what stands on disk."""
