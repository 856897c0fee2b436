"""Trials that take their time: each is one command, prints what it found and asserts nothing."""
