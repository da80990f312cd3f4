"""The frame of our HTML pages: one file, no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

import html

from claimx.views.safe import visible

# A page made of a stranger's words may run nothing and fetch nothing, even if an escape were missed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
 color: #222; }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; border-bottom: 1px solid #ccc }
h3 { font-size: 1rem; margin: 0 }
section { margin: 1rem 0; padding: .5rem 1rem; border-left: .3rem solid #bbb; background: #fafafa }
section.added { border-color: #2a7 } section.removed { border-color: #c33 }
section.changed { border-color: #c90 }
section.re-cited { border-color: #088 } section.moved { border-color: #36c }
blockquote { margin: .4rem 0; font-family: Georgia, serif } mark { background: #fe9 }
table { border-collapse: collapse; font-size: .9rem } th { text-align: left; font-weight: 600 }
td, th { padding: .1rem .6rem .1rem 0; vertical-align: top; overflow-wrap: anywhere }
del { color: #a00; text-decoration: none } ins { color: #070; text-decoration: none }
.context, .source, .total { color: #666; font-size: .9rem }
@media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd } section { background: #222 }
 del { color: #f88 } ins { color: #8d8 } mark { background: #750; color: #fff } }
"""


def escape(text: object) -> str:
    """Text for HTML, in content and in attributes, control characters made visible."""
    return html.escape(visible(text), quote=True)


def page_start(title: str) -> str:
    """Everything up to the first paragraph."""
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        "<meta name='viewport' content='width=device-width'>"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n<h1>{escape(title)}</h1>\n"
    )


def page_end() -> str:
    """What closes a page."""
    return "</body></html>\n"
