"""The table of behaviours: what a site does, and what the crawl has to make of it."""

import gzip
import time
import zlib
from email.utils import formatdate

from cases import FRONT, HEAD, TEXT, Case, chain, chunk, chunked, coded, linking, redirect
from oddities import oddities
from server import (changing_tag, dripping, endless, hang_up, in_turn, late, message, silence, status, validated)

RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(TEXT.encode()) + RAW.flush()
BOMB = gzip.compress(b"a" * 30_000_000)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAST = formatdate(time.time() - 4000, usegmt=True)
SOON = formatdate(time.time() + 4, usegmt=True)


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
        Case("raw deflate", coded("deflate", DEFLATED)),
        Case("x-gzip", coded("x-gzip", gzip.compress(body))),
        Case("gzip with more behind it", coded("gzip", gzip.compress(body) + b"more" * 9)),
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
        Case("endless body", endless(message(b"", length="none"), b"x" * 65536), "larger than|no answer in time",
             checks=("bounded",)),
        Case("endless chunks", endless(message(b"", length="none", Transfer_Encoding="chunked"), chunk(b"y" * 65536)),
             "larger than|no answer in time", checks=("bounded",)),
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
    ] + [Case(f"redirect to {target}", redirect(target), "^302$") for target in (
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
        Case("other hosts", message(HEAD + '<a href="http://other.invalid/">実地修練</a><a href="https://127.0.0.1:9/">研修</a>')),
    ]
    secure = [
        Case("own certificate", message(TEXT), "nothing", tls="own", checks=("nothing sent",)),
        Case("expired certificate", message(TEXT), "nothing", tls="expired", checks=("nothing sent",)),
        Case("no tls on https", message(TEXT), "nothing", scheme="https", checks=("nothing sent",)),
        Case("unknown host", message(TEXT), "nothing", host="no-such-host.invalid", checks=("nothing sent",)),
    ]
    return [*plain, *codings, *faults, *redirects, *statuses, *validators, *robots, *directives, *traps, *secure,
            *more_answers(), *more_links(), *more_robots(), *oddities()]


def more_answers():
    body = TEXT.encode()
    yield Case("100 and 102 before the answer", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + message(TEXT))
    yield Case("early hints without end", endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 500),
               "larger than|broke off|no answer in time", checks=("bounded",))
    yield Case("trailers", chunked(body[:20], body[20:], end=b"0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n"))
    yield Case("trailers without end", endless(chunked(body, end=b"0\r\n"), b"X: " + b"t" * 8000 + b"\r\n"), "broke off|no answer",
               checks=("bounded",))
    yield Case("chunk extensions", message(b"", length="none", Transfer_Encoding="chunked")
               + f"{len(body):x};name=value\r\n".encode() + body + b"\r\n0\r\n\r\n")
    yield Case("keep-alive, and hangs up", hang_up(message(TEXT, Connection="keep-alive")))
    yield Case("hangs up after each answer", hang_up(message(TEXT)), routes={
        "/": hang_up(message(FRONT)), "/after": hang_up(message("<p>after"))})
    yield Case("no content type", b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    yield Case("folded header", b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: %d\r\n\r\n" % len(body) + body, r"^200$|broke off")
    yield Case("negative length", message(TEXT, length=-5), "broke off")
    yield Case("pdf called a page", message(PDF, Content_Type="text/html"))
    yield Case("page called a pdf", message(HEAD + '<a href="/y">実地修練</a>', Content_Type="application/pdf"),
               routes={"/y": message(TEXT)}, checks=("fetched /y",))
    yield Case("gzip in two parts", coded("gzip", gzip.compress(body[:40]) + gzip.compress(body[40:])))
    yield Case("gzip named twice", message(gzip.compress(body), Content_Encoding="gzip\r\nContent-Encoding: gzip"), "cannot be decoded")
    for code in (204, 205, 206, 226, 300, 402, 421, 505, 511):
        yield Case(f"status {code}", message(b"", code, "Status"), f"^{code}$|status {code}")
    yield Case("503 until a date that is past", in_turn(status(503, Retry_After=PAST), message(TEXT)), r"^200$")
    yield Case("503 until nonsense", status(503, Retry_After="soon"), "^503$")
    yield Case("429 for less than nothing", status(429, Retry_After="-5"), "^429$")
    yield Case("429 for ever", in_turn(message(HEAD + "".join(f'<a href="/x/{c}">実地修練</a>' for c in "abcdefghijklmnop")), message(TEXT)),
               later=False, routes={f"/x/{c}": status(429) for c in "abcdefghijklmnop"}, checks=("at most 9",))
    yield Case("new tag, same page", changing_tag(TEXT), expect_again="^200$")
    yield Case("304 that changes its mind", in_turn(message(TEXT), message(b"", 304, "Not Modified", length="none")), expect_again="^304$|304")


def more_links():
    for name, target in (("user and password", "http://user:pw@127.0.0.1:PPPPP/hidden"), ("user", "http://me@127.0.0.1:PPPPP/hidden"),
                         ("another host in the name", "http://127.0.0.1:PPPPP@other.invalid/hidden"),
                         ("another port", "http://127.0.0.1:1/hidden"), ("another scheme", "gopher://127.0.0.1:PPPPP/hidden")):
        yield Case(f"link with {name}", linking(target), routes={"/hidden": message(TEXT)}, checks=("not /hidden",))
    for name, target, path in (
            ("a final dot", "http://127.0.0.1.:PPPPP/y", "/y"), ("capitals", "HTTP://127.0.0.1:PPPPP/y", "/y"),
            ("backslashes", "\\y", "/y"), ("blanks and line ends", " /y\n ", "/y"), ("dots", "/a/../b/./../y", "/y"),
            ("no scheme", "//127.0.0.1:PPPPP/y", "/y"), ("a fragment", "/y#part", "/y"), ("an entity", "/y?a=1&amp;b=2", "/y?a=1&b=2"),
            ("kanji", "/研修", "/%E7%A0%94%E4%BF%AE")):
        yield Case(f"link with {name}", linking(target), routes={path: message(TEXT)}, checks=(f"fetched {path}",))
    yield Case("base address", message('<html><head><base href="/deep/"></head><body><a href="y">実地修練</a>'),
               routes={"/deep/y": message(TEXT)}, checks=("fetched /deep/y",))
    yield Case("base address abroad", message('<html><head><base href="http://other.invalid/"></head><body><a href="y">実地修練</a>'),
               routes={"/y": message(TEXT)}, checks=("not /y",))
    yield Case("link not to follow", linking("/hidden", attributes='rel="external NoFollow"'), routes={"/hidden": message(TEXT)},
               checks=("not /hidden",))
    yield Case("nofollow for others", message(HEAD + '<a href="/y">実地修練</a>', X_Robots_Tag="otherbot: nofollow"),
               routes={"/y": message(TEXT)}, checks=("fetched /y",))
    yield Case("none in the head", message(HEAD + '<meta name=ROBOTS content=" None "><a href="/hidden">実地修練</a>'),
               routes={"/hidden": message(TEXT)}, checks=("not /hidden",))
    yield Case("sent on by the page", message('<meta http-equiv="Refresh" content="0; URL=/y">'), routes={"/y": message(TEXT)},
               checks=("fetched /y",))
    yield Case("sent on by the page abroad", message('<meta http-equiv="refresh" content="0; url=http://other.invalid/">'))
    yield Case("frames", message('<html><frameset><frame src="/menu"><frame src="/y"></frameset></html>'),
               routes={"/menu": linking("/z"), "/y": message(TEXT)}, checks=("fetched /menu", "fetched /y"))
    yield Case("parameters in another order", message(HEAD + '<a href="/s?a=1&b=2">研修</a><a href="/s?b=2&a=1">研修</a><a href="/s">研修</a>'), routes={"/s": message(TEXT)}, checks=("at most 6",))
    yield Case("redirect abroad and back", redirect("http://127.0.0.1:9/back-to/x"), "^302$")
    yield Case("redirect to a fragment", redirect("/y#top"), "^302$", routes={"/y": message(TEXT)}, checks=("fetched /y",))
    yield Case("redirect with blanks", redirect(" /y z"), "^302$", routes={"/y%20z": message(TEXT)}, checks=("fetched /y%20z",))
    yield Case("own address with a default path", message(TEXT), start="HTTP://127.0.0.1:{port}?")


def more_robots():
    rules = "User-agent: *\nDisallow: /x\n"
    for name, text in (("a byte order mark", "\ufeff" + rules), ("CRLF", rules.replace("\n", "\r\n")), ("CR", rules.replace("\n", "\r")),
                       ("a line of 100 KB", "Allow: /" + "a" * 100_000 + "\n" + rules), ("capitals", rules.upper().replace("/X", "/x")),
                       ("comments", "# all\nUser-agent: * # all\nDisallow: /x # this\n"), ("blank lines", rules.replace("\n", "\n\n")),
                       ("tabs", rules.replace(": ", "\t:\t")), ("an encoded path", rules.replace("/x", "/%78")),
                       ("a wildcard", rules.replace("/x", "/*x$")), ("no group for us", "User-agent: a\nAllow: /\n\n" + rules)):
        yield Case(f"robots with {name}", message(TEXT), "not asked", robots=message(text, Content_Type="text/plain"), checks=("not /x",))
    yield Case("robots with gzip", message(TEXT), "not asked", robots=coded("gzip", gzip.compress(rules.encode())), checks=("not /x",))
    yield Case("robots in UTF-16", message(TEXT), robots=message(rules.encode("utf-16")))
    yield Case("robots in chunks", message(TEXT), "not asked", robots=chunked(rules[:9].encode(), rules[9:].encode()), checks=("not /x",))
    yield Case("robots cut off", message(TEXT), "nothing", robots=hang_up(message(rules, length=999)), checks=("robots only",))
    yield Case("robots that loops", message(TEXT), robots=redirect("/robots.txt"))
    yield Case("robots with a crawl-delay of a day", message(TEXT), "nothing|not asked|no time", robots=message("User-agent: *\nCrawl-delay: 86400\n"),
               later=False, checks=("robots only",))
    loop = '<sitemapindex><sitemap><loc>http://127.0.0.1:PPPPP/map.xml</loc></sitemap>' \
           '<sitemap><loc>http://127.0.0.1:PPPPP/map2.xml</loc></sitemap></sitemapindex>'
    yield Case("sitemaps that name each other", message(TEXT), start="", front=HEAD + '<a href="/after">研修</a><a href="/x">研修</a>',
               robots=message("Sitemap: http://127.0.0.1:PPPPP/map.xml\n"), checks=("fetched /map.xml", "fetched /shuren", "at most 8"),
               routes={"/map.xml": message(loop, Content_Type="application/xml"), "/shuren": message(TEXT),
                       "/map2.xml": message(loop.replace("map2.xml", "shuren"), Content_Type="application/xml")})
    urls = '<urlset><url><loc>http://127.0.0.1:PPPPP/shuren</loc></url></urlset>'
    yield Case("sitemap in its usual place", message(TEXT), start="", checks=("fetched /sitemap.xml", "fetched /shuren"),
               routes={"/sitemap.xml": message(urls, Content_Type="application/xml"), "/shuren": message(TEXT)})
    yield Case("no sitemap in its usual place", message(TEXT), start="", checks=("fetched /sitemap.xml", "at most 5"))
    spaced = urls.replace("<url", "<s:url").replace("</url", "</s:url").replace("<loc", "<s:loc").replace("</loc", "</s:loc")
    yield Case("sitemap with a prefix", message(TEXT), start="", robots=message("Sitemap: /map.xml\n"), checks=("fetched /shuren",),
               routes={"/map.xml": message(spaced, Content_Type="application/xml"), "/shuren": message(TEXT)})
