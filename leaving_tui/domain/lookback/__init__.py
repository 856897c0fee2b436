"""Looking back: what the person's own record shows, as plain values; the sentences are in the words."""
