"""What an outing is and how it goes: plain values and pure functions, no files, no clock, no screen."""
