"""Callouts, notes and reference lists: from a claim to its sources."""
