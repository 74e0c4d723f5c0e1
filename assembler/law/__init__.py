"""The Code and the regulations as pure functions on plain values."""
