"""What the files in the journal's folder are called."""

OUTINGS, LIVE, LAST, NOTES = "outings.json", "live.json", "last.json", "notes.json"
LOCK_NAME, RESERVE, SET_ASIDE = "lock", "reserve", "set-aside"
BACKUP = ".bak"
