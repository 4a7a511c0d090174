"""A body with its people, mail entrusted to the clerk, and a printer that prints into files."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language
from dspdesk.law.kinds import Headship
from dspdesk.ui import printing
from tests import factories, hands
from tests.ui.journeys.walk import Walk, on_the_day, program_over

PRINTER = "Канцелярия"
#: Who works here: the name in Russian and in Kazakh, the position in both.
PEOPLE = (
    ("Омаров Т.Е.", "Омаров Т.Е.", "председатель", "төраға", Headship.BODY),
    ("Ахметов Б.К.", "Ахметов Б.Қ.", "начальник службы", "қызмет бастығы", Headship.SERVICE),
    ("Ким А.В.", "Ким А.В.", "главный специалист", "бас маман", None),
    ("Оспанова Г.Т.", "Оспанова Г.Т.", "заместитель председателя", "төраға орынбасары", None),
    ("Сейтқали Г.М.", "Сейтқали Г.М.", "начальник отдела", "бөлім бастығы", None),
    ("Юнусов Р.А.", "Юнусов Р.А.", "эксперт", "сарапшы", None),
)


@dataclass
class Printed:
    """What came out of the printer: a file for each job."""

    folder: Path
    files: list[Path] = field(default_factory=list)

    def printer(self, _name: str) -> QPrinter:
        """A printer whose sheets are a file."""
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.files.append(self.folder / f"printed-{len(self.files) + 1}.pdf")
        made.setOutputFileName(str(self.files[-1]))
        return made


@pytest.fixture
def out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Printed:
    """The printer of the journey."""
    printed = Printed(tmp_path)
    monkeypatch.setattr(printing, "printer", printed.printer)
    monkeypatch.setattr(printing, "printers", lambda: [PRINTER])
    return printed


@pytest.fixture
def planned() -> Iterator[hands.Answers]:
    """The door, with the answers that a journey has ready."""
    with hands.answers() as answers:
        yield answers


@pytest.fixture(scope="session")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the office, made once in a session."""
    desk = factories.created(tmp_path_factory.mktemp("office"), at=desks.clock).desk
    staffed(desk)
    desk.close()
    return desk.path.parent


@pytest.fixture
def office(made_office: Path, tmp_path: Path) -> Path:
    """A store of a body with its people, in which nothing was received yet; its path."""
    shutil.copytree(made_office, tmp_path, dirs_exist_ok=True)
    return tmp_path / "office.dspdesk"


def staffed(desk: Desk) -> None:
    """Enter the people of the body, and entrust the clerk with the mail."""
    for name_ru, name_kk, position_ru, position_kk, heads in PEOPLE:
        person = factories.employee(desk, name_ru, name_kk=name_kk)
        factories.appointed(
            desk,
            person,
            position_ru=position_ru,
            position_kk=position_kk,
            heads=heads,
            valid_from=desk.today(),
        )
    factories.entrusted(desk, valid_from=desk.today())


@pytest.fixture
def walk(
    dressed: QApplication, office: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Callable[..., "contextmanager[Walk]"]:
    """Signs in and walks, on a day from today, in a language; no mouse is touched from the first window on."""

    @contextmanager
    def walking(days: int = 0, language: Language = Language.RU) -> Iterator[Walk]:
        from PySide6.QtCore import QSettings

        QSettings().setValue("language", language.value)
        at = on_the_day(days)
        opened = lambda *what: desks.open_desk(*what, at=at, announce=True)  # noqa: E731
        monkeypatch.setattr("dspdesk.ui.sign_in._open_desk", opened)
        with hands.keyboard_only(), program_over(office) as program:
            one = Walk(program, request.node.name.removeprefix("test_")[:24])
            one.sign_in(office.parent / "carrier.key")
            yield one

    return walking
