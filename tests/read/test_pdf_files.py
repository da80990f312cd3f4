"""Files that fight back: each gives one clear line, or what can be read of it."""

from __future__ import annotations

import io
import re
import zlib

import pytest
from PIL import Image
from press import Press, Style
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from claimx.errors import InputError
from claimx.read.pdf import read_pdf

TEXT = [
    "The depot at Minto was shelled twice in March 2011 and held.^{1} Nobody claimed it for weeks.^{2}"
] * 4
NOTES = {"1": "Lind, Long Road, 24.", "2": "Ibid."}


def draw(*pages, size=(400, 600)) -> bytes:
    """A PDF with one page for each function."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(canvas: Canvas) -> None:
    canvas.drawString(50, 500, "A page that has a line of text.")


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "gray")), 0, 0, 400, 600)


def good() -> bytes:
    return Press(Style(height=400)).print(TEXT, NOTES)


@pytest.mark.parametrize("engine", ["auto", "pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"just words", "is not a PDF"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b"\xef\xbb\xbf\n<html lang='en'>", "web page"),
        (b"%PDF-1.7 and nothing more", "not a readable PDF"),
        (draw(picture, picture), "no text layer; run OCR first"),
    ],
)
def test_what_cannot_be_read(data, message, engine, capfd):
    with pytest.raises(InputError, match=message) as caught:
        read_pdf(data, id="paper", engine=engine)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_no_pages():
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(InputError, match="has no pages"):
        read_pdf(data, id="paper")


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_encrypted(engine):
    data = Press(Style(height=400)).print(TEXT, NOTES, password="sesame")
    with pytest.raises(InputError, match="--password"):
        read_pdf(data, id="paper", engine=engine)
    with pytest.raises(InputError, match="this password does not open it"):
        read_pdf(data, id="paper", engine=engine, password="simsalabim")
    assert (
        read_pdf(data, id="paper", engine=engine, password="sesame").text == read_pdf(good(), id="paper").text
    )


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_page_without_a_text_layer_is_named(engine):
    document = read_pdf(draw(words, picture, words), id="paper", engine=engine)
    assert [problem.message for problem in document.problems] == ["page 2 has no text layer"]
    assert document.text.count("\f") == 2


def test_an_empty_page_is_no_problem():
    assert not read_pdf(draw(words, lambda canvas: None, words), id="paper").problems


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_damaged_cross_references(engine):
    data = re.sub(rb"startxref\s+\d+", b"startxref\n7", good())
    assert read_pdf(data, id="paper", engine=engine).text == read_pdf(good(), id="paper").text


def test_a_file_cut_short_is_read_as_far_as_it_goes():
    data = draw(*[words] * 5)
    last = data.rfind(b"stream", 0, data.rfind(b"endstream"))
    document = read_pdf(data[: last + 10], id="paper")
    assert document.text.count("A page that has a line of text.") == 4
    assert [problem.code for problem in document.problems] == ["file-damaged", "page-unreadable"]
    assert document.problems[1].message == "page 5 cannot be read"


def test_a_file_cut_short_with_object_streams():
    objects = {
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 6 0 R/Resources<</Font<</F 4 0 R>>>>>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    heads, bodies = b"", b""
    for number, body in objects.items():
        heads += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    packed = zlib.compress(heads + bodies)
    content = b"BT /F 12 Tf 40 200 Td (Still here after the cut.) Tj ET"
    data = (
        b"%%PDF-1.5\n5 0 obj<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n"
        % (len(heads), len(packed))
        + packed
        + b"\nendstream\nendobj\n6 0 obj<</Length %d>>\nstream\n" % len(content)
        + content
        + b"\nendstream\nendobj\n7 0 obj<</Type/XRef"
    )
    assert read_pdf(data, id="paper").text == "Still here after the cut."


def test_bytes_overwritten_in_the_middle_never_crash():
    data = good()
    for start in range(0, len(data), 400):
        broken = data[:start] + b"\xff" * 200 + data[start + 200 :]
        for engine in ("auto", "pdfplumber"):
            try:
                read_pdf(broken, id="paper", engine=engine)
            except InputError as error:
                assert "\n" not in str(error)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_turned_pages(engine, angle):
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)
        text = canvas.beginText(50, 300)
        for number in range(6):
            text.textLine(f"Line {number} of a page that was scanned askew.")
        canvas.drawText(text)

    document = read_pdf(draw(turned), id="paper", engine=engine)
    assert document.text == "\n".join(
        f"Line {number} of a page that was scanned askew." for number in range(6)
    )
    assert all(
        0 <= line.x0 < line.x1 <= 400 and 0 <= line.top < line.bottom <= 600 for line in document.lines
    )


def test_a_stamp_along_the_margin_stays_out_of_the_text():
    def stamped(canvas: Canvas) -> None:
        for number in range(8):
            canvas.drawString(60, 500 - 14 * number, "The garrison counted its dead and its boats again.")
        canvas.rotate(90)
        canvas.drawString(200, -20, "Received 12 May 2014 by the library")

    document = read_pdf(draw(stamped), id="paper")
    assert "library" not in document.text
    assert document.text.count("garrison") == 8


def test_a_huge_page():
    def huge(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 300)
        canvas.drawString(50, 9000, "A wall map")

    assert read_pdf(draw(huge, size=(14000, 14000)), id="paper").text == "A wall map"


def test_no_unicode_map():
    content = b"BT /F 12 Tf 40 200 Td <0102030405060708090a0b0c0d0e0f> Tj ET"
    font = (
        b""
        b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
        b"/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    data = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 "
        b"obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 "
        b"R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>\nstream\n"
        % len(content)
        + content
        + b"\nendstream\nendobj\n5 0 obj"
        + font
        + b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    for engine in ("pdfium", "pdfplumber"):
        problems: list[str] = []
        try:
            problems = [problem.code for problem in read_pdf(data, id="paper", engine=engine).problems]
        except InputError as error:
            problems = [str(error)]
        assert problems and problems[0] in ("no-unicode-map", "no text layer; run OCR first")


def test_many_pages_are_read_as_a_stream():
    document = read_pdf(draw(*[words] * 400), id="paper")
    assert document.lines[-1].page == 400
