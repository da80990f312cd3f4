"""Tests of the rules of dates, one module each."""
