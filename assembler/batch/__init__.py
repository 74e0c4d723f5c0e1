"""Many cases: their sources, the workers, the ledger, resuming, a cluster, and the summary."""
