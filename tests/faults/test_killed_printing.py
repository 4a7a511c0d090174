"""SIGKILL while a growing journal is printed: no line is lost or printed twice, the journal can be printed on."""

import random
import time
from pathlib import Path

from dspdesk.law.growing import Grow
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries.growing import JOURNAL, series, standing
from tests import factories
from tests.faults import clerk
from tests.faults.killing import everything, process
from tests.store.tampering import raw

KILLS = 25


def test_a_journal_whose_printing_was_killed_is_printed_on(tmp_path: Path) -> None:
    desk = factories.created(tmp_path).desk
    factories.registered(desk)
    desk.close()
    chance, acknowledged, inside = random.Random(20261122), [], 0
    for _ in range(KILLS):
        with process(clerk.prints_on, tmp_path) as (one, heard):
            assert heard.recv() == ("printing",)
            time.sleep(chance.uniform(0, 0.12))
            one.kill()
            one.join()
            said = [("printing",), *everything(heard)]
        acknowledged += [message[1] for message in said if message[0] == "printed"]
        inside += said[-1] == ("printing",)
        desk = factories.opened(tmp_path)
        with raw(desk) as connection:
            unfinished = connection.execute(
                "SELECT count(*) FROM printed_line JOIN printout ON printout.id = printout_id WHERE pdf_hash IS NULL"
            ).fetchone()
        assert unfinished == (0,)
        request = PaperRequest(paper=JOURNAL, language="ru", journal_id=1, grow=Grow.ON)
        if standing(desk, JOURNAL, "journal:1", "ru").something_new:
            print_paper(desk, request)
        with desk.reading() as reading:
            printed = series(reading, JOURNAL, "journal:1", "ru")
        assert not standing(desk, JOURNAL, "journal:1", "ru").something_new
        keys = [line.key for line in printed.lines]
        assert len(keys) == len(set(keys))
        known = {code for codes in printed.codes.values() for code in codes}
        assert set(acknowledged) <= known
        desk.close()
    assert inside > KILLS // 4
    desk = factories.opened(tmp_path)
    assert desk.verify() == []
    desk.close()
