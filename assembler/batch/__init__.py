"""Many cases: their sources, workers, a ledger, resuming, a cluster."""
