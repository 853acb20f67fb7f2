"""
A reader written from docs/manifest.md alone, with the standard library: prints every URL's state as
JSON lines, by snapshot (checkpoint and log) or by replaying the feed from its beginning.
Usage: read-manifest.py FOLDER snapshot|feed
"""
import gzip
import json
import os
import sys

root, how = sys.argv[1:3]
OPEN_STATES = {"discovered", "fetched"}


def get(key):
    path = os.path.join(root, key)
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def get_json(key):
    body = get(key)
    return None if body is None else json.loads(body)


def lines(key):
    body = get(key)
    if body is None:
        raise SystemExit(f"{key} is missing: what was read is old, begin again")
    return [json.loads(line) for line in gzip.decompress(body).splitlines()]


def log_from(number):
    """Entries until one does not exist; each names the one before."""
    before = None
    while (entry := get_json(f"manifest/log/{number:020d}.json")) is not None:
        if before is not None and entry["prev"] != before["commitId"]:
            raise SystemExit(f"commit {number} is not of this log: begin again")
        yield entry
        before = entry
        number += 1


def state_of(row):
    """What a row says of its URL, as a state."""
    ulid = row["ulid"]
    register = lambda name: row[name] and {**row[name], "ulid": ulid}
    said = row["presence"]
    availability = takedown = None
    if said and said["value"] in ("present", "gone"):
        availability = {**said, "ulid": ulid}
    elif row["fetch"] and row["fetch"]["status"] and (
        200 <= row["fetch"]["status"] < 300 or row["fetch"]["status"] == 304
    ):
        availability = {"value": "present", "at": row["fetch"]["fetchedAt"], "ulid": ulid}
    if said and said["value"] in ("taken-down", "restored"):
        takedown = {**said, "ulid": ulid}
    return with_presence({
        "id": row["id"],
        "url": row["url"],
        "canonicalUrl": row["canonicalUrl"],
        "kind": row["kind"],
        "sources": [row["source"]],
        "firstSeenAt": row["at"],
        "last": {name: row[name] for name in ("run", "state", "reason", "at")} | {"ulid": ulid},
        "fetch": register("fetch"),
        "content": register("content"),
    }, availability, takedown)


def with_presence(state, availability, takedown):
    state = {**state, "presence": availability}
    if takedown:
        version = {name: takedown[name] for name in ("value", "at", "ulid")}
        state["takedown"] = {**version, "covers": availability}
        if takedown["value"] == "taken-down":
            state["presence"] = version
    return state


def later(a, b, *version):
    if a is None or b is None:
        return a or b
    return max(a, b, key=lambda register: [register[name] for name in version])


def merge(a, b):
    last = max(
        a["last"], b["last"],
        key=lambda last: (last["at"], last["state"] not in OPEN_STATES, last["ulid"]),
    )
    named = a if last is a["last"] else b
    covered = lambda state: state["takedown"]["covers"] if "takedown" in state else state["presence"]
    return with_presence({
        "id": a["id"],
        "url": named["url"],
        "canonicalUrl": named["canonicalUrl"],
        "kind": named["kind"],
        "sources": sorted({*a["sources"], *b["sources"]}),
        "firstSeenAt": min(a["firstSeenAt"], b["firstSeenAt"]),
        "last": last,
        "fetch": later(a["fetch"], b["fetch"], "fetchedAt", "ulid"),
        "content": later(a["content"], b["content"], "fetchedAt", "cleaner", "ulid"),
    }, later(covered(a), covered(b), "at", "ulid"), later(a.get("takedown"), b.get("takedown"), "at", "ulid"))


def apply(states, row):
    one = state_of(row)
    known = states.get(row["id"])
    states[row["id"]] = merge(known, one) if known else one


def floor():
    marker = get_json("manifest/floor.json")
    return marker["floor"] if marker else 0


states = {}
number = 0
if how == "snapshot":
    index = get_json("manifest/index.json")
    if index["checkpoint"]:
        checkpoint = get_json(index["checkpoint"]["key"])
        number = checkpoint["number"]
        for part in checkpoint["parts"]:
            for state in lines(part["key"]):
                assert state["id"].startswith(part["partition"])
                states[state["id"]] = state
start = number
for entry in log_from(number + 1):
    for segment in entry["segments"]:
        for row in lines(segment["key"]):
            apply(states, row)
    number = entry["number"]
if floor() > start:
    raise SystemExit(f"commits up to {floor()} are collected: begin again")
print(json.dumps({"number": number}))
for id in sorted(states):
    print(json.dumps({name: value for name, value in states[id].items() if name not in ("schema", "duplicateOf")}, sort_keys=True))
