"""Texts come in the language asked for, and in English rather than not at all."""

import struct
import subprocess
import sys
from io import BytesIO
from threading import Thread

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from dspdesk.language import N_, Language, _, catalogue, ngettext, pgettext, use_language
from dspdesk.language.catalogue import current_language, ntranslate_in, translate_in
from dspdesk.language.resources import resources

SHEETS = ("{n} sheet", "{n} sheets")
TEXTS = {
    "ru": (("Save", "Сохранить"), ("{n} лист", "{n} листа", "{n} листов"), "Дело"),
    "kk": (("Save", "Сақтау"), ("{n} парақ", "{n} парақ"), "Іс"),
}


def compiled(language: str) -> bytes:
    (msgid, text), sheets, case = TEXTS[language]
    texts = Catalog(locale=language)
    texts.add(msgid, text)
    texts.add(SHEETS, sheets)
    texts.add("Case", case, context="records")
    file = BytesIO()
    write_mo(file, texts)
    return file.getvalue()


@pytest.fixture(autouse=True)
def fresh():
    """No catalogue and no language of one test is left to the next."""
    before = current_language()
    catalogue._catalogue.cache_clear()
    yield
    use_language(before)
    catalogue._catalogue.cache_clear()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "resources", lambda: tmp_path)
    for language in Language:
        (tmp_path / "catalogues" / language / "LC_MESSAGES").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def filled(folder):
    for language in Language:
        path = folder / "catalogues" / language / "LC_MESSAGES" / "dspdesk.mo"
        path.write_bytes(compiled(language))
    return folder


@pytest.mark.usefixtures("filled")
def test_the_interface_speaks_the_language_chosen():
    use_language(Language.RU)
    assert (_("Save"), ngettext(*SHEETS, 22), pgettext("records", "Case")) == (
        "Сохранить",
        "{n} листа",
        "Дело",
    )
    use_language(Language.KK)
    assert current_language() is Language.KK
    assert (_("Save"), ngettext(*SHEETS, 22), pgettext("records", "Case")) == ("Сақтау", "{n} парақ", "Іс")


@pytest.mark.usefixtures("filled")
def test_a_paper_speaks_its_own_language():
    use_language(Language.RU)
    assert translate_in(Language.KK, "Save") == "Сақтау"
    assert ntranslate_in(Language.KK, *SHEETS, 1) == "{n} парақ"
    assert [ntranslate_in(Language.RU, *SHEETS, n) for n in (1, 11, 21, 3, 5)] == [
        "{n} лист",
        "{n} листов",
        "{n} лист",
        "{n} листа",
        "{n} листов",
    ]
    assert _("Save") == "Сохранить"


@pytest.mark.usefixtures("filled")
def test_a_text_not_translated_comes_out_in_english():
    assert _("Burn") == "Burn"
    assert ngettext("{n} act", "{n} acts", 5) == "{n} acts"
    assert pgettext("medicine", "Case") == "Case"


@pytest.mark.usefixtures("filled")
def test_the_empty_text_is_not_the_header_of_the_catalogue():
    assert _("") == ""
    assert translate_in(Language.KK, "") == ""


def test_a_missing_catalogue_stops_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "resources", lambda: tmp_path / "nowhere")
    assert _("Save") == "Save"
    assert [ngettext(*SHEETS, n) for n in (1, 2)] == list(SHEETS)


@pytest.mark.parametrize("damage", [b"", b"\0" * 64, compiled("ru")[:30], struct.pack("<I", 0x950412DE)])
def test_a_spoilt_catalogue_stops_nobody(folder, damage):
    path = folder / "catalogues" / "ru" / "LC_MESSAGES" / "dspdesk.mo"
    path.write_bytes(damage)
    assert translate_in(Language.RU, "Save") == "Save"


@pytest.mark.usefixtures("filled")
def test_other_threads_hear_of_the_change():
    use_language(Language.KK)
    heard = []
    thread = Thread(target=lambda: heard.append(_("Save")))
    thread.start()
    thread.join()
    assert heard == ["Сақтау"]


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="en"):
        use_language("en")  # type: ignore[arg-type]


def test_marking_changes_nothing():
    assert N_("Save") == "Save"


def test_resources_lie_beside_the_package_or_in_the_frozen_program(monkeypatch, tmp_path):
    assert (resources().parent / "dspdesk" / "language" / "resources.py").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"


def test_importing_it_all_brings_in_the_standard_library_only():
    modules = "catalogue dates folding names numbers resources sorting"
    program = (
        "import sys; before = set(sys.modules)\n"
        f"for name in '{modules}'.split(): __import__('dspdesk.language.' + name)\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(*sorted(new - sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["dspdesk"]
