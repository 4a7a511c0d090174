"""The head's digest (W12): one sheet of A4, whatever the size of the body; what is cut says how many more."""

from dspdesk.language.catalogue import Language
from dspdesk.language.dates import day_and_time
from dspdesk.law.digest import DigestContent, DigestGroup, DigestLine, shares
from dspdesk.law.registration_journal import short
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Block, Gap, Signature, Text, draw_all, height_of
from dspdesk.reports.kit.drawing import About, Drawing
from dspdesk.reports.kit.frame import A4 as SHEET
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.kit.one_line_table import Column, OneLineTable
from dspdesk.reports.wording import Form, form

STEM = "digest"
SHARES = (0.31, 0.14, 0.31, 0.13, 0.11)
SIZE = 10.0
BESIDE_MARK = 105 * MM
_GAP = 2.2 * MM
_ONE_COPY = 1


def draw(content: DigestContent, language: str, code: str = "") -> bytes:
    """The digest as PDF, one sheet."""
    words = form(STEM, Language(language))
    about = About(words["heading.title"], content.organisation, Language(language), code)
    drawing = Drawing(SHEET, about)
    draw_mark(drawing, _ONE_COPY, _ONE_COPY, SIZE)
    heading = _heading(content, words)
    draw_all(heading, drawing, SHEET.upper, BESIDE_MARK)
    top = SHEET.upper - max(height_of(heading, drawing, BESIDE_MARK), mark_height(drawing, SIZE)) - _GAP
    foot = [Signature(content.signs_position, content.signs_name)]
    room = top - SHEET.lower - height_of(foot, drawing, SHEET.room)
    draw_all([*_groups(content, words, drawing, room), *foot], drawing, top)
    drawing.end_sheet(drawing.numbered(1, 1))
    return drawing.finish()


def sample(language: str) -> DigestContent:
    """The digest of an invented body."""
    return samples.digest(Language(language))


def _heading(content: DigestContent, words: Form) -> list[Block]:
    title = words["heading.of_unit"].format(unit=content.unit) if content.unit else words["heading.title"]
    when = words["heading.made"].format(moment=day_and_time(content.made_at))
    return [Text(content.organisation, SIZE), Gap(1 * MM), Text(title, 13, bold=True), Text(when, SIZE)]


def _groups(content: DigestContent, words: Form, drawing: Drawing, room: float) -> list[Block]:
    """All groups; the lines that there is room for are shared among them."""
    bare = [block for group in content.groups for block in _group(group, 0, words)]
    line = OneLineTable((), ()).row_height
    left = int((room - height_of(bare, drawing, SHEET.room)) / line)
    given = shares(tuple(len(group.lines) for group in content.groups), left)
    return [
        block
        for group, shown in zip(content.groups, given, strict=True)
        for block in _group(group, shown, words)
    ]


def _group(group: DigestGroup, shown: int, words: Form) -> list[Block]:
    title = words[f"{group.group}.title"].format(total=group.total)
    blocks: list[Block] = [Gap(_GAP), Text(title, 11, bold=True)]
    if not group.lines:
        return blocks
    titles = (words["table.person"], *words.many(f"{group.group}.columns"))
    figures = (False, True, False, False, True)
    columns = [Column(*one) for one in zip(titles, SHARES, figures, strict=True)]
    more = len(group.lines) - shown
    rest = sum(line.count for line in group.lines[shown:])
    after = words["table.more"].format(people=more, number=rest) if more and shown else ""
    return [*blocks, OneLineTable(columns, [_row(line) for line in group.lines[:shown]], after, size=SIZE)]


def _row(line: DigestLine) -> tuple[str, ...]:
    days = "" if line.days is None else str(line.days)
    return (line.name, str(line.count), line.oldest, short(line.on), days)
