"""Writes WARC files as other tools make them: argument is a folder. Needs the package warcio."""
import gzip
import io
import sys

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = "<p>正文 page</p>".encode("utf-8")
CHUNKED = b"5\r\n" + PAGE[:5] + b"\r\n" + b"%x\r\n" % len(PAGE[5:]) + PAGE[5:] + b"\r\n0\r\n\r\n"


def add(writer, url, body, headers, record_type="response"):
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    record = writer.create_warc_record(
        url, record_type, payload=io.BytesIO(body), http_headers=http,
        warc_headers_dict={"WARC-Date": "2024-05-06T07:08:09Z"},
    )
    writer.write_record(record)


def fill(path, compress):
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=compress)
        writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "other"}))
        html = ("Content-Type", "text/html; charset=utf-8")
        add(writer, "http://a.example/plain", PAGE, [html])
        add(writer, "http://a.example/gzip", gzip.compress(PAGE), [html, ("Content-Encoding", "gzip")])
        add(writer, "http://a.example/chunked", CHUNKED, [html, ("Transfer-Encoding", "chunked")])
        add(writer, "http://a.example/undone", PAGE,
            [html, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")])
        add(writer, "http://a.example/big", b"x" * 300000, [html])
        add(writer, "http://a.example/last", PAGE, [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])


fill(sys.argv[1] + "/records.warc.gz", True)
fill(sys.argv[1] + "/plain.warc", False)
with open(sys.argv[1] + "/plain.warc", "rb") as plain, gzip.open(sys.argv[1] + "/whole.warc.gz", "wb") as whole:
    whole.write(plain.read())
