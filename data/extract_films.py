"""Make `films/titles.csv` out of the film database in the PyPI package bokeh-sampledata.

    pip install --no-deps bokeh-sampledata==2026.1
    python data/extract_films.py [--out FILE]

Only descriptive columns are taken: no scores, no box office, no names of people.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

# As the package itself states it in licenses/datasets.json of release 2026.1.
SHA256 = "1d9c6a02e488d0354b2309e16130c58820a91ac2ce417e814c5964f9579a65ac"
HEADER = ("id", "title", "year", "runtime", "genres", "languages", "countries")
QUERY = "SELECT ID, Title, Year, Runtime, Genre, Language, Country FROM omdb ORDER BY ID"


def find_database() -> Path:
    """Return the package's movies.db; SystemExit where it is missing or another release's."""
    try:
        from bokeh_sampledata.movies_data import movie_path
    except ImportError:
        sys.exit("bokeh_sampledata is missing: pip install --no-deps bokeh-sampledata==2026.1")
    path = Path(movie_path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        sys.exit("movies.db is not that of release 2026.1: pip install bokeh-sampledata==2026.1")
    return path


def read_films(database: Path) -> list[tuple]:
    """Return the rows of titles.csv, by id; whole minutes, names in a cell joined by '|'."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as con:
        rows = con.execute(QUERY).fetchall()
    return [
        (film, title, year, None if minutes is None else int(minutes), *map(join_names, names))
        for film, title, year, minutes, *names in rows
    ]


def join_names(names: str | None) -> str:
    """Turn 'Comedy, Drama' into 'Comedy|Drama', so that a cell needs no quotes."""
    return (names or "").replace(", ", "|")


def write_films(rows: list[tuple], path: Path) -> None:
    """Write the rows as UTF-8 CSV with '\\n' at line ends, whole or not at all."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    os.replace(part, path)


def main() -> None:
    """Write titles.csv to --out."""
    default = Path(__file__).resolve().parent / "films" / "titles.csv"
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=default, metavar="FILE")
    write_films(read_films(find_database()), parser.parse_args().out)


if __name__ == "__main__":
    main()
