"""What else is drawn on a page, by pdfium: rules and pictures."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as pdfium

from claimx.read.pdf.frame import Frame
from claimx.read.pdf.pages import PageText, Rule

_MAX_OBJECTS = 4000  # a map may hold a hundred thousand strokes
_PATH, _IMAGE, _FORM = 2, 3, 5
_SHORTEST, _THICKEST = 20.0, 3.0  # points


def read_objects(page: object, frame: Frame, result: PageText) -> None:
    """The rules of the page, and whether it holds a picture."""
    values = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind in (_IMAGE, _FORM):
            result.images = True
        elif kind == _PATH and pdfium.FPDFPageObj_GetBounds(item, *values):
            left, bottom, right, top = (value.value for value in values)
            x0, y0, x1, y1 = frame.box(left, bottom, right, top)
            if x1 - x0 >= _SHORTEST and y1 - y0 <= _THICKEST:
                result.rules.append(Rule(x0, x1, (y0 + y1) / 2))
