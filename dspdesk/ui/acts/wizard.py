"""The wizard of an act: its steps at the left, the work in the middle, the very paper at the right, live.

It can be left at any time: what was typed stays as a draft, what was entered stays entered.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.act import ActStage
from dspdesk.law.findings import Refused
from dspdesk.ui import ask, keys, theme
from dspdesk.ui.acts import words
from dspdesk.ui.acts.act_work import ActWork
from dspdesk.ui.acts.common_pages import CopiesPage, PrintPage, SignPage
from dspdesk.ui.acts.live_paper import LivePaper
from dspdesk.ui.acts.page import ActPage
from dspdesk.ui.acts.step_list import StepList
from dspdesk.ui.cards.draft_keeper import DraftKeeper
from dspdesk.ui.cards.draft_notice import DraftNotice
from dspdesk.ui.cards.findings import Findings
from dspdesk.ui.fitting import fit
from dspdesk.ui.theme import Tone
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import Note, PlainButton, PrimaryButton, Title, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.acts import ActDetails
    from dspdesk.ui.services import Services

_WIDTH, _HEIGHT = 112, 62  # in ems
_STEPS_WIDTH = 17
_EDITABLE = frozenset({ActStage.DRAFT, ActStage.PRINTED})


class ActWizard(QDialog):
    """One act from its first word to its last copy."""

    written = Signal()  # something was entered

    def __init__(
        self,
        desk: "Desk",
        services: "Services",
        work: ActWork,
        act_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._services, self._work = desk, services, work
        self._act: ActDetails | None = None
        self._present, self._dirty = 0, False
        self._keeper: DraftKeeper | None = None
        self.printing, self.signing, self.copies = PrintPage(), SignPage(desk), CopiesPage(desk)
        self.pages: list[ActPage] = [*work.pages(), self.printing, self.signing, self.copies]
        self._lay_out()
        self._connect()
        self._load(act_id)
        self._go_to(self._first_open())

    # --- the act ---

    @property
    def act_id(self) -> int | None:
        """The key of the act, `None` before it is drawn up."""
        return self._act.id if self._act else None

    def _load(self, act_id: int | None) -> None:
        """Show the act as it stands in the store."""
        from dspdesk.queries.acts import act

        self._act = act(self._desk, act_id) if act_id is not None else None
        self._work.show_words(self._act)
        self._dirty = False
        self._show_standing()
        self.paper.draw()

    def _refresh(self) -> None:
        """Something may have happened to it elsewhere: it was printed, or signed among the papers that wait."""
        from dspdesk.queries.acts import act

        if self._act is None or self._dirty:
            return
        now = act(self._desk, self._act.id)
        if now is None or now.life == self._act.life:
            return
        stood = self._present
        self._act = now
        self._show_standing()
        self._go_to(self._first_open() if stood == self.pages.index(self.printing) else stood)
        self.written.emit()

    def _show_standing(self) -> None:
        act = self._act
        self._work.fix(fixed=not self._may_edit())
        for page in (self.printing, self.signing, self.copies):
            page.show_act(act)
        if act is not None:
            self.steps.heading.setText(words.named(act.life.kind, act.number))
        self.state.setText(self._standing())
        set_tone(self.state, Tone.GOOD if act and act.life.stage is ActStage.EXECUTED else Tone.PLAIN)
        self.withdraw.setVisible(self._may_withdraw())

    def _standing(self) -> str:
        if self._act is None:
            return _("not drawn up yet: it gets its number when it is")
        said = words.stage(self._act.life.stage)
        reason = self._act.life.withdrawn_reason
        return f"{said}: {reason}" if reason else said

    def _may_edit(self) -> bool:
        return self._act is None or self._act.life.stage in _EDITABLE

    def _may_withdraw(self) -> bool:
        return self._act is not None and self._act.life.stage not in {ActStage.EXECUTED, ActStage.WITHDRAWN}

    # --- the steps ---

    def go_on(self) -> None:
        """Take the step of this page, or go on to the next one."""
        page = self.pages[self._present]
        if not self.go.isVisible() or not page.readable():
            return
        try:
            self._take(page)
        except (Refused, Told) as error:
            self._objected(page, error)

    def go_back(self) -> None:
        """The page before."""
        if self._present:
            self._go_to(self._present - 1)

    def print_act(self) -> None:
        """Look at the paper as it will be printed; what was typed is entered first."""
        from dspdesk.procedures.printing import PaperRequest

        if self._dirty or self._act is None:
            self._keep()
        if self._act is not None:
            request = PaperRequest(
                paper=self._work.paper, language=self.paper.language(), about=f"act:{self._act.id}"
            )
            self._services.preview(self, self._desk, request)

    def withdraw_act(self) -> None:
        """Ask why, and withdraw it."""
        text = _("It stays in the register with its number and the reason. Another act may be drawn up then.")
        ask.reason(self, _("Withdraw the act?"), text, self._withdraw)

    def _take(self, page: ActPage) -> None:
        from dspdesk.procedures import act

        key = self.act_id
        if page is self.printing and page.missing(self._act):
            self.print_act()
            return
        if page is self.signing and self._may_edit() and key is not None:
            self._keep()
            act.mark_signed(self._desk, act.MarkSigned(act_id=key, on=self.signing.on.value()))
        elif page is self.copies and key is not None:
            self._give(key)
        elif self._present == self.pages.index(self.printing) - 1 and self._may_edit():
            self._keep()
            self._go_to(self._present + 1)
            return
        else:
            self._go_to(min(self._present + 1, len(self.pages) - 1))
            return
        self._entered()

    def _give(self, key: int) -> None:
        from dspdesk.procedures import act

        page = self.copies
        act.give_copy(
            self._desk,
            act.GiveCopy(
                act_id=key,
                number=page.chosen(),
                on=page.day(),
                receipt=page.receipt.value(),
                employee_id=page.executor(),
            ),
        )

    def _keep(self) -> None:
        """Enter the words: the act gets its number, or what was changed in it is entered."""
        if self._act is not None and not self._dirty:
            return
        keeper = self._keeper
        key = self._work.keep(self.act_id, keeper.form_id if keeper else "")
        if keeper is not None:
            keeper.forget()
            self._keeper = None
        self.draft.show_draft(None, self._desk)
        self._load(key)
        self._begin_draft()
        self.written.emit()

    def _withdraw(self, reason: str) -> None:
        from dspdesk.procedures import act

        if (key := self.act_id) is None:
            return
        try:
            act.withdraw(self._desk, act.WithdrawAct(act_id=key, reason=reason))
        except (Refused, Told) as error:
            self._objected(self.pages[self._present], error)
        else:
            self._entered()

    def _entered(self) -> None:
        """A step was entered: show where the act stands, and go to what is open now."""
        key = self.act_id
        self._load(key)
        self._go_to(self._first_open())
        self.written.emit()

    def _first_open(self) -> int:
        """The first step that lacks something, the last one when none does."""
        open_ = [place for place, page in enumerate(self.pages) if page.missing(self._act)]
        if self._act is None or self._act.life.stage is ActStage.WITHDRAWN:
            return 0
        return open_[0] if open_ else len(self.pages) - 1

    def _go_to(self, place: int) -> None:
        self._present = place
        page = self.pages[place]
        self._stack.setCurrentWidget(page)
        self.step_title.setText(page.title)
        self.findings.show_findings([], {})
        self._say("")
        self._tell_steps()
        page.take_focus()

    def _chosen(self, place: int) -> None:
        """A step pressed at the left: those of the paper have no sense before the act is drawn up."""
        if self._act is not None or place < self.pages.index(self.printing):
            self._go_to(place)

    def _tell_steps(self) -> None:
        missing = [page.missing(self._act) for page in self.pages]
        self.steps.show_steps([page.title for page in self.pages], missing, self._present)
        text = self.pages[self._present].action(self._act)
        self.go.set_text(text, keys.STEP_ON.shown)
        self.go.setVisible(bool(text))
        self.back.setVisible(self._present > 0)

    # --- what is wrong ---

    def _objected(self, page: ActPage, error: Exception) -> None:
        if isinstance(error, Refused):
            self.findings.show_findings(self._elsewhere(page, error), {})
        elif isinstance(error, Told):
            self._say(str(error))

    def _elsewhere(self, page: ActPage, error: Refused) -> list[Any]:
        """Findings about a field of another page are shown there."""
        left = page.complain(error.findings)
        for other in self.pages:
            if left and other is not page:
                before, left = left, other.complain(left)
                if left != before:
                    self._go_to(self.pages.index(other))
                    other.complain(before)
        return left

    def _say(self, text: str) -> None:
        set_tone(self.status, Tone.BAD if text else Tone.PLAIN)
        self.status.setText(text)

    # --- drafts ---

    def _edited(self) -> None:
        self._dirty = True
        self._tell_steps()
        self.paper.draw_soon()
        if self._keeper is not None:
            self._keeper.touched()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._keeper is None and not event.spontaneous():
            self._begin_draft()

    def _begin_draft(self) -> None:
        """What was typed before and not entered comes back."""
        if not self._may_edit():
            return
        about = f"act:{self.act_id}" if self.act_id is not None else self._work.about
        self._keeper = DraftKeeper(
            self, self._desk, self._work.draft_form, about, self.windowTitle, self._typed
        )
        self._keeper.failed.connect(self._say)
        if self._keeper.kept is not None:
            self._work.show_typed(self._keeper.kept.body)
            self._dirty = True
            self._tell_steps()
            self.paper.draw()
        self.draft.show_draft(self._keeper.kept, self._desk)

    def _typed(self) -> dict[str, Any] | None:
        return self._work.typed() if self._dirty else None

    def _throw_draft_away(self) -> None:
        if self._keeper is not None:
            self._keeper.drop()
        self.draft.show_draft(None, self._desk)
        self._load(self.act_id)
        self._go_to(self._first_open())

    def reject(self) -> None:
        """Leave; what was typed stays as a draft. Only when it cannot be kept the person is asked."""
        why = self._keeper.flush() if self._keeper is not None and self._dirty else ""
        if not why:
            super().reject()
            return
        text = _("What was typed in this card could not be kept and will be lost.")
        ask.confirm(self, _("Leave without saving?"), f"{text}\n{why}", _("Leave"), super().reject)

    # --- how it stands ---

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._refresh()
        return done

    def _lay_out(self) -> None:
        self.setWindowTitle(self._work.title)
        self.steps = StepList(self._work.title)
        self.steps.setFixedWidth(theme.em(self, _STEPS_WIDTH))
        self.state, self.step_title = Note(), Title(factor=1.3, wrap=True)
        self.draft, self.findings, self.status = DraftNotice(), Findings(), Note()
        self.leave = PlainButton(_("Leave"), keys.LEAVE.keys)
        self.withdraw = PlainButton(_("Withdraw the act…"))
        self.back = PlainButton(_("Back"), keys.STEP_BACK.shown)
        self.go = PrimaryButton("", keys.STEP_ON.shown)
        self.paper = LivePaper(lambda language: self._work.drawing(self.act_id, language))
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        whole = QHBoxLayout(self)
        pad = theme.em(self, 1.3)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(pad)
        whole.addLayout(self._left())
        whole.addLayout(self._middle(), 4)
        whole.addWidget(self.paper, 3)
        fit(self, _WIDTH, _HEIGHT)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.steps, 1)
        column.addWidget(self.withdraw)
        return column

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.em(self, 0.8))
        for part in (self.state, self.draft, self.step_title):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.findings)
        column.addWidget(self.status)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        for button in (self.leave, self.go):
            foot.addWidget(button)
        for button in (self.back, self.withdraw, self.leave, self.go):
            button.setAutoDefault(False)
        column.addLayout(foot)
        return column

    def _connect(self) -> None:
        for page in self.pages[: self.pages.index(self.printing)]:
            page.edited.connect(self._edited)
        self.printing.print_asked.connect(self._print_again)
        self.steps.chosen.connect(self._chosen)
        self.draft.thrown_away.connect(self._throw_draft_away)
        self.go.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.leave.clicked.connect(self.reject)
        self.withdraw.clicked.connect(self.withdraw_act)
        for key in (keys.STEP_ON, keys.SAVE_AND_NEXT):
            keys.bind(self, key, self.go_on)
        keys.bind(self, keys.STEP_BACK, self.go_back)
        keys.bind(self, keys.PRINT, self._print_again)
        keys.bind(self, keys.WHY, self.findings.show_law)
        keys.bind(self, keys.HELP, lambda: keys.show(self))

    def _print_again(self) -> None:
        try:
            self.print_act()
        except (Refused, Told) as error:
            self._objected(self.pages[self._present], error)


def tell(parent: QWidget, error: Exception) -> None:
    """Say why no act can be drawn up."""
    ask.tell(parent, _("No act can be drawn up"), in_words(error))
