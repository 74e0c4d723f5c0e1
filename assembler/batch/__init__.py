"""Many cases: workers, a ledger, resuming, a cluster, and the summary of all."""
