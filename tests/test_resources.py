"""Data files: what loads, what is refused, and that the gazetteers keep their own rules."""

from __future__ import annotations

import pytest

from claimx import resources
from claimx.errors import DataError
from claimx.mentions.folding import PIECE, plain

ACTOR_FILES = ("gazetteer/groups", "gazetteer/forces", "gazetteer/civil")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "rows.jsonl:2: not a JSON object"),
        ("[1, 2]", "rows.jsonl:2: not a JSON object"),
        ('{"id": "x", "name": "X", "aliases": "X", "type": "group", "country": []}', "must be list"),
        ('{"id": "x", "name": "X", "aliases": [], "type": "club", "country": []}', "type 'club'"),
        ('{"name": "X", "aliases": [], "type": "group", "country": []}', "'id' must be str"),
    ],
)
def test_a_broken_row_names_file_and_line(tmp_path, monkeypatch, line, said):
    monkeypatch.setattr(resources, "DATA", tmp_path)
    monkeypatch.setitem(resources._FIELDS, "rows", resources._FIELDS["gazetteer/groups"])
    good = '{"id": "a", "name": "A", "aliases": [], "type": "group", "country": ["ML"]}'
    (tmp_path / "rows.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    resources.load_jsonl.cache_clear()
    with pytest.raises(DataError) as caught:
        resources.load_jsonl("rows")
    resources.load_jsonl.cache_clear()
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_a_broken_lexicon_names_its_file(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "DATA", tmp_path)
    (tmp_path / "words.toml").write_text("a = [", encoding="utf-8")
    with pytest.raises(DataError, match=r"words\.toml"):
        resources.load_toml("words")


def test_a_missing_file_is_told():
    with pytest.raises(DataError, match="no such data file"):
        resources.load_toml("lexicon/never")


def test_a_name_may_carry_its_ending():
    assert resources.load_toml("lexicon/actors.toml") == resources.load_toml("lexicon/actors")


@pytest.mark.parametrize("name", ACTOR_FILES)
def test_rows_are_sorted_by_id_and_ids_are_slugs(name):
    ids = [row["id"] for row in resources.load_jsonl(name)]
    assert ids == sorted(set(ids))
    assert all(set(i) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for i in ids)


def test_no_alias_stands_twice():
    owner: dict[str, str] = {}
    for name in ACTOR_FILES:
        for row in resources.load_jsonl(name):
            for alias in (row["name"], *row["aliases"]):
                key = alias if alias.isupper() else " ".join(plain(p) for p in PIECE.findall(alias))
                assert owner.setdefault(key, row["id"]) == row["id"], (alias, row["id"], owner[key])


def test_ambiguous_aliases_are_nobodys_own():
    rows = [row for name in ACTOR_FILES for row in resources.load_jsonl(name)]
    own = {alias for row in rows for alias in row["aliases"]}
    assert [a for row in rows for a in row.get("ambiguous", ()) if a in own] == []


def test_the_gazetteer_covers_every_continent():
    groups = resources.load_jsonl("gazetteer/groups")
    assert len(groups) >= 450
    seen = {country for row in groups for country in row["country"]}
    assert {"AF", "PK", "PH", "IQ", "YE", "NG", "SO", "CD", "CO", "PE", "MX", "GB", "ES", "UA", "US"} <= seen


def test_countries_are_known_by_code():
    rows = resources.load_jsonl("gazetteer/countries")
    codes = [row["iso"] for row in rows]
    assert codes == sorted(set(codes)) and len(codes) >= 195
    known = set(codes)
    for name in (*ACTOR_FILES, "gazetteer/places"):
        assert {c for row in resources.load_jsonl(name) for c in row["country"]} <= known


def test_cities_and_units_come_from_the_packages():
    names, escaped = resources.load_cities()
    assert resources.parse_city(names[b"Ouahigouya"])[:2] == ("Ouahigouya", "BF")
    assert any(resources.parse_city(f)[1] == "CO" for f in escaped[b"Bogot"])
    assert any(row[1] == "AF" and row[0].startswith("Nangarh") for row in resources.load_subdivisions())
