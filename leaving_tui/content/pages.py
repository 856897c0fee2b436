"""The longer texts, one dataclass for each part of the app that shows them.

Nobody compares or prints them, and making neither possible takes half the time off importing this module.
"""

from dataclasses import dataclass, field

from leaving_tui.content.entries import filled
from leaving_tui.content.facts import Fact
from leaving_tui.domain.breath import Phase


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Breathing:
    """What is said round a breath."""

    caution: tuple[str, ...]
    hold_caution: tuple[str, ...]
    hold_go_on: str
    hold_leave_out: str
    breathe_in: str
    top_up: str
    hold: str
    breathe_out: str
    rest: str
    openers: tuple[str, ...]
    practise: str
    closer: str
    went_up: str
    sources: tuple[str, ...]

    def word(self, phase: Phase) -> str:
        """What to do in this part of a breath, in three words or fewer."""
        match phase:
            case Phase.IN:
                return self.breathe_in
            case Phase.TOP_UP:
                return self.top_up
            case Phase.HOLD:
                return self.hold
            case Phase.OUT:
                return self.breathe_out
            case Phase.REST:
                return self.rest


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Grounding:
    """What is said round an exercise; `question` comes before those that ask first (T2.6)."""

    intro: tuple[str, ...]
    skip: str
    question: str
    fact: str
    fact_next: str
    worry: str
    worry_next: str
    done: str
    no_tool: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Kindness:
    """The suggestions beside the kind lines."""

    crying: str
    friend: str
    own: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Goodbye:
    """What is said at the door; `comfort` is for babies under twelve months (T4.9)."""

    slip_out: Fact
    timing: Fact
    comfort: Fact
    cues: tuple[str, ...]
    cue_advice: str
    cue_if_unsure: str
    running_late: str
    back_in: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rating:
    """The scale's question and the words beside some of its numbers."""

    scale: str
    question: str
    worst: str
    worst_note: str
    anchors: tuple[str, ...]
    """From 0 to 10, empty where a number has no words of its own."""

    def words(self, rating: int) -> str:
        """The words for `rating`, or else those of the nearest lower number that has some."""
        return next(words for words in reversed(self.anchors[: rating + 1]) if words)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CheckNow:
    """Real reasons to call first, then what to do when nothing answers, then what to do with an urge."""

    call_now: str
    reasons: tuple[str, ...]
    reasons_unagreed: tuple[str, ...]
    """The same where no check-in was agreed, so that none can be late."""
    no_answer: str
    no_answer_alone: str
    """The same where nobody was named who can step in."""
    danger: str
    danger_here: str = field(metadata=filled("number"))
    nothing_new: tuple[str, ...]
    late: str
    """In its place once the agreed check-in is late: that is something new."""
    your_choice: str
    waited: str
    checked: str
    new_fact: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MoreThanNerves:
    """When it may be more than nerves; `danger_here` stands first where the number is known."""

    heads_up: str
    danger: str
    danger_here: str = field(metadata=filled("number"))
    intro: str
    signs: tuple[str, ...]
    hope: tuple[str, ...]
    who: str
    scary_heads_up: str
    scary: tuple[str, ...]
    now: tuple[str, ...]
    lines_intro: str
    offer: str
    offer_yes: str
    offer_not_now: str
    checked: str = field(metadata=filled("date"))
    stale: str
    unknown_region: str
    choose_region: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ladder:
    """What the ladder says; the answers are offers, never a verdict."""

    intro: tuple[str, ...]
    trust_question: str
    trust_question_unnamed: str
    trust_yes: str
    trust_no: str
    trust_no_next: tuple[str, ...]
    care_team: str
    easier: str
    same: str
    harder: str
    early: str
    wrong: str
    ready: str
    ready_yes: str
    ready_not_yet: str
    vary: str
    after_gap: str

    def after(self, felt: str) -> str:
        """What is said after an answer, by its name in the record; nothing after a skip."""
        answers = {"easier": self.easier, "same": self.same, "harder": self.harder, "wrong": self.wrong}
        return answers.get(felt, "")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Home:
    """What is said on coming home, before and after the answer."""

    reunion: Fact
    felt_question: str
    happened_question: str
    found_out_question: str
    predict_question: str
    predictions: tuple[str, ...]
    prediction_other: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Messages:
    """Messages ready to send."""

    to_carer: tuple[str, ...]
    to_friend: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class About:
    """What this app is, and is not."""

    lines: tuple[str, ...]
    private: str
