"""Ledger objects for people: rich renderables, plain text, Markdown and HTML.

Whatever comes from a ledger passes `safe.visible` before a terminal sees it, and is escaped for
the markup it lands in.
"""
