"""What a user can put right: every error that claimx raises on purpose.

Each carries one clear line (what, where, what to do) and the exit code that the
command line gives it. Anything else that escapes is a defect in claimx.
"""

from __future__ import annotations


class ClaimxError(Exception):
    """Base of the family; `str(error)` is one line fit for a terminal."""

    exit_code = 2


class UsageError(ClaimxError):
    """An option or argument makes no sense (`--published someday`)."""


class InputError(ClaimxError):
    """A file cannot be read as a paper: missing, broken, encrypted, no text."""

    exit_code = 3


class ModelError(ClaimxError):
    """A language pipeline is missing or lacks a component."""


class LedgerError(ClaimxError):
    """A ledger line is broken; the message names the file and the line."""


class DataError(ClaimxError):
    """A data row that ships with claimx, or a user's own, is not valid."""
