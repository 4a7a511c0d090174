"""Text as the operators of a PDF page, for those who set very much of it.

`drawString` looks at each character in Python each time. Here each character is looked at once, and a whole
line is then translated at once.
"""

from typing import Any

from dspdesk.reports.kit.fonts import face


class Script(dict[int, str]):
    """Characters as they stand inside the brackets of a `Tj` operator, in one face and size.

    ReportLab embeds a font in parts of 256 characters. Our papers hardly ever need a second part; a character
    of one closes the brackets, changes the font for itself and opens them again.
    """

    def __init__(self, canvas: Any, name: str, size: float) -> None:  # noqa: ANN401 - has no types
        super().__init__()
        self._font = face(name)
        self._document = canvas._doc  # noqa: SLF001 - ReportLab's own way from a font to its parts
        self._size = f"{size:g}"
        self.font = self._part(0)

    def shown(self, line: str) -> str:
        """The operators that show this line where the pen stands."""
        return f"({line.translate(self)}) Tj"

    def __missing__(self, code: int) -> str:
        from reportlab.lib.rl_accel import escapePDF

        ((part, encoded),) = self._font.splitString(chr(code), self._document)
        self[code] = shown = str(escapePDF(encoded))
        if part:
            self[code] = shown = f") Tj {self._part(part)} ({shown}) Tj {self.font} ("
        return shown

    def _part(self, number: int) -> str:
        return f"{self._font.getSubsetInternalName(number, self._document)} {self._size} Tf"
