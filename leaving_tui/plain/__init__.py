"""The same outing as plain lines of text, for screen readers and simple terminals."""
