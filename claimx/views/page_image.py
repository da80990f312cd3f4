"""The page a claim stands on, as a picture with its evidence and its notes marked."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from claimx.errors import InputError

_RESOLUTION = 110
_LARGEST = 4000  # pixels along a side: a wall map must not fill the memory
_EVIDENCE = ((255, 214, 10, 90), (200, 140, 0, 255))
_NOTE = ((80, 150, 255, 80), (20, 80, 190, 255))

Box = Sequence[float]


def render_evidence(
    pdf_path: Path | str,
    boxes: Sequence[Box],
    note_boxes: Sequence[Box],
    out_png: Path | str,
    *,
    password: str | None = None,
) -> list[Path]:
    """Draw the pages of `boxes` (evidence, yellow) with `note_boxes` (its notes, blue) as PNG.

    A box is `[page, x0, top, x1, bottom]` as the ledger has it. One page goes to `out_png`; when the
    evidence runs over several pages, or a note stands on another one, they go side by side into the
    same picture. Gives the paths written. Raises InputError when the PDF or a page cannot be read.
    """
    pages = sorted({int(box[0]) for box in (*boxes, *note_boxes)})
    if not pages:
        raise InputError(f"{pdf_path}: the claim has no place on a page")
    pictures = _draw(Path(pdf_path), pages, boxes, note_boxes, password)
    target = Path(out_png)
    _save(_side_by_side(pictures), target)
    return [target]


def _draw(
    path: Path, pages: list[int], boxes: Sequence[Box], note_boxes: Sequence[Box], password: str | None
) -> list:
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    import pdfplumber

    try:
        with pdfplumber.open(path, password=password or "") as pdf:
            pictures = []
            for number in pages:
                page = pdf.pages[number - 1]
                image = page.to_image(
                    resolution=_resolution(float(page.width), float(page.height)), antialias=True
                )
                for marked, (fill, stroke) in ((boxes, _EVIDENCE), (note_boxes, _NOTE)):
                    rectangles = [tuple(box[1:5]) for box in marked if int(box[0]) == number]
                    image.draw_rects(
                        [_clipped(box, page.bbox) for box in rectangles], fill=fill, stroke=stroke
                    )
                pictures.append(image.annotated.convert("RGB"))
            return pictures
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from None
    except IndexError:
        raise InputError(f"{path}: has no page {max(pages)}; was the ledger made from this file?") from None
    except Exception as error:  # pdfminer raises whatever the bytes provoke
        raise InputError(f"{path}: no picture can be drawn ({type(error).__name__})") from None


def _resolution(width: float, height: float) -> float:
    return max(10.0, min(_RESOLUTION, _LARGEST * 72 / max(width, height, 1.0)))


def _clipped(box: tuple[float, ...], bounds: tuple[float, ...]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box
    return (max(x0 - 1, bounds[0]), max(top, bounds[1]), min(x1 + 1, bounds[2]), min(bottom, bounds[3]))


def _side_by_side(pictures: list):
    if len(pictures) == 1:
        return pictures[0]
    from PIL import Image

    sheet = Image.new("RGB", (sum(p.width for p in pictures), max(p.height for p in pictures)), "white")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width
    return sheet


def _save(picture, target: Path) -> None:
    """Whole or not at all: written beside the target, then renamed."""
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".png")
    try:
        with os.fdopen(handle, "wb") as stream:
            picture.save(stream, "PNG")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
