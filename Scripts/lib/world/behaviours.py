"""The table of behaviours: what a site does, and what the crawl has to make of it.

A case has routes beside the usual ones, what the ledger has to say of /x (a pattern), and more that is
checked by name. `later` says whether /after has to be fetched: a fault of one page stops no other.
"""

import gzip
import time
import zlib
from dataclasses import dataclass, field
from email.utils import formatdate

from server import (dripping, endless, hang_up, in_turn, late, message, silence, status, validated)

TEXT = "<html><body><h1>実地修練</h1><p>募集要項のご案内</p></body></html>"
HEAD = "<!doctype html><html><body>"
FRONT = HEAD + '<a href="/x">実地修練生の募集</a><a href="/after">研修</a>'


@dataclass
class Case:
    name: str
    x: object = None
    expect: str = r"^200$"
    later: bool = True
    routes: dict = field(default_factory=dict)
    front: str = FRONT
    robots: object = None
    tls: str = ""
    checks: tuple = ()
    scheme: str = ""
    host: str = "127.0.0.1"


def coded(coding, body):
    return message(body, Content_Encoding=coding)


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def chunked(*pieces, end=b"0\r\n\r\n"):
    return message(b"", length="none", Transfer_Encoding="chunked") + b"".join(map(chunk, pieces)) + end


RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(TEXT.encode()) + RAW.flush()
BOMB = gzip.compress(b"a" * 30_000_000)
SOON = formatdate(time.time() + 4, usegmt=True)


def redirect(target, code=302):
    return status(code, Location=target)


def chain(length):
    return {f"/x{n}": redirect(f"/x{n + 1}") for n in range(1, length)} | {f"/x{length}": message(TEXT)}


def cases():
    body = TEXT.encode()
    plain = [
        Case("plain", message(TEXT)),
        Case("chunked", chunked(body[:20], body[20:])),
        Case("closing", message(TEXT, Connection="close")),
        Case("http 1.0 without a length", hang_up(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)),
        Case("early hints", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + message(TEXT)),
        Case("cookies", message(TEXT, Set_Cookie="a=b"), checks=("no cookies",)),
        Case("slow host", late(message(TEXT), 0.4), checks=("gap after slow",)),
    ]
    codings = [
        Case("gzip", coded("gzip", gzip.compress(body))),
        Case("deflate", coded("deflate", zlib.compress(body))),
        Case("raw deflate", coded("deflate", DEFLATED), r"^200$|cannot be decoded"),
        Case("brotli unasked", coded("br", b"\x0b\x02\x80x\x03"), "“br” cannot be decoded"),
        Case("zstd unasked", coded("zstd", b"(\xb5/\xfd"), "“zstd” cannot be decoded"),
        Case("gzip twice", coded("gzip, gzip", gzip.compress(gzip.compress(body))), "cannot be decoded"),
        Case("ten codings", coded(", ".join(["gzip"] * 10), b"x"), "cannot be decoded"),
        Case("gzip bomb", chunked(BOMB).replace(b"Transfer-Encoding", b"Content-Encoding: gzip\r\nTransfer-Encoding", 1),
             "larger than|times its size"),
        Case("gzip bomb with a length", coded("gzip", BOMB), "times its size|larger than"),
        Case("gzip cut off", coded("gzip", gzip.compress(body)[:-12]), "cannot be decoded|broke off|^200$"),
        Case("no gzip at all", coded("gzip", body), "cannot be decoded"),
    ]
    faults = [
        Case("chunks cut off", hang_up(chunked(body, end=b"")), "broke off"),
        Case("bad chunk size", hang_up(chunked(end=b"zz\r\nabc")), "broke off"),
        Case("length too long", hang_up(message(TEXT, length=len(body) + 50)), "broke off"),
        Case("length too short", message(TEXT, length=10), r"^200$|broke off"),
        Case("two lengths", message(TEXT, length="10\r\nContent-Length: 20"), "broke off|^200$"),
        Case("endless body", endless(message(b"", length="none"), b"x" * 65536), "larger than", checks=("bounded",)),
        Case("endless chunks", endless(message(b"", length="none", Transfer_Encoding="chunked"), chunk(b"y" * 65536)),
             "larger than", checks=("bounded",)),
        Case("endless header", endless(b"HTTP/1.1 200 OK\r\n", b"X: " + b"h" * 8000 + b"\r\n"), "broke off",
             checks=("bounded",)),
        Case("slow header", dripping(message(TEXT), 0.1), "no answer in time"),
        Case("slow body", dripping(body, 0.1, start=message(b"", length=len(body))), "no answer in time"),
        Case("silence", silence(), "no answer in time"),
        Case("hang up", hang_up(), "broke off"),
        Case("reset", hang_up(reset=True), "broke off"),
        Case("reset in the body", hang_up(message(TEXT, length=9999), reset=True), "broke off"),
        Case("no http", hang_up(b"SSH-2.0-OpenSSH\r\n\r\n"), "broke off"),
        Case("nul bytes", message(b"<p>\0\0\0" * 100)),
    ]
    redirects = [Case(f"redirect {code}", redirect("/y", code), f"^{code}$", routes={"/y": message(TEXT)},
                      checks=("fetched /y",)) for code in (301, 302, 303, 307, 308)] + [
        Case("redirect without an address", status(302), "status 302|^302$"),
        Case("chain of five", redirect("/x1"), "^302$", routes=chain(4), checks=("fetched /x4",)),
        Case("chain of eight", redirect("/x1"), "^302$", routes=chain(8), checks=("not /x7",)),
        Case("loop", redirect("/x"), "^302$"),
        Case("loop of two", redirect("/y"), "^302$", routes={"/y": redirect("/x")}),
    ] + [Case(f"redirect to {target}", redirect(target), "^302$", checks=("no stray",)) for target in (
        "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://[::1]/",
        "http://[64:ff9b::a00:1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/", "file:///etc/passwd",
        "ftp://127.0.0.1/", "javascript:alert(1)", "//user@127.0.0.1/", "http://other.invalid/")]
    statuses = [Case(f"status {code}", status(code), f"^{code}$") for code in (401, 403, 404, 410, 418, 451, 500, 502)] + [
        Case("429 for a second", in_turn(status(429, Retry_After="1"), message(TEXT)), r"^200$", checks=("pause 1",)),
        Case("503 until a date", in_turn(status(503, Retry_After=SOON), message(TEXT)), r"^200$"),
        Case("503 for a day", status(503, Retry_After="86400"), "^503$", later=False),
        Case("429 without a time", status(429), "^429$"),
    ]
    validators = [
        Case("etag", validated(TEXT, ETag='"1"'), checks=("304 later",)),
        Case("weak etag", validated(TEXT, ETag='W/"1"'), checks=("304 later",)),
        Case("last-modified", validated(TEXT, Last_Modified="Sun, 06 Nov 1994 08:49:37 GMT"), checks=("304 later",)),
        Case("both validators", validated(TEXT, ETag='"2"', Last_Modified="Sun, 06 Nov 1994 08:49:37 GMT"),
             checks=("304 later",)),
        Case("304 out of the blue", message(b"", 304, length="none"), "304"),
    ]
    robots = [
        Case("robots forbids", message(TEXT), "not asked", robots=message("User-agent: *\nDisallow: /x\n"),
             checks=("not /x",)),
        Case("robots for us", message(TEXT), "not asked", robots=message(
            "User-agent: *\nAllow: /\n\nUser-agent: progsearch\nDisallow: /x\n"), checks=("not /x",)),
        Case("robots forbids the way on", redirect("/no"), "^302$", routes={"/no": message(TEXT)},
             robots=message("User-agent: *\nDisallow: /no\n"), checks=("not /no",)),
        Case("robots is gone", message(TEXT), robots=status(410)),
        Case("robots asks for a password", message(TEXT), robots=status(401)),
        Case("robots fails", message(TEXT), "nothing", robots=status(500), checks=("robots only",)),
        Case("robots is busy", message(TEXT), "nothing", robots=status(429), checks=("robots only",)),
        Case("robots hangs", message(TEXT), "nothing", robots=silence(), checks=("robots only",)),
        Case("robots breaks off", message(TEXT), "nothing", robots=hang_up(), checks=("robots only",)),
        Case("robots elsewhere", message(TEXT), "not asked", robots=redirect("/r"),
             routes={"/r": message("User-agent: *\nDisallow: /x\n")}, checks=("not /x",)),
        Case("robots without end", message(TEXT), robots=endless(message(b"", length="none"), b"# x\n" * 9999),
             checks=("bounded",)),
        Case("robots beyond the limit", message(TEXT),
             robots=message(b"#" * 520_000 + b"\nUser-agent: *\nDisallow: /x\n")),
        Case("robots is a page", message(TEXT), robots=message("<html>nothing here</html>")),
        Case("crawl-delay", message(TEXT), robots=message("User-agent: *\nCrawl-delay: 0.7\n"),
             checks=("gap 0.7",)),
    ]
    directives = [
        Case("nofollow in the head", routes={"/hidden": message(TEXT)},
             x=message(HEAD + '<meta name="robots" content="nofollow"><a href="/hidden">実地修練</a>'), checks=("not /hidden",)),
        Case("nofollow in a header", routes={"/hidden": message(TEXT)},
             x=message(HEAD + '<a href="/hidden">実地修練</a>', X_Robots_Tag="nofollow"), checks=("not /hidden",)),
    ]
    traps = [
        Case("calendar", message(HEAD + "".join(f'<a href="/cal/2026/{n}">研修 {n}</a>' for n in range(300))),
             checks=("at most 20",)),
        Case("filters", message(HEAD + "".join(f'<a href="/list?order={n}&by={n}">研修</a>' for n in range(300))),
             checks=("at most 20",)),
        Case("session ids", message(HEAD + "".join(f'<a href="/s?PHPSESSID={n}">研修</a>' for n in range(300))),
             checks=("at most 5",)),
        Case("endless path", message(HEAD + "".join(f'<a href="{"/a" * n}">研修</a>' for n in range(3, 90))),
             checks=("at most 5",)),
        Case("other hosts", message(HEAD + '<a href="http://other.invalid/">実地修練</a><a href="https://127.0.0.1:9/">研修</a>'),
             checks=("no stray",)),
    ]
    secure = [
        Case("own certificate", message(TEXT), "nothing", tls="own", checks=("nothing sent",)),
        Case("expired certificate", message(TEXT), "nothing", tls="expired", checks=("nothing sent",)),
        Case("no tls on https", message(TEXT), "nothing", scheme="https", checks=("nothing sent",)),
        Case("unknown host", message(TEXT), "nothing", host="no-such-host.invalid", checks=("nothing sent",)),
    ]
    return plain + codings + faults + redirects + statuses + validators + robots + directives + traps + secure
