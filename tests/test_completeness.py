"""What has to be there: every requirement, the code and tests it names, every paper in both languages.

Each checker names what is missing ("loss_act: no form in kk"), and has a test in which something is missing.
"""

import ast
import importlib
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from dspdesk.law.citations import OWN
from dspdesk.law.requirements import ROWS, TABLE, Way
from dspdesk.law.requirements.row import Requirement, met, planned
from dspdesk.law.stems import STEMS
from dspdesk.reports.papers import PAPERS

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "dspdesk"
LANGUAGES = ("kk", "ru")

#: Every requirement, written down a second time; appendix 1 and what asks nothing of us are not among them.
DECREE = [
    "D2", "D7", "D8", "D9",
    "D10", "D37", "D11", "D12", "D12a", "D12b", "D12c", "D12d", "D12e", "D13",
    "D14", "D14a", "D14b", "D15", "D15a", "D15b", "D15c", "D16", "D17", "D18", "D19", "D20", "D21", "D22",
    "D23", "D24", "D25", "D26", "D26-1", "D27",
    "D28", "D29", "D30.1", "D30.2", "D30.3", "D30.4", "D30.5", "D30.6",
    "D30.7", "D30.8", "D30.9", "D31", "D32", "D33", "D34", "D35",
    "D36", "D38", "D39", "D40", "D41", "D42", "D42a", "D43", "D44", "D57", "D58",
    "D45", "D46", "D47", "D48", "D49", "D51", "D52", "D50", "D53", "D54", "D55", "D56",
    "D59", "D59a", "D60", "D61", "D62",
]  # fmt: skip
ORDER = [f"O{number}" for number in (2, 3, 4, 6, *range(8, 19))]
WORKING_DAY = [f"W{number}" for number in range(1, 13)]


# Requirements


def test_every_requirement_stands_in_the_table_once():
    ids = [row.id for row in ROWS]
    assert sorted(ids) == sorted(DECREE + ORDER + WORKING_DAY)
    assert len(ids) == len(TABLE)


def found(dotted: str) -> object:
    """What a dotted name stands for; `None` when there is no such thing."""
    module, rest = dotted, []
    while module:
        try:
            thing = importlib.import_module(module)
            break
        except ModuleNotFoundError:
            module, _, last = module.rpartition(".")
            rest.insert(0, last)
    else:
        return None
    for name in rest:
        thing = getattr(thing, name, None)
    return thing


@cache
def functions(path: Path) -> frozenset[str]:
    """The test functions of a file, those in classes as `Class::test_…`."""
    if not path.is_file():
        return frozenset()
    names = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            names |= {
                f"{node.name}::{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)
            }
        elif isinstance(node, ast.FunctionDef):
            names.add(node.name)
    return frozenset(names)


def is_rule(thing: object) -> bool:
    """Whether this is a function that returns findings; other places are values, papers and procedures."""
    return inspect.isfunction(thing) and "Finding" in str(inspect.signature(thing).return_annotation)


def names_its_place(thing: object, row: Requirement) -> bool:
    """Whether a rule, or the module it stands in, names the paragraph or the requirement it serves."""
    module = inspect.getmodule(thing)
    said = f"{inspect.getsource(thing)} {module.__doc__ if module else ''}"  # type: ignore[arg-type]
    paragraph = row.place.paragraph
    if re.search(rf"\b{re.escape(row.id)}\b", said):
        return True
    return bool(paragraph) and bool(re.search(rf"[Pp]aragraphs?\b[^.]*\b{re.escape(paragraph)}\b", said))


def missing_of(row: Requirement) -> Iterator[str]:
    """What a row that is met, or met in part, promises and does not keep."""
    if row.planned is None and not row.where:
        yield f"{row.id}: neither enforced nor planned"
    if row.where and not row.tests:
        yield f"{row.id}: no test shows it"
    for dotted in row.where:
        thing = found(dotted)
        if thing is None:
            yield f"{row.id}: there is no {dotted}"
        elif is_rule(thing) and not names_its_place(thing, row):
            yield f"{row.id}: {dotted} does not say which paragraph it serves"
    for test in row.tests:
        file, _, name = test.partition("::")
        if name not in functions(ROOT / file):
            yield f"{row.id}: there is no test {test}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_what_is_enforced_is_there_and_tested(row):
    assert not list(missing_of(row))


HERE = "tests/test_completeness.py::test_every_requirement_stands_in_the_table_once"
NUMBER_ONCE = "dspdesk.law.registration.number_once"


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (met("D14a", Way.REFUSE, where=(), tests=()), "D14a: neither enforced nor planned"),
        (met("D14a", Way.REFUSE, where=(NUMBER_ONCE,), tests=()), "D14a: no test shows it"),
        (
            met("D14a", Way.REFUSE, where=("dspdesk.law.registration.gone",), tests=(HERE,)),
            "D14a: there is no dspdesk.law.registration.gone",
        ),
        (
            met("D14a", Way.REFUSE, where=("nowhere.at.all",), tests=(HERE,)),
            "D14a: there is no nowhere.at.all",
        ),
        (
            met("D30.7", Way.REFUSE, where=(NUMBER_ONCE,), tests=(HERE,)),
            f"D30.7: {NUMBER_ONCE} does not say which paragraph it serves",
        ),
        (
            met("D14a", Way.REFUSE, where=(NUMBER_ONCE,), tests=(f"{HERE}_or_twice",)),
            f"D14a: there is no test {HERE}_or_twice",
        ),
        (
            met("D14a", Way.REFUSE, where=(NUMBER_ONCE,), tests=("tests/test_gone.py::test_it",)),
            "D14a: there is no test tests/test_gone.py::test_it",
        ),
    ],
)
def test_a_promise_not_kept_is_named(row, complaint):
    assert list(missing_of(row)) == [complaint]


def test_a_promise_kept_passes_and_a_planned_row_promises_nothing_yet():
    assert not list(missing_of(met("D14a", Way.REFUSE, where=(NUMBER_ONCE,), tests=(HERE,))))
    assert not list(missing_of(planned("D7", 3, Way.RECORD)))


def quoted(source: str) -> Iterator[tuple[str, int]]:
    """The ids of requirements that findings are made with, and their lines."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Finding"
            and node.args
        ):
            for constant in ast.walk(node.args[0]):
                if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                    yield constant.value, constant.lineno


@cache
def quoted_by_the_program() -> tuple[tuple[Path, int, str], ...]:
    """Where the program quotes a requirement, and which."""
    return tuple(
        (file, line, id_)
        for file in sorted(PROGRAM.rglob("*.py"))
        for id_, line in quoted(file.read_text(encoding="utf-8"))
    )


def test_findings_quote_only_requirements_that_exist():
    unknown, known = [], set()
    for file, line, id_ in quoted_by_the_program():
        known.add(id_)
        if id_ not in TABLE and id_ != OWN:
            unknown.append(f"{file.relative_to(ROOT)}:{line}: {id_}")
    assert not unknown, "\n".join(unknown)
    assert {"D2", "D14a", OWN} <= known


def test_what_findings_quote_is_found():
    source = "Finding('D99', REFUSE)\nFinding(GROUND.get(action, 'OWN'), REFUSE)\nfinding('D98')\nFinding()\n"
    assert list(quoted(source)) == [("D99", 1), ("OWN", 2)]


def unmet(rows: Iterable[Requirement], ids_quoted: Iterable[str]) -> list[str]:
    """Requirements that findings quote and whose row says that nothing enforces them."""
    empty = {row.id for row in rows if not row.where}
    return sorted(empty & set(ids_quoted))


def test_what_findings_quote_is_enforced_in_the_table():
    ids = {id_ for _file, _line, id_ in quoted_by_the_program()}
    assert unmet(ROWS, ids) == []
    assert unmet([planned("D2", 3, Way.WARN)], {"D2", "D11"}) == ["D2"]


# Papers


def missing_papers(papers: Iterable[str], stems: Mapping[str, int | None], root: Path) -> Iterator[str]:
    """What the papers lack that the program prints: a place among the stems, a form, a dump."""
    for stem in papers:
        if stem not in stems:
            yield f"{stem}: not among the stems"
        elif stems[stem] is not None:
            yield f"{stem}: still planned with issue {stems[stem]}"
        for language in LANGUAGES:
            if not (root / "resources" / "forms" / language / f"{stem}.toml").is_file():
                yield f"{stem}: no form in {language}"
            if not (root / "tests" / "looks" / f"paper_{stem}.{language}.txt").is_file():
                yield f"{stem}: no dump in {language}"


def test_every_paper_has_its_form_and_its_dump_in_both_languages():
    assert PAPERS
    assert not list(missing_papers(PAPERS, STEMS, ROOT))


def test_a_paper_without_form_or_dump_is_named(tmp_path):
    for folder in ("resources/forms/kk", "resources/forms/ru", "tests/looks"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "resources/forms/ru/loss_act.toml").touch()
    (tmp_path / "tests/looks/paper_loss_act.kk.txt").touch()
    assert list(missing_papers(["loss_act"], {"loss_act": 8}, tmp_path)) == [
        "loss_act: still planned with issue 8",
        "loss_act: no form in kk",
        "loss_act: no dump in ru",
    ]
    assert next(missing_papers(["lost_act"], {"loss_act": 8}, tmp_path)) == "lost_act: not among the stems"


def forms_without_paper(papers: Sequence[str], root: Path) -> list[str]:
    """Wordings that no paper prints; `kit` and `samples` are of all papers."""
    forms = {path.stem for path in (root / "resources" / "forms").glob("*/*.toml")}
    return sorted(forms - {"kit", "samples"} - set(papers))


def test_every_form_is_of_a_paper(tmp_path):
    assert forms_without_paper(list(PAPERS), ROOT) == []
    (tmp_path / "resources" / "forms" / "kk").mkdir(parents=True)
    (tmp_path / "resources" / "forms" / "kk" / "loss_act.toml").touch()
    assert forms_without_paper([], tmp_path) == ["loss_act"]


# Stems


def stems_in_disorder(stems: Mapping[str, int | None], modules: Iterable[Path]) -> list[str]:
    """Stems said to exist without any module, and modules of stems that are said to be planned."""
    present = {path.stem for path in modules}
    lost = [
        f"{stem}: no module has this name"
        for stem, issue in stems.items()
        if issue is None and stem not in present
    ]
    early = [
        f"{stem}: there, and still planned" for stem, issue in stems.items() if issue and stem in present
    ]
    return lost + early


#: Queries and windows name themselves after what they show, which may be a stem of a procedure to come.
def named_after_stems() -> list[Path]:
    """The modules of those layers that name themselves after stems."""
    return [path for layer in ("law", "procedures", "reports") for path in (PROGRAM / layer).glob("*.py")]


def test_stems_that_exist_have_modules_and_planned_ones_have_none():
    assert not stems_in_disorder(STEMS, named_after_stems())


def test_a_stem_without_module_and_one_come_early_are_named():
    stems = {"loss_act": None, "hold": 7, "act": 3}
    assert stems_in_disorder(stems, [Path("hold.py"), Path("values.py")]) == [
        "loss_act: no module has this name",
        "hold: there, and still planned",
    ]


def test_every_stem_is_brought_by_an_issue_of_the_plan():
    assert len(STEMS) == 60
    assert {issue for issue in STEMS.values() if issue is not None} == set(range(5, 11))
