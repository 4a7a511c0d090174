"""A paper on the screen: the very PDF, with words beside it for who cannot see the picture."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.ui import keys, theme
from dspdesk.ui.widgets.basics import Caption, PlainButton

_STEP = 1.25
_LEAST, _MOST = 0.25, 6.0
_A4_SHORT, _A4_LONG, _A5_SHORT = 210, 297, 148  # millimetres


class PaperView(QWidget):
    """Pages under each other; PgUp and PgDown turn them, Ctrl and +, - or 0 change their size."""

    page_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self.view = QPdfView()
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        around = self.view.palette()
        around.setColor(QPalette.ColorRole.Dark, theme.tokens().plain_soft)
        self.view.setPalette(around)
        self._buffer = QBuffer(self)  # the document reads from it as long as it is shown
        self.place = Caption()
        self.larger = PlainButton("+")
        self.smaller = PlainButton("−")
        self.whole = PlainButton(_("Whole page"), keys.WHOLE_PAGE.keys)
        self._lay_out()
        self._connect()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper from its first page."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.view.setAccessibleName(self.summary())
        self._tell_place()

    def pages(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    def summary(self) -> str:
        """What is shown, in words: "12 pages, A4 landscape"."""
        count = ngettext("{n} page", "{n} pages", self.pages()).format(n=self.pages())
        return f"{count}, {self.sheet()}" if self.pages() else count

    def sheet(self) -> str:
        """The sheet of the first page in words."""
        size = self.document.pagePointSize(0)
        width, height = sorted((round(size.width() / 72 * 25.4), round(size.height() / 72 * 25.4)))
        name = {(_A4_SHORT, _A4_LONG): "A4", (_A5_SHORT, _A4_SHORT): "A5"}.get((width, height), "")
        name = name or _("{width} × {height} mm").format(width=width, height=height)
        wide = size.width() > size.height()
        return _("{sheet} landscape").format(sheet=name) if wide else _("{sheet} portrait").format(sheet=name)

    def turn(self, by: int) -> None:
        """Go so many pages on, or back."""
        page = max(0, min(self.view.pageNavigator().currentPage() + by, self.pages() - 1))
        self.view.pageNavigator().jump(page, QPointF(), self.view.zoomFactor())

    def zoom(self, factor: float) -> None:
        """Show it larger or smaller."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(_LEAST, min(self.view.zoomFactor() * factor, _MOST)))

    def show_whole(self) -> None:
        """Fit a page into the window, or its width when it fits already."""
        whole = self.view.zoomMode() == QPdfView.ZoomMode.FitInView
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth if whole else QPdfView.ZoomMode.FitInView)

    def _tell_place(self) -> None:
        page = self.view.pageNavigator().currentPage() + 1
        self.place.setText(
            _("Page {page} of {pages}").format(page=page, pages=self.pages()) if self.pages() else ""
        )
        self.page_changed.emit()

    def _lay_out(self) -> None:
        self.larger.setAccessibleName(_("Larger"))
        self.smaller.setAccessibleName(_("Smaller"))
        self.larger.setToolTip(f"{_('Larger')} ({keys.LARGER.keys})")
        self.smaller.setToolTip(f"{_('Smaller')} ({keys.SMALLER.keys})")
        bar = QHBoxLayout()
        bar.addWidget(self.place, 1)
        for button in (self.smaller, self.larger, self.whole):
            button.setAutoDefault(False)
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.5))
        column.addWidget(self.view, 1)
        column.addLayout(bar)

    def _connect(self) -> None:
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._tell_place())
        self.larger.clicked.connect(lambda: self.zoom(_STEP))
        self.smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self.whole.clicked.connect(self.show_whole)
        for key, does in (
            (keys.LARGER, lambda: self.zoom(_STEP)),
            (keys.SMALLER, lambda: self.zoom(1 / _STEP)),
            (keys.WHOLE_PAGE, self.show_whole),
            (keys.NEXT_PAGE, lambda: self.turn(1)),
            (keys.PAGE_BEFORE, lambda: self.turn(-1)),
        ):
            keys.bind(self, key, does)
