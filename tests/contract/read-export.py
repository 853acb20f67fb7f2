"""
Prints the rows of an export as JSON lines, in order of id, read as docs/consumers.md shows it.
Usage: read-export.py pyarrow|pandas|duckdb|jsonl STORE [S3_ENDPOINT]
"""
import datetime
import json
import sys

how, store = sys.argv[1:3]
endpoint = sys.argv[3] if len(sys.argv) > 3 else None


def plain(value):
    """As it is in JSON Lines."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"
    return None if value != value else value  # NaN: pandas has no other missing value


def by_pyarrow():
    import pyarrow.fs
    import pyarrow.parquet as pq

    if endpoint is None:
        current = json.load(open(store + "/exports/current.json"))["formats"]["parquet"]
        table = pq.ParquetDataset([store + "/" + file["key"] for file in current["files"]], partitioning=None).read()
    else:
        s3 = pyarrow.fs.S3FileSystem(endpoint_override=endpoint, scheme="http", region="us-east-1")
        place = store.removeprefix("s3://")
        current = json.load(s3.open_input_stream(place + "/exports/current.json"))["formats"]["parquet"]
        table = pq.ParquetDataset([place + "/" + file["key"] for file in current["files"]], filesystem=s3, partitioning=None).read()
    return table


def by_duckdb():
    import duckdb

    connection = duckdb.connect()
    if endpoint is not None:
        import glob
        import os

        import duckdb_extension_httpfs as httpfs

        [extension] = glob.glob(os.path.dirname(httpfs.__file__) + "/extensions/*/httpfs.duckdb_extension")
        connection.execute(f"LOAD '{extension}'")
        connection.execute(
            f"CREATE SECRET (TYPE s3, KEY_ID 'test', SECRET 'test', ENDPOINT '{endpoint}', URL_STYLE 'path', USE_SSL false)"
        )
    connection.execute(
        f"SET VARIABLE files = (SELECT ['{store}/' || file.key FOR file IN formats.parquet.files] FROM '{store}/exports/current.json')"
    )
    time = "strftime(fetchedAt AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ') AS fetchedAt"
    result = connection.execute(
        f"SELECT * EXCLUDE (dt) REPLACE ({time}) FROM read_parquet(getvariable('files')) ORDER BY id"
    )
    names = [column[0] for column in result.description]
    return [dict(zip(names, row)) for row in result.fetchall()]


def by_jsonl():
    import gzip

    for file in json.load(open(store + "/exports/current.json"))["formats"]["jsonl"]["files"]:
        for line in gzip.open(store + "/" + file["key"], "rt", encoding="utf-8"):
            yield json.loads(line)


rows = {
    "pyarrow": lambda: by_pyarrow().to_pylist(),
    "pandas": lambda: by_pyarrow().to_pandas().to_dict("records"),
    "duckdb": by_duckdb,
    "jsonl": by_jsonl,
}[how]()
for row in rows:
    print(json.dumps({name: plain(value) for name, value in row.items()}))
