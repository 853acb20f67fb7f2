"""Prints the responses of a WARC file as JSON lines, and fails if a digest is wrong. Needs the package warcio."""
import hashlib
import json
import sys

from warcio.archiveiterator import ArchiveIterator

with open(sys.argv[1], "rb") as file:
    records = ArchiveIterator(file, check_digests="raise")
    for record in records:
        body = record.content_stream().read()
        head = record.rec_headers
        print(json.dumps({
            "type": record.rec_type,
            "version": record.rec_headers.protocol,
            "url": head.get_header("WARC-Target-URI"),
            "date": head.get_header("WARC-Date"),
            "truncated": head.get_header("WARC-Truncated"),
            "status": record.http_headers.get_statuscode() if record.rec_type == "response" else None,
            "sha256": hashlib.sha256(body).hexdigest(),
            "offset": records.get_record_offset(),
            "length": records.get_record_length(),
        }))
