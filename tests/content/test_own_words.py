"""A person's own words beside ours: added, put in place, or refused with a reason."""

from pathlib import Path

import pytest

from leaving_tui.content.library import Library

OWN = ("scripts", "exercises", "patterns", "steps", "lines")


def write(folder: Path, name: str, text: str) -> Library:
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return Library(folder)


def test_an_own_script_is_added_and_comes_first(tmp_path: Path) -> None:
    library = write(tmp_path, "scripts", '[ours]\nname = "Ours"\nsay = "Bye, {baby}.\\nSee you {back}."\n')
    assert library.scripts_for(8)[0].id == "ours"
    assert library.scripts[-1].own
    assert library.scripts[-1].say == "Bye, {baby}.\nSee you {back}."
    assert len(library.scripts) == 7
    assert library.problems == []


def test_an_entry_with_our_id_takes_its_place_and_keeps_what_it_does_not_name(tmp_path: Path) -> None:
    library = write(tmp_path, "scripts", '[G2]\nsay = "Bye, {baby}."\n')
    ours, changed = Library().scripts[1], library.scripts[1]
    assert changed.say == "Bye, {baby}."
    assert (changed.id, changed.name, changed.do, changed.own) == (ours.id, ours.name, ours.do, True)


def test_own_kind_lines_come_before_ours(tmp_path: Path) -> None:
    library = write(tmp_path, "lines", '[mine]\ntext = "I have done this before."\n')
    assert library.lines_for("door")[0].text == "I have done this before."


def test_own_exercises_and_steps_are_added(tmp_path: Path) -> None:
    write(
        tmp_path, "exercises", '[hum]\nname = "Hum"\nminutes = "1 min"\npurpose = "noise"\nsteps = ["Hum."]\n'
    )
    library = write(tmp_path, "steps", '[park]\nname = "The park"\nminutes = 20\ntime = "20 min"\n')
    assert library.exercises[-1].name == "Hum"
    assert library.steps[-1].minutes == 20
    assert library.problems == []


def test_own_words_are_made_safe_to_show(tmp_path: Path) -> None:
    library = write(tmp_path, "lines", '[x]\ntext = "a\\u001b[2Jb\\u202ec\\nd"\n')
    assert library.lines[-1].text == "a[2Jbc d"


PATTERN = (
    '[mine]\nname = "Mine"\n\n[mine.seconds]\nbreathe_in = {breathe_in}\nhold = {hold}\nbreathe_out = {out}\n'
)


def test_an_own_pattern_within_bounds_is_taken(tmp_path: Path) -> None:
    library = write(tmp_path, "patterns", PATTERN.format(breathe_in=4, hold=8, out=8.5))
    mine = library.patterns[-1]
    assert mine.own
    assert (mine.pattern.cycle, mine.pattern.holds) == (20.5, True)
    assert mine.easier.cycle == 20.5
    assert not mine.without_holds.holds


@pytest.mark.parametrize(
    ("seconds", "reason"),
    [
        ({"breathe_in": 2, "hold": 0, "out": 3}, "under 6 seconds"),
        ({"breathe_in": 4, "hold": 8.5, "out": 6}, "over 8 seconds"),
        ({"breathe_in": 0, "hold": 4, "out": 6}, "a breath in and a breath out"),
        ({"breathe_in": -4, "hold": 0, "out": 12}, "0 to 30"),
        ({"breathe_in": "nan", "hold": 0, "out": 6}, "0 to 30"),
        ({"breathe_in": "inf", "hold": 0, "out": 6}, "0 to 30"),
        ({"breathe_in": "true", "hold": 0, "out": 6}, "a number"),
        ({"breathe_in": '"4"', "hold": 0, "out": 6}, "a number"),
    ],
)
def test_an_own_pattern_out_of_bounds_is_refused_with_a_reason(
    tmp_path: Path, seconds: dict[str, object], reason: str
) -> None:
    library = write(tmp_path, "patterns", PATTERN.format(**seconds))
    assert [words.id for words in library.patterns] == ["P1", "P2", "P3", "P4"]
    (problem,) = library.problems
    assert reason in problem
    assert problem.startswith("words/patterns.toml, line ")
    assert "mine.seconds" in problem


def test_a_person_can_slow_our_pattern_but_not_past_the_bounds(tmp_path: Path) -> None:
    library = write(tmp_path, "patterns", "[P1]\nseconds = { breathe_in = 1, breathe_out = 1 }\n")
    assert library.patterns[0].pattern.cycle == 10
    assert "The one that came with the app is used" in library.problems[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[a]\nname = "A"\n', "words/scripts.toml, line 1: a.say is missing. It is left out."),
        ('[a]\nname = "A"\nsay = ""\n', "words/scripts.toml, line 3: a.say is empty. It is left out."),
        (
            '[G1]\nsay = "Hi {bbay}"\n',
            (
                "words/scripts.toml, line 2: G1.say has the placeholder {bbay}, which nothing fills. "
                "The one that came with the app is used."
            ),
        ),
        (
            '\n[a]\nname = "A"\nsya = "x"\nsay = "y"\n',
            "words/scripts.toml, line 4: a.sya is not a key we know here. It is left out.",
        ),
        (
            '[a]\nname = 4\nsay = "y"\n',
            "words/scripts.toml, line 2: a.name must be a text in quotes. It is left out.",
        ),
        (
            '[a]\nname = "A"\nsay = "y"\nfrom_months = -1\n',
            "words/scripts.toml, line 4: a.from_months must be from 0 to 2880. It is left out.",
        ),
        (
            'say = "x"\n',
            (
                "words/scripts.toml, line 1: say needs a heading of its own in square brackets, "
                "such as [mine]. It is left out."
            ),
        ),
    ],
)
def test_a_problem_names_file_line_and_key(tmp_path: Path, text: str, problem: str) -> None:
    library = write(tmp_path, "scripts", text)
    assert library.scripts == Library().scripts
    assert library.problems == [problem]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "exercises",
            '[E1]\nsteps = "Breathe."\n',
            "line 2: E1.steps must be a list in square brackets. The one that came",
        ),
        ("patterns", "[P1]\nseconds = 6\n", "line 2: P1.seconds must be a table. The one that came"),
        ("steps", "[S4]\nminutes = 2.5\n", "line 2: S4.minutes must be a whole number. The one that came"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_it_must_be(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    library = write(tmp_path, name, text)
    assert getattr(library, name) == getattr(Library(), name)
    assert said in library.problems[0]


def test_one_entry_with_a_problem_leaves_the_good_ones(tmp_path: Path) -> None:
    library = write(tmp_path, "lines", '[bad]\nplaces = ["moon"]\ntext = "x"\n[good]\ntext = "y"\n')
    assert library.lines[-1].id == "good"
    assert "words/lines.toml, line 2: bad.places can hold any, door, away, home" in library.problems[0]


@pytest.mark.parametrize("name", OWN)
def test_a_file_that_is_not_toml_names_its_line_and_ours_are_used(tmp_path: Path, name: str) -> None:
    library = write(tmp_path, name, '[a]\ntext = "x\n')
    assert getattr(library, name) == getattr(Library(), name)
    (problem,) = library.problems
    assert problem.startswith(f"words/{name}.toml, line 2: ")
    assert problem.endswith("The words that came with the app are used.")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe[a]", "UTF-8"), (b"a = " + b"[" * 50_000, "nested too deeply"), (b"a = ", "line 1")],
)
def test_a_file_that_cannot_be_read_is_said_once_and_ours_are_used(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "lines.toml").write_bytes(content)
    library = Library(tmp_path)
    assert library.lines == Library().lines == library.lines
    (problem,) = library.problems
    assert said in problem


def test_a_folder_in_place_of_the_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "lines.toml").mkdir()
    library = Library(tmp_path)
    assert library.lines == Library().lines
    assert "cannot be read" in library.problems[0]


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / "lines.toml").write_bytes(b'\xef\xbb\xbf[a]\r\ntext = "Here."\r\n')
    library = Library(tmp_path)
    assert library.lines[-1].text == "Here."
    assert library.problems == []


def test_no_folder_and_an_empty_folder_give_our_words(tmp_path: Path) -> None:
    assert Library(tmp_path / "nowhere").scripts == Library(tmp_path).scripts == Library().scripts


def test_a_kind_is_read_only_when_it_is_used(tmp_path: Path) -> None:
    for name in OWN:
        (tmp_path / f"{name}.toml").write_text("not toml", "utf-8")
    library = Library(tmp_path)
    assert library.say("common.close") == "Close"
    assert library.problems == []
    assert library.scripts
    assert len(library.problems) == 1
    assert library.scripts
    assert len(library.problems) == 1


@pytest.mark.parametrize("name", ["regions", "ages", "care", "sources", "texts/goodbye", "screens/common"])
def test_facts_and_screen_texts_cannot_be_replaced(tmp_path: Path, name: str) -> None:
    own = tmp_path / f"{name}.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text('close = "Own"\n[US]\nname = "Own"\n', "utf-8")
    library = Library(tmp_path)
    assert library.say("common.close") == "Close"
    assert library.region("US").name == "United States"
    assert len(library.care.fields) == len(Library().care.fields)
    assert library.problems == []
