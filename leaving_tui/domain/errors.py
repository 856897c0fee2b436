"""What can be wrong with what a person gave us, said in one sentence that tells them what to do."""


class LeavingError(Exception):
    """Something a person can mend; its text is one kind sentence, ready to be shown."""


class PlanError(LeavingError):
    """A plan that cannot be kept as it was given."""


class RecordError(LeavingError):
    """A stored outing that does not have the shape of one."""
