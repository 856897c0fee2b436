"""The plain face: the same outing as plain lines of text, for screen readers, pipes and simple terminals."""
