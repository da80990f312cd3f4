"""Where pdfium's coordinates lie on the page as it is read."""

from __future__ import annotations

import ctypes
import math

import pypdfium2_raw as pdfium


def text_turn(text_page: object) -> int:
    """How many quarters clockwise a page has to be turned for most of its text to stand upright."""
    count = pdfium.FPDFText_CountChars(text_page)
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // 16)):
        if not pdfium.FPDFText_IsGenerated(text_page, index):
            angle = pdfium.FPDFText_GetCharAngle(text_page, index)
            turns[round(angle / (math.pi / 2)) % 4 if angle > 0 else 0] += 1
    return max(range(4), key=lambda turn: (turns[turn], -turn))


class Frame:
    """From pdfium's coordinates (bottom-left, unrotated) to the top-left, `turn` quarters clockwise."""

    def __init__(self, page: object, turn: int):
        box = pdfium.FS_RECTF()
        media = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPage_GetMediaBox(page, *media):
            left, bottom, right, top = (value.value for value in media)
            self.left, self.right = min(left, right), max(left, right)
            self.bottom, self.top = min(bottom, top), max(bottom, top)
        else:
            pdfium.FPDF_GetPageBoundingBox(page, box)
            self.left, self.right, self.bottom, self.top = box.left, box.right, box.bottom, box.top
        self.turn = turn
        wide, high = self.right - self.left, self.top - self.bottom
        self.width, self.height = (high, wide) if turn % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom as read."""
        if self.turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
