"""From the facts of a case to checked documents for a qualified domestic trust."""
