"""The Code and the regulations, paragraph by paragraph."""
