"""The command line as a person uses it: answers, exit codes, messages, closed pipes."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest

import bynl_relations
from bynl_relations import MissingExtra, Relations, cli, relations
from bynl_relations._display.text import width_of
from bynl_relations._query.conditions import allowed
from bynl_relations.cli import commands, datasets, main
from bynl_relations.cli.arguments import parse
from bynl_relations.cli.manual import COMMANDS, EXAMPLES, FORMATS, PICTURES
from bynl_relations.model import COLLECTIONS, kind

Answer = tuple[int, str, str]
Run = Callable[..., Answer]
PROGRAM = (sys.executable, "-m", "bynl_relations")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in this process."""

    def answer(*arguments: str) -> Answer:
        code = cli.main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return answer


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write own data: the Dutch missions."""
    folder = tmp_path / "mine"
    Relations.of(relations.missions("NL"), title="Mine", version="1").write(folder)
    return folder


@pytest.fixture
def broken(mine: Path) -> Path:
    """Break two records of own data."""
    file = mine / "missions.json"
    rows = json.loads(file.read_text(encoding="utf-8"))
    rows[0]["kind"] = "embasy"
    rows[1]["topics"] = "trade"
    file.write_text(json.dumps(rows), encoding="utf-8")
    return mine


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[object, ...]]]:
    """Stand in for the pictures, and give what was drawn and where it was saved."""
    calls: list[tuple[object, ...]] = []

    def picture(name: str) -> Callable[[object], object]:
        def draw(records: object, **split: object) -> object:
            return name if not split else f"{name} {split}", records

        return draw

    def save(axes: tuple[str, object], file: str) -> None:
        calls.append((*axes, file))

    made = SimpleNamespace(**{name: picture(name) for name in PICTURES}, save=save)
    monkeypatch.setitem(sys.modules, "bynl_relations.plot", made)
    monkeypatch.setattr(bynl_relations, "plot", made, raising=False)
    return calls


class Screen(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Stood:
    """Stands in for Records, and tells which way out was taken."""

    def __getattr__(self, name: str) -> Callable[..., str]:
        return lambda *given: " ".join((name, *given))


# What there is, without a question.


def test_without_a_command_it_gives_an_overview(run: Run) -> None:
    code, out, err = run()

    assert (code, err) == (0, "")
    assert relations.version in out
    assert "1992-03-24 ≠ 1994 (Wikipedia)" in out


def test_the_overview_of_own_data_is_of_that_data(run: Run, mine: Path) -> None:
    code, out, _ = run("--data", str(mine))

    assert code == 0
    assert "Mine" in out


def test_the_version_names_program_and_data(run: Run) -> None:
    from importlib.metadata import version

    said = f"bynl-relations {version('bynl-relations')}, data {relations.version}"
    assert run("--version") == (0, f"{said} (checked {relations.checked!s})\n", "")


def test_the_version_of_a_copy_that_is_not_installed(
    run: Run, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bynl_relations.cli.commands.PROGRAM", "no-such-program")

    assert run("--version", "--data", str(mine)) == (
        0, "no-such-program (not installed), data 1\n", "",
    )  # fmt: skip


def test_help_lists_every_command(run: Run) -> None:
    code, out, _ = run("--help")

    assert code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_examples(run: Run, command: str) -> None:
    code, out, err = run(command, "--help")

    assert (code, err) == (0, "")
    assert out.startswith(f"usage: bynl-relations {command}")
    assert all(one in out for one in EXAMPLES[command])


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_help_of_a_query_names_every_keyword_and_word(run: Run, collection: str) -> None:
    _, out, _ = run(collection, "--help")
    offered = out.replace(",", " ").split()

    options = {f"--{name.replace('_', '-')}" for name in allowed(collection) if name != "where"}
    vocabulary = {
        word
        for name in kind(collection).word_fields()
        for word in kind(collection).vocabulary(name)
    }
    assert options - set(offered) == set()
    assert vocabulary - set(offered) == set()
    assert set(relations.topics) - set(offered) == set()


def test_the_help_of_statistics_names_every_indicator(run: Run) -> None:
    offered = run("statistics", "--help")[1].replace(",", " ").split()

    assert set(relations.indicators) - set(offered) == set()


def test_the_help_of_a_picture_has_the_options_of_its_query(run: Run) -> None:
    assert "--indicator" in run("plot", "statistics", "--help")[1]
    assert "--collection" in run("plot", "timeline", "--help")[1]


@pytest.mark.parametrize("example", [one for some in EXAMPLES.values() for one in some])
def test_every_example_of_the_manual_works(
    run: Run, mine: Path, drawn: list[object], monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(mine.parent)
    Relations.read(mine).to_json("mine.json")

    code, out, err = run(*shlex.split(example))

    assert (code, err) == (0, "")
    assert out


def test_the_page_of_the_command_line_tells_all_of_it() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/command-line.md").read_text("utf-8")
    lines = [one for one in page.splitlines() if one.startswith("bynl-relations")]

    assert [one for one in (*COMMANDS, *FORMATS, *PICTURES) if f"`{one}" not in page] == []
    for line in lines:
        words = shlex.split(line.partition(" > ")[0])[1:]
        if "--help" not in words:
            assert parse(words).command in (*COMMANDS, "")


# Questions.


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_each_collection_is_a_command(run: Run, collection: str) -> None:
    code, out, _ = run(collection, "--format", "jsonl")

    assert code == 0
    assert [json.loads(one)["id"] for one in out.splitlines()] == list(
        getattr(relations, collection)().ids
    )


def ids(run: Run, *arguments: str) -> tuple[str, ...]:
    """Return the ids that a command answers."""
    code, out, err = run(*arguments, "--format", "json")
    assert (code, err) == (0, "")
    return tuple(one["id"] for one in json.loads(out))


def test_the_keywords_of_a_query_are_options(run: Run) -> None:
    found = ids(run, "missions", "NL", "--to", "BY", "--kind", "embassy", "--at", "2018")

    assert found == relations.missions("NL", to="BY", kind="embassy", at="2018").ids
    assert found


def test_options_and_arguments_come_in_any_order(run: Run) -> None:
    assert ids(run, "missions", "--to", "BY", "NL") == relations.missions("NL", to="BY").ids
    assert ids(run, "search", "embassy", "--until", "2000", "Hague") == (
        relations.search("embassy Hague").where(until=2000).ids
    )


def test_a_repeated_option_wants_any_of_its_words(run: Run) -> None:
    found = ids(run, "missions", "--kind", "embassy", "--kind", "embassy_office")

    assert found == relations.missions(kind=("embassy", "embassy_office")).ids


def test_switches_are_true_or_false_or_left_out(run: Run) -> None:
    assert ids(run, "missions", "BY", "--claims") == relations.missions("BY", claims=True).ids
    assert ids(run, "missions", "--no-resident") == relations.missions(resident=False).ids
    assert ids(run, "missions", "--resident") == relations.missions(resident=True).ids
    assert ids(run, "events", "NL", "--exact") == relations.events("NL", exact=True).ids
    assert ids(run, "missions", "--no-undated") == relations.missions(undated=False).ids


def test_a_number_is_read_as_a_number(run: Run) -> None:
    assert ids(run, "statistics", "--low", "1500") == relations.statistics(low=1500).ids


def test_all_takes_collections(run: Run) -> None:
    found = ids(run, "all", "--collection", "visits", "--since", "2009")

    assert found == relations.visits(since=2009).ids


def test_search_gives_the_best_first_and_takes_keywords(run: Run) -> None:
    assert ids(run, "search", "Chernobyl", "children") == relations.search("Chernobyl children").ids
    assert ids(run, "search", "embassy", "--collection", "missions") == (
        relations.search("embassy").where(collection="missions").ids
    )


def test_disputes_hold_the_claims(run: Run) -> None:
    assert ids(run, "disputes") == relations.disputes().ids
    assert ids(run, "disputes", "--collection", "missions") == ("by-honorary-consulate-the-hague",)


def test_a_source_tells_the_story(run: Run) -> None:
    view = relations.according_to("wikipedia")

    assert ids(run, "according-to", "Wikipedia", "missions") == view.missions().ids
    assert ids(run, "according-to", "wikipedia") == view.all().ids


def test_what_stood_at_a_moment(run: Run) -> None:
    view = relations.at("2008-10-20")

    assert ids(run, "at", "2008-10-20", "measures", "missions") == (
        view.all(collection=("measures", "missions")).ids
    )


def test_all_takes_who(run: Run) -> None:
    assert ids(run, "all", "NL", "--since", "2015") == relations.all("NL", since=2015).ids


def test_search_takes_claims_and_the_keywords_of_every_query(run: Run) -> None:
    assert ids(run, "search", "consulate", "--claims", "--actor", "BY") == (
        relations.search("consulate", claims=True, actor="BY").ids
    )


def test_contacts_are_found_either_way_round(run: Run) -> None:
    assert ids(run, "contacts", "NL", "--to", "BY") == relations.contacts("NL", to="BY").ids


def test_gaps_are_listed_and_written(run: Run) -> None:
    gaps = relations.gaps(collection="missions")
    code, out, err = run("gaps", "--collection", "missions", "--format", "json")

    assert (code, err) == (0, "")
    assert [one["id"] for one in json.loads(out)] == [gap.id for gap in gaps]
    table = run("gaps", "NL")[1].splitlines()
    assert table[0].split()[:3] == ["id", "collection", "when"]
    assert [line.split()[0] for line in table[1:]] == [gap.id for gap in relations.gaps("NL")]


def test_counts_are_those_of_the_library(run: Run) -> None:
    counts = relations.measures("EU").counts(by="month", of="stood")
    line = ("counts", "measures", "EU", "--by", "month", "--of", "stood")

    assert run(*line, "--format", "csv")[1] == counts.to_csv().replace("\r\n", "\n") or (
        run(*line, "--format", "csv")[1] == counts.to_csv()
    )
    rows = [row._asdict() for row in counts]
    assert json.loads(run(*line, "--format", "json")[1]) == rows
    assert [json.loads(one) for one in run(*line, "--format", "jsonl")[1].splitlines()] == rows
    table = run(*line)[1].splitlines()
    assert table[0] == "bynl-relations counts measures EU --by month --of stood"
    assert len(table) == len(counts) + 3
    assert run(*line, "--format", "markdown")[1].count("\n|") == len(counts) + 2
    assert json.loads(run("counts", "--by", "level", "visits", "--format", "json")[1])[0][
        "period"
    ] in relations.kinds("visits")
    assert run("counts", "all", "--format", "csv")[1].splitlines()[-1].startswith("2026,")


def test_nothing_found_is_no_error(run: Run) -> None:
    assert run("search", "zzzz", "--format", "json") == (0, "[]\n", "")
    assert run("search", "zzzz", "--format", "jsonl") == (0, "", "")
    assert run("search", "zzzz")[0] == 0


def test_a_table_holds_every_record(run: Run) -> None:
    code, out, _ = run("measures")

    assert code == 0
    assert [one for one in relations.measures().ids if one not in out] == []


def test_a_table_in_a_pipe_is_not_cut(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    longest = max(relations.actors(), key=lambda one: len(one.name)).name

    assert longest in run("actors")[1]


@pytest.mark.parametrize(
    ("written", "way"),
    [(name, f"to_{name}") for name in FORMATS if name not in ("table", "bibtex", "biblatex", "ris")]
    + [(name, f"cite {name}") for name in ("bibtex", "biblatex", "ris")],
)
def test_each_format_is_a_way_out_of_records(
    run: Run, monkeypatch: pytest.MonkeyPatch, written: str, way: str
) -> None:
    monkeypatch.setattr(datasets, "dataset", lambda *_: SimpleNamespace(missions=Stood))

    assert run("missions", "--format", written) == (0, f"{way}\n", "")


# Records, actors, sources, counts.


def test_show_tells_all_of_a_record(run: Run) -> None:
    code, out, _ = run("show", "diplomatic-relations", "nl-embassy-office-minsk")

    assert code == 0
    assert "1992-03-24 ≠ 1994 (Wikipedia)" in out
    assert "\n\nDutch embassy office in Minsk\n" in out


def test_show_takes_the_formats_and_finds_claims(run: Run) -> None:
    assert ids(run, "show", "by-honorary-consulate-the-hague") == (
        "by-honorary-consulate-the-hague",
    )


def test_show_follows_a_record_that_was_replaced(run: Run, tmp_path: Path) -> None:
    new = relations["nl-embassy-office-minsk"]
    old = attrs.evolve(new, id="old-office", replaced_by=new.id, seat=new.seat)
    Relations.of([new, old]).write(tmp_path)

    code, out, err = run("show", "old-office", "--data", str(tmp_path))

    assert (code, err) == (
        0, "bynl-relations: 'old-office' was replaced by 'nl-embassy-office-minsk'\n",
    )  # fmt: skip
    assert re.search("\nid +nl-embassy-office-minsk\n", out)


def test_actors_by_type_and_by_name(run: Run) -> None:
    _, out, _ = run("actors", "--type", "union", "--format", "json")

    assert [one["id"] for one in json.loads(out)] == [
        one.id for one in relations.actors(type="union")
    ]
    assert "maxime-verhagen" in run("actors", "Verhagen")[1]
    assert run("actors", "Verhagen", "--type", "state", "--format", "json")[1] == "[]\n"


def test_sources_by_tier_and_by_name(run: Run) -> None:
    _, out, _ = run("sources", "--tier", "primary", "--format", "jsonl")

    assert [json.loads(one)["id"] for one in out.splitlines()] == [
        one.id for one in relations.sources(tier="primary")
    ]
    assert len(run("sources", "wikipedia")[1].splitlines()) == 2


def test_describe_counts_by_kind_tier_voice_and_confidence(run: Run) -> None:
    counts = relations.describe()

    assert json.loads(run("describe", "--format", "json")[1]) == counts
    lines = [json.loads(one) for one in run("describe", "--format", "jsonl")[1].splitlines()]
    assert lines[0] == {
        "heading": "collection",
        "word": next(iter(counts["collection"])),
        "count": next(iter(counts["collection"].values())),
    }
    table = run("describe")[1]
    assert [one for one in ("collection", "confidence", "voice") if f"{one}\n" not in table] == []
    assert f"{counts['voice']['wikipedia']:7,}  wikipedia\n" in table


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "90")
    for command in ("sources", "actors", "measures", "disputes"):
        screen = Screen()
        monkeypatch.setattr(sys, "stdout", screen)

        assert cli.main(command.split()) == 0
        lines = screen.getvalue().splitlines()
        assert len(lines) > 30
        assert [one for one in lines if width_of(one) > 90] == []


def without_sequences(text: str) -> str:
    """Return a text without colours and links."""
    return re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\|\x1b\[\d*m", "", text)


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("command", ["measures --at 2009", "show diplomatic-relations", ""])
def test_colour_and_links_change_no_character(
    monkeypatch: pytest.MonkeyPatch, command: str, links: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    answers = []
    for term in ("dumb", "xterm-256color"):
        monkeypatch.setenv("TERM", term)
        monkeypatch.setenv("TERM_PROGRAM", "WezTerm" if links else "")
        screen = Screen()
        monkeypatch.setattr(sys, "stdout", screen)
        assert cli.main(command.split()) == 0
        answers.append(screen.getvalue())

    assert "\x1b" not in answers[0]
    assert "\x1b[1m" in answers[1]
    assert ("\x1b]8;;http" in answers[1]) is (links and command.startswith("show"))
    assert without_sequences(answers[1]) == answers[0]


def test_the_overview_fits_one_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)

    assert cli.main([]) == 0
    lines = screen.getvalue().splitlines()
    assert len(lines) < 34
    assert max(map(width_of, lines)) <= 80
    assert lines[-3:] == [
        "  bynl-relations missions NL --to BY --at 2018",
        "  bynl-relations show diplomatic-relations",
        "  bynl-relations --help",
    ]


def test_a_table_speaks_the_words_of_the_shell(run: Run) -> None:
    lines = run("missions", "NL", "--since", "2015", "--until", "2016")[1].splitlines()
    assert lines[0] == "bynl-relations missions NL --since 2015 --until 2016"
    text = run("missions", "NL", "--since", "2030", "--kind", "consulate")[1]
    assert "--claims for what better sources deny" in text
    assert "=True" not in text
    assert "()" not in text


def test_of_actors_and_sources_no_id_and_no_title_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    for command, wanted in (
        ("actors", [one for actor in relations.actors() for one in (actor.id, actor.name)]),
        ("sources", [one for source in relations.sources() for one in (source.id, source.label)]),
    ):
        screen = Screen()
        monkeypatch.setattr(sys, "stdout", screen)
        assert cli.main([command]) == 0
        shown = " ".join(screen.getvalue().split())

        assert [one for one in wanted if " ".join(one.split()) not in shown] == []


# Wrong arguments.


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mission"], "no command 'mission'; use one of events, "),
        (["mission"], "did you mean missions?"),
        (["--verison"], "no option --verison; did you mean --version?"),
        (["missions", "--sinse", "2006"], "no option --sinse; did you mean --since?"),
        (["missions", "--low", "3"], "no option --low here; it is one of statistics"),
        (["missions", "--xyzzy"], "no option --xyzzy\n"),
        (["missions", "--where=x"], "no option --where\n"),
        (["all", "NL", "BY"], "'BY' is one argument too many"),
        (["counts", "vists"], "no collection 'vists'; use one of events, visits"),
        (["counts", "vists"], "did you mean 'visits'?"),
        (["counts"], "the following arguments are required: COLLECTION"),
        (["gaps", "--level", "x"], "no option --level here; it is one of visits"),
        (["missions", "--to"], "argument --to: expected one argument"),
        (["missions", "--format", "jsonlines"], "did you mean jsonl?"),
        (["missions", "--format", "xml"], "no format 'xml'; use one of table, json"),
        (["describe", "--format", "csv"], "use one of table, json, jsonl"),
        (["statistics", "--low", "abc"], "'abc' is not a number"),
        (["statistics", "--high", "inf"], "'inf' is not a number"),
        (["--max-bytes", "none"], "'none' is not a whole number above 0"),
        (["check", "x", "--max-bytes", "0"], "'0' is not a whole number above 0"),
        (["show"], "the following arguments are required: ID"),
        (["--data"], "argument --data: expected one argument"),
        (["--data", "x", "check", "y"], "check takes a PATH after it and no --data"),
        (["plot", "tmeline", "x.svg"], "no picture 'tmeline'"),
        (["plot", "tmeline", "x.svg"], "did you mean 'timeline'?"),
        (
            ["plot", "zzz", "x.svg"],
            "use one of regimes, counts, timeline, missions, statistics, disputes\n",
        ),
        (["plot", "timeline", "x.pdf"], "the file 'x.pdf' does not end in .svg or .png"),
        (["page", "x.pdf"], "the file 'x.pdf' does not end in .html"),
    ],
)
def test_a_wrong_line_is_answered_with_what_is_allowed(
    run: Run, arguments: list[str], said: str
) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("bynl-relations: ")
    assert said in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missions", "Nederlands"], "no actor 'Nederlands'"),
        (["events", "2006"], "did you mean --since '2006' or --at '2006'?"),
        (["statistics", "trade"], "trade is a topic"),
        (["events", "--since", "03/04/2006"], "3 April 2006 and 4 March 2006"),
        (["events", "--since", "2010", "--until", "2009"], "is after --until '2009'"),
        (["missions", "--kind", "embasy"], "did you mean 'embassy'?"),
        (["at", "nonsense"], "'nonsense' is not a valid date"),
        (["at", "2018", "vists"], "did you mean 'visits'?"),
        (["according-to", "wikipedai"], "did you mean 'wikipedia'"),
        (["show", "by-embassy-the-hage"], "did you mean 'by-embassy-the-hague'"),
        (["show", "NL"], "no record with the id 'NL'; Netherlands is an actor: try all NL\n"),
        (["show", "Verhagen"], "Maxime Verhagen is an actor: try all maxime-verhagen\n"),
        (["show", "missions"], "that is a collection: try missions\n"),
        (["show", "wikipedia"], "that is a source: try according-to wikipedia\n"),
        (["show", "qqqq wwww"], "; try search 'qqqq wwww'\n"),
        (["NL"], "; that is an actor: all NL\n"),
        (["diplomatic-relations"], "; that is a record: show diplomatic-relations\n"),
        (["qqqq"], "no command 'qqqq'; use one of events, visits"),
        (["search", ""], "one or more words to look for"),
        (["counts", "visits", "--by", "levl"], "--by 'levl'"),
        (["counts", "visits", "--of", "stod"], "--of 'stod'"),
        (["actors", "--type", "persn"], "did you mean 'person'?"),
        (["sources", "--tier", "primry"], "did you mean 'primary'?"),
    ],
)
def test_an_unknown_name_word_or_date_is_answered_in_the_words_of_the_library(
    run: Run, arguments: list[str], said: str
) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("bynl-relations: ")
    assert said in err


# Own data.


def test_every_command_runs_on_own_data(run: Run, mine: Path) -> None:
    own = Relations.read(mine)

    assert ids(run, "missions", "--data", str(mine)) == own.missions().ids
    assert ids(run, "--data", str(mine), "all") == own.all().ids


def test_own_data_may_be_one_document(run: Run, mine: Path) -> None:
    file = mine.parent / "mine.json"
    Relations.read(mine).to_json(file)

    assert ids(run, f"--data={file}", "all") == Relations.read(mine).all().ids


def test_broken_own_data_is_reported_and_exits_with_1(run: Run, broken: Path) -> None:
    code, out, err = run("all", "--data", str(broken))

    assert (code, out) == (1, "")
    assert err.startswith(f"bynl-relations: {broken} cannot be read\n")
    assert len(err.splitlines()) == 3


def test_own_data_that_is_missing_exits_with_2(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "nothing"
    said = f"bynl-relations: {missing}: there is no such file or directory\n"

    assert run("all", "--data", str(missing)) == (2, "", said)
    assert run("check", str(missing)) == (2, "", said)


def test_check_finds_no_problem_in_sound_data(run: Run, mine: Path) -> None:
    count = len(Relations.read(mine))

    assert run("check", str(mine)) == (0, f"{mine}: {count} records, no problem\n", "")


def test_check_tells_every_problem_in_a_line_with_its_file(run: Run, broken: Path) -> None:
    code, out, err = run("check", str(broken))

    assert (code, err) == (1, "")
    first, second = out.splitlines()
    assert first.startswith(f"{broken / 'missions.json'}: $[0].kind: ")
    assert second.startswith(f"{broken / 'missions.json'}: $[1].topics: ")


def test_check_counts_the_problems_that_it_does_not_list(run: Run, mine: Path) -> None:
    (mine / "events.json").write_text(json.dumps([1] * 123), encoding="utf-8")

    code, out, _ = run("check", str(mine))

    assert code == 1
    assert out.splitlines()[-1] == f"{mine}: … and 23 more problems"


def test_check_reads_a_document_and_keeps_to_the_limit(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    Relations.of(relations.missions("NL")).to_json(file)
    size = file.stat().st_size

    assert run("check", str(file), "--max-bytes", str(size))[0] == 0
    code, out, _ = run("check", str(file), "--max-bytes", str(size - 1))
    assert code == 1
    assert out.startswith(f"{file}: $: ")


def test_check_tells_what_is_no_json(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("nonsense", encoding="utf-8")

    code, out, _ = run("check", str(file))

    assert code == 1
    assert out.startswith(f"{file}: line 1, column 1: invalid JSON")


def test_a_file_that_cannot_be_read_is_reported(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.json"
    file.touch()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Relations, "from_json", refuse)

    assert run("check", str(file)) == (2, "", f"bynl-relations: {file}: Permission denied\n")


def test_an_error_without_a_file_is_reported_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more")

    monkeypatch.setattr(datasets, "dataset", refuse)

    assert run("all") == (2, "", "bynl-relations: no more\n")


def test_canonical_compares_and_writes(run: Run, mine: Path) -> None:
    file = mine / "missions.json"
    text = file.read_text(encoding="utf-8")

    assert run("canonical", str(mine), "--check") == (0, f"{mine}: canonical\n", "")
    loose = json.dumps(json.loads(text))
    file.write_text(loose, encoding="utf-8")
    assert run("canonical", str(mine), "--check") == (1, f"{file}: is not canonical\n", "")
    assert file.read_text(encoding="utf-8") == loose
    assert run("canonical", str(mine)) == (0, f"{file}: rewritten\n", "")
    assert file.read_text(encoding="utf-8") == text


def test_canonical_names_files_that_should_not_be_there(run: Run, mine: Path) -> None:
    rows = json.loads((mine / "missions.json").read_text(encoding="utf-8"))
    (mine / "missions.json").unlink()
    stream = mine / "missions.jsonl"
    stream.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    (mine / "notes.txt").touch()

    assert run("canonical", str(mine), "--check") == (
        1, f"{mine / 'missions.json'}: is not canonical\n{stream}: is not canonical\n", "",
    )  # fmt: skip


def test_canonical_takes_a_document(run: Run, mine: Path) -> None:
    file = mine.parent / "mine.json"
    Relations.read(mine).to_json(file)
    text = file.read_text(encoding="utf-8")

    assert run("canonical", str(file), "--check") == (0, f"{file}: canonical\n", "")
    file.write_text(json.dumps(json.loads(text)), encoding="utf-8")
    assert run("canonical", str(file), "--check")[0] == 1
    assert run("canonical", str(file))[0] == 0
    assert file.read_text(encoding="utf-8") == text


def test_canonical_leaves_broken_data_as_it_is(run: Run, broken: Path) -> None:
    text = (broken / "missions.json").read_text(encoding="utf-8")

    code, _, err = run("canonical", str(broken))

    assert code == 1
    assert "cannot be read" in err
    assert (broken / "missions.json").read_text(encoding="utf-8") == text


def test_write_makes_a_dataset_that_reads_back_equal(run: Run, mine: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"

    assert run("write", str(made), "--data", str(mine))[0] == 0
    assert run("write", str(made), "--data", str(mine))[0] == 0
    assert Relations.read(made) == Relations.read(mine)


def test_write_spares_a_directory_that_holds_other_files(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    (tmp_path / "events.json").write_text("mine", encoding="utf-8")

    code, _, err = run("write", str(tmp_path), "--data", str(mine))

    assert code == 2
    assert "holds other files and no dataset" in err
    assert (tmp_path / "events.json").read_text(encoding="utf-8") == "mine"


def test_write_fills_a_directory_that_is_empty(run: Run, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert run("write", str(tmp_path / "empty"), "--data", str(mine))[0] == 0


# Pictures.


def test_pictures_draw_the_records_of_their_query(
    run: Run, drawn: list[tuple[object, ...]]
) -> None:
    assert run("plot", "regimes", "r.svg", "EU")[0] == 0
    assert run("plot", "counts", "n.svg", "--collection", "visits", "--by", "month")[0] == 0
    assert run("plot", "timeline", "a.svg", "--since", "2006")[0] == 0
    assert run("plot", "missions", "b.PNG", "NL")[0] == 0
    assert run("plot", "statistics", "c.svg", "--topic", "trade")[0] == 0
    assert run("plot", "disputes", "d.png", "--collection", "visits")[0] == 0

    assert drawn == [
        ("regimes", relations.measures("EU"), "r.svg"),
        ("counts {'by': 'month'}", relations.visits(), "n.svg"),
        ("timeline", relations.all(since=2006), "a.svg"),
        ("missions", relations.missions("NL"), "b.PNG"),
        ("statistics", relations.statistics(topic="trade"), "c.svg"),
        ("disputes", relations.disputes().where(collection="visits"), "d.png"),
    ]


def test_a_missing_library_is_reported_with_its_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(_: object) -> None:
        raise MissingExtra('pip install "bynl-relations[plot]"')

    monkeypatch.setattr(bynl_relations, "plot", SimpleNamespace(timeline=lacking), raising=False)

    assert run("plot", "timeline", "x.svg") == (
        2, "", 'bynl-relations: pip install "bynl-relations[plot]"\n',
    )  # fmt: skip


# Pages.


def test_a_page_holds_the_records_that_were_asked_for(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.html"

    code, out, _ = run("page", str(file), "--collection", "missions", "--actor", "NL")

    found = relations.all(collection="missions", actor="NL", claims=True)
    assert (code, out) == (0, f"{file}: a page of {len(found)} records\n")
    # The keywords may be asked in another order, which the foot of the page shows.
    assert [f'"id":"{key}"' in file.read_text(encoding="utf-8") for key in found.ids] == [
        True
    ] * len(found)


# The process.


def test_the_arguments_are_those_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bynl-relations", "--version"])

    assert cli.main() == 0
    assert capsys.readouterr().out.startswith("bynl-relations ")


def test_ctrl_c_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", stop)

    assert run("all") == (130, "", "")


def test_the_module_runs_and_exits_with_the_code_of_the_command() -> None:
    done = subprocess.run([*PROGRAM, "show", "nope"], capture_output=True, check=False)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"bynl-relations: no record with id 'nope'")


def test_a_query_runs_where_docstrings_are_stripped() -> None:
    stripped = [
        sys.executable,
        "-OO",
        "-m",
        "bynl_relations",
        "missions",
        "NL",
        "--format",
        "jsonl",
    ]
    done = subprocess.run(stripped, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == relations.missions("NL").to_jsonl()


def test_main_is_what_the_module_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    import runpy

    monkeypatch.setattr(cli, "main", lambda: 7)

    with pytest.raises(SystemExit) as left:
        runpy.run_module("bynl_relations", run_name="__main__", alter_sys=True)
    assert left.value.code == 7
    runpy.run_module("bynl_relations.__main__", run_name="imported")


posix = pytest.mark.skipif(os.name != "posix", reason="speaks to a POSIX shell")


@posix
@pytest.mark.parametrize("line", ["all --format json", "--help", ""])
def test_a_reader_that_leaves_early_hears_nothing(line: str) -> None:
    program = subprocess.Popen(
        [*PROGRAM, *line.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()

    with program.stderr:
        assert program.stderr.read() == b""
    assert program.wait() == 0


@posix
@pytest.mark.parametrize("line", ["missions", "--help"])
def test_an_answer_that_was_closed_at_the_start_is_dropped(line: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m bynl_relations {line} >&-', sys.executable],
        capture_output=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")


_INTERRUPTED = """
import os, signal, sys
from bynl_relations import Relations
from bynl_relations.cli import main
Relations.read = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)
sys.exit(main(["check", sys.argv[1]]))
"""


@posix
def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED, str(tmp_path)],
        capture_output=True,
        check=False,
        # A shell's background job, as in CI, hands down that the signal is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@posix
def test_what_could_keep_the_reader_waiting_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe\x1b[2J"
    os.mkfifo(pipe)

    assert main(["check", str(pipe)]) == 2
    assert r"pipe\x1b[2J is neither a directory nor a regular file" in capsys.readouterr().err


@posix
def test_a_pipe_holds_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [*PROGRAM, "show", "diplomatic-relations"],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip

    assert "1992-03-24 ≠ 1994" in done.stdout.decode()
