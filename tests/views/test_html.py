from claimx.views.html import escape, page_end, page_start


def test_text_stays_text():
    assert escape("<b a='1'>&\x1b") == "&lt;b a=&#x27;1&#x27;&gt;&amp;\\x1b"


def test_a_page_allows_no_scripts():
    page = page_start("T </title><script>") + page_end()
    assert "script-src" not in page and "default-src 'none'" in page
    assert "<script" not in page and page.endswith("</html>\n")
