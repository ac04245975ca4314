"""More behaviours: what sites do that are badly made, or made by somebody who wishes a crawler ill."""

from email.utils import formatdate
import gzip
import time

from cases import HEAD, TEXT, Case, chain, chunked, coded, linking, redirect
from server import closing_late, dripping, endless, in_turn, message, status, validated

LATER = formatdate(time.time() + 400 * 86400, usegmt=True)
HIDDEN = {"/hidden": message(TEXT)}


def oddities():
    return [*strays(), *pauses(), *odd_robots(), *tags(), *answers(), *validators(), *sitemaps(), *spellings(), *doubts()]


def strays():
    """Addresses that look like the site's own, or like none."""
    for host in ("0x7f000001", "017700000001", "127.1", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "127.0.0.1.nip.invalid",
                 "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::1]", "[::]", "0", "0.0.0.0", "localhost", "１２７.0.0.2"):
        target = f"http://{host}:PPPPP/hidden"
        yield Case(f"link to {host}", linking(target), routes=HIDDEN, checks=("not /hidden",))
        yield Case(f"redirect to {host}", redirect(target), "^302$", routes=HIDDEN, checks=("not /hidden",))
    for name, target in (("user and password", "http://user:pw@127.0.0.1:PPPPP/hidden"), ("a user", "//me@127.0.0.1:PPPPP/hidden"),
                         ("tls on the same port", "https://127.0.0.1:PPPPP/hidden"), ("another port", "http://127.0.0.1:1/hidden"),
                         ("port 0", "http://127.0.0.1:0/hidden"), ("a port too large", "http://127.0.0.1:99999/hidden"),
                         ("a backslash before the host", "http:\\\\other.invalid\\hidden"), ("nothing", ""), ("a blank", " "),
                         ("three slashes", "http:///hidden"), ("a tab in the scheme", "ht\ttp://other.invalid/")):
        yield Case(f"redirect with {name}", redirect(target), "^302$|status 302", routes=HIDDEN,
                   checks=("not /hidden",) if name not in ("three slashes",) else ())
    for scheme in ("mailto:a@b.invalid", "tel:+81", "data:text/html,<a href=/hidden>", "about:blank", "view-source:http://127.0.0.1:PPPPP/hidden",
                   "blob:http://127.0.0.1:PPPPP/hidden", "ws://127.0.0.1:PPPPP/hidden", "\x01http://127.0.0.1:1/hidden"):
        yield Case(f"link to {scheme!r}", linking(scheme), routes=HIDDEN, checks=("not /hidden", "at most 4"))
    yield Case("link of 5000 letters", linking("/" + "y" * 5000), checks=("at most 4",))
    yield Case("canonical elsewhere", message(HEAD + '<link rel=canonical href="http://other.invalid/x"><a href="/y">実地修練</a>'),
               routes={"/y": message(TEXT)}, checks=("fetched /y",))


def pauses():
    yield Case("503 for a thousand million seconds", status(503, Retry_After="1000000000"), "^503$", later=False, checks=("at most 3", "rests"))
    yield Case("429 for more seconds than there are numbers", status(429, Retry_After="9" * 30), "^429$", later=False,
               checks=("at most 3", "rests"))
    yield Case("503 until a day far off", status(503, Retry_After=LATER), "^503$", later=False, checks=("at most 3", "rests"))
    yield Case("503 for a fraction", status(503, Retry_After="0.5"), "^503$")
    yield Case("503 twice told", in_turn(status(503, Retry_After="1\r\nRetry-After: 2"), message(TEXT)), "^200$")
    yield Case("503 with blanks around", in_turn(status(503, Retry_After="  1  "), message(TEXT)), "^200$", checks=("pause 1",))
    letters = "abcdefghijklmnop"
    yield Case("503 for ever", message(HEAD + "".join(f'<a href="/x/{c}">実地修練</a>' for c in letters)), later=False,
               routes={f"/x/{c}": status(503) for c in letters}, checks=("at most 9",))
    yield Case("a redirect that asks for a pause", status(302, Location="/y", Retry_After="86400"), "^302$", routes={"/y": message(TEXT)},
               checks=("fetched /y",))


def odd_robots():
    rules = "User-agent: *\nDisallow: /x\n"
    hops = {f"/r{n}": redirect(f"/r{n + 1}") for n in range(1, 9)}
    yield Case("robots five redirects away", message(TEXT), "not asked", robots=redirect("/r1"),
               routes=hops | {"/r5": message(rules)}, checks=("not /x",))
    yield Case("robots seven redirects away", message(TEXT), robots=redirect("/r1"), routes=hops | {"/r7": message(rules)})
    yield Case("robots of 600 KB", message(TEXT), "not asked", robots=message(rules + "#" * 600_000), checks=("not /x",))
    yield Case("robots with a rule that the limit cuts", message(TEXT), "^200$|not asked",
               robots=message("User-agent: *\n" + "#" * (500 * 1024 - 24) + "\nDisallow: /x\n"))
    yield Case("robots with nul bytes", message(TEXT), "not asked", robots=message(b"\0\0\n" + rules.encode() + b"\0"), checks=("not /x",))
    yield Case("robots with bytes of no charset", message(TEXT), "not asked", robots=message(b"# \xff\xfe\x80\n" + rules.encode()),
               checks=("not /x",))
    yield Case("robots that drip", message(TEXT), "nothing", robots=dripping(message(rules), 0.1), checks=("robots only",))
    yield Case("robots forbid all in the end", message(TEXT), "nothing|not asked",
               robots=message("User-agent: a\nUser-agent: *\nUser-agent: b\nDisallow: /\n"), later=False, checks=("robots only",))
    yield Case("robots sent with 206", message(TEXT), "nothing|not asked", robots=message(rules, 206), later=False, checks=("robots only",))
    yield Case("robots elsewhere than allowed", message(TEXT), "nothing|^200$", robots=redirect("http://10.0.0.1/robots.txt"), later=False)
    for delay in ("soon", "-5", "", "NaN", "0x10", "0,5"):
        yield Case(f"crawl-delay of {delay!r}", message(TEXT), robots=message(f"User-agent: *\nCrawl-delay: {delay}\n"))
    yield Case("crawl-delay of a fraction", message(TEXT), robots=message("User-agent: *\nCrawl-delay: .4\n"), checks=("gap 0.4",))
    yield Case("crawl-delay for us alone", message(TEXT), checks=("gap 0.5",),
               robots=message("User-agent: *\nCrawl-delay: 0\n\nUser-agent: ProgSearch\nCrawl-delay: 0.5\n"))
    for spelt in ("/%6Eever", "/a/../never", "/./never", "/never#x", "/never?", "//127.0.0.1:PPPPP/never", "/%6e%65%76%65%72",
                  "/a/%2E%2E/never", "\\never"):
        yield Case(f"link to what is forbidden, spelt {spelt}", linking(spelt), checks=("not /%6Eever", "not /never?", "at most 4"))


def tags():
    """What pages and answers ask of crawlers: whether /y is linked to and may be fetched."""
    obeyed = (("two fields", "otherbot: index\r\nX-Robots-Tag: nofollow"), ("our name", "progsearch: nofollow"),
              ("our name in capitals", "ProgSearch: NOFOLLOW"), ("our name behind another", "otherbot: noindex, progsearch: nofollow"),
              ("none", "none"), ("a date and nofollow", "unavailable_after: 25 Jun 2030 15:00:00 GMT, nofollow"),
              ("semicolons", "noindex; nofollow"), ("max and nofollow", "max-snippet:-1, nofollow"))
    for name, value in obeyed:
        yield Case(f"tag with {name}", message(HEAD + '<a href="/hidden">実地修練</a>', X_Robots_Tag=value), routes=HIDDEN,
                   checks=("not /hidden",))
    for name, value in (("another's name, twice", "otherbot: noindex, nofollow"), ("no word", ""), ("unknown words", "nofollowing, no follow")):
        yield Case(f"tag with {name}", message(HEAD + '<a href="/y">実地修練</a>', X_Robots_Tag=value), routes={"/y": message(TEXT)},
                   checks=("fetched /y",))
    for meta in ('<META NAME="ROBOTS" CONTENT="NOINDEX,NOFOLLOW">', "<meta content=nofollow name=robots>", "<meta name='robots'\ncontent='none'/>",
                 '<meta name="progsearch" content="nofollow">', '<meta name=robots content=index><meta name=robots content=nofollow>',
                 '<!-- x --><meta  name = "robots"  content = "noarchive , nofollow" >'):
        yield Case(f"page with {meta}", message(f'<html><head>{meta}</head><body><a href="/hidden">実地修練</a>'), routes=HIDDEN,
                   checks=("not /hidden",))
    for meta in ("<!-- <meta name=robots content=nofollow> -->", "<meta name=googlebot content=nofollow>", "<meta name=robots content=follow>",
                 "<script>'<meta name=robots content=nofollow>'</script>"):
        yield Case(f"page with {meta}", message(f'<html><head>{meta}</head><body><a href="/y">実地修練</a>'),
                   routes={"/y": message(TEXT)}, checks=("fetched /y",))


def answers():
    body = TEXT.encode()
    yield Case("a field of 1 MB", message(TEXT, X="h" * 1_000_000), "broke off|larger than|^200$", checks=("bounded",))
    yield Case("ten thousand fields", message(TEXT, X="\r\nX: ".join("h" for _ in range(10_000))), "broke off|larger than|^200$")
    yield Case("length and chunks", message(b"", length=5, Transfer_Encoding="chunked") + b"3\r\nabc\r\n0\r\n\r\n", "broke off|^200$")
    yield Case("two answers to one request", message(TEXT) + message(HEAD + '<a href="/hidden">実地修練</a>'), "^200$|broke off",
               routes=HIDDEN, checks=("not /hidden",))
    yield Case("no reason", message(TEXT).replace(b"200 OK", b"200", 1))
    yield Case("status 999", message(TEXT, 999, "Request denied"), "^999$|broke off")
    yield Case("http 3", message(TEXT).replace(b"HTTP/1.1", b"HTTP/3.0", 1), "broke off|^200$")
    yield Case("line feeds alone", message(TEXT).replace(b"\r\n", b"\n"), "^200$|broke off")
    yield Case("a blank before the colon", message(TEXT, **{"X-A ": "b"}), "^200$|broke off")
    yield Case("coding in capitals", coded("GZIP", gzip.compress(body)))
    yield Case("coding that is a charset", coded("utf-8", body), "cannot be decoded|^200$")
    yield Case("coding identity", coded("identity", body))
    yield Case("chunks over gzip", message(b"", length="none", Transfer_Encoding="gzip, chunked") + b"0\r\n\r\n", "cannot be decoded|broke off|^200$")
    yield Case("chunk larger than all numbers", message(b"", length="none", Transfer_Encoding="chunked") + b"f" * 30 + b"\r\nabc", "broke off|no answer")
    yield Case("an empty page", message(b""))
    links = "".join(f'<a href="/y{n}">実地修練</a>' for n in range(5))
    yield Case("closes a moment later", closing_late(HEAD + links), routes={f"/y{n}": closing_late(TEXT) for n in range(5)},
               checks=tuple(f"once /y{n}" for n in range(5)))
    yield Case("hints for ever, slowly", dripping(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 400, 0.02), "no answer in time|broke off")
    yield Case("redirect in other letters", redirect("/研修"), "^302$", routes={"/%E7%A0%94%E4%BF%AE": message(TEXT)},
               checks=("fetched /%E7%A0%94%E4%BF%AE",))
    yield Case("two redirects in one", status(302, Location="/y\r\nLocation: /hidden"), "^302$", routes={"/y": message(TEXT)} | HIDDEN)
    yield Case("chain over a query that grows", redirect("/x?a"), "^302$",
               routes={"/x?" + "a" * n: redirect("/x?" + "a" * (n + 1)) for n in range(1, 40)}, checks=("at most 10",))


def validators():
    for name, tag in (("no quotes", "abc"), ("quotes inside", 'W/"a"b"'), ("a comma", '"a,b"'), ("letters of no ASCII", '"é"')):
        yield Case(f"etag with {name}", validated(TEXT, ETag=tag), expect_again="^304$")
    yield Case("etag without anything", validated(TEXT, ETag=""), expect_again="^200$|^304$")
    yield Case("etag of 10 KB", validated(TEXT, ETag=f'"{"e" * 10_000}"'), expect_again="^200$")
    yield Case("etag *", validated(TEXT, ETag="*"), expect_again="^200$|^304$")
    for name, date in (("nonsense", "yesterday"), ("the future", LATER), ("the year 0", "Sat, 01 Jan 0000 00:00:00 GMT"), ("nothing", "")):
        yield Case(f"last-modified of {name}", validated(TEXT, Last_Modified=date), expect_again="^200$|^304$")


def sitemaps():
    def xml(body):
        return message(body, Content_Type="application/xml")

    def urls(*addresses):
        return xml("<urlset>" + "".join(f"<url><loc>{a}</loc></url>" for a in addresses) + "</urlset>")

    named = message("Sitemap: /map.xml\n")
    start = {"start": "", "robots": named}
    yield Case("sitemap with addresses of others", message(TEXT), **start, checks=("not /hidden", "fetched /shuren"), routes=HIDDEN | {
        "/shuren": message(TEXT), "/map.xml": urls("http://10.0.0.1/shuren", "http://other.invalid/shuren", "http://127.0.0.1:1/shuren",
                                                   "http://me@127.0.0.1:PPPPP/hidden", "file:///shuren", "http://127.0.0.1:PPPPP/shuren")})
    yield Case("sitemap of 20,000 addresses", message(TEXT), **start, checks=("at most 70",), later=False,
               routes={"/map.xml": urls(*(f"http://127.0.0.1:PPPPP/shuren/{n}" for n in range(20_000)))})
    yield Case("sitemap without end", message(TEXT), **start, checks=("bounded",),
               routes={"/map.xml": endless(message(b"", length="none"), b"<url><loc>/shuren</loc></url>" * 999)})
    yield Case("sitemap that is packed twice as it says", message(TEXT), **start, checks=("at most 6",),
               routes={"/map.xml": coded("gzip", gzip.compress(gzip.compress(b"<urlset></urlset>")))})
    yield Case("sitemap with entities for ever", message(TEXT), **start, checks=("at most 6",), routes={"/map.xml": xml(
        '<!DOCTYPE a [<!ENTITY a "' + "x" * 1000 + '">' + "".join(f'<!ENTITY a{n} "{("&a" + str(n - 1 or "") + ";") * 99}">' for n in range(1, 9))
        + "]><urlset><url><loc>&a8;</loc></url></urlset>")})
    yield Case("sitemap elsewhere", message(TEXT), start="", robots=message("Sitemap: http://10.0.0.1/map.xml\nSitemap: http://other.invalid/m.xml\n"),
               checks=("at most 5",))
    deep = {f"/map{n}.xml": xml(f"<sitemapindex><sitemap><loc>http://127.0.0.1:PPPPP/map{n + 1}.xml</loc></sitemap></sitemapindex>")
            for n in range(1, 50)}
    yield Case("sitemaps in sitemaps", message(TEXT), start="", robots=message("Sitemap: /map1.xml\n"), routes=deep, checks=("at most 10",))


def spellings():
    """Many spellings of one address: it is fetched once."""
    for name, path, spelt in (
            ("fragments", "/y", ("/y", "/y#a", "/y#b", "/y#")), ("unreserved octets", "/~y", ("/~y", "/%7Ey", "/%7ey")),
            ("capitals in octets", "/%E7%A0%94", ("/%e7%a0%94", "/%E7%a0%94", "/研")), ("capitals in the host", "/y", ("HTTP://127.0.0.1:PPPPP/y", "/y")),
            ("dots and slashes", "/y", ("/a/../y", "./y", "/./y", "y")), ("parameters of campaigns", "/y", ("/y?utm_source=a", "/y?fbclid=b", "/y")),
            ("session ids", "/y", ("/y?PHPSESSID=0123456789", "/y;jsessionid=ABCDEF0123", "/y?sid=0123456789abcdef", "/y"))):
        links = "".join(f'<a href="{a}">実地修練</a>' for a in spelt)
        yield Case(f"one address with {name}", message(HEAD + links), routes={path: message(TEXT)}, checks=(f"once {path}", "at most 5"))
    yield Case("an octet that means another path", message(HEAD + '<a href="/y%2Fz">実地修練</a><a href="/y/z">実地修練</a>'),
               routes={"/y%2Fz": message(TEXT), "/y/z": message(TEXT)}, checks=("once /y%2Fz", "once /y/z"))
    for path in ("/x?PHPSESSID=0123456789", "/x;jsessionid=0123456789ABCDEF", "/x?sid=0123456789abcdef"):
        yield Case(f"redirect to {path}", redirect(path), "^302$", routes={path: linking("/y"), "/y": message(TEXT)},
                   checks=(f"once {path}", "fetched /y", "at most 6"))
    yield Case("a session for each visit", redirect("/x?PHPSESSID=0"), "^302$", checks=("at most 6",),
               routes={f"/x?PHPSESSID={n}": redirect(f"/x?PHPSESSID={n + 1}") for n in range(40)})
    yield Case("a session that robots forbid", redirect("/x?PHPSESSID=0"), "^302$", robots=message("User-agent: *\nDisallow: /*PHPSESSID\n"),
               routes={"/x?PHPSESSID=0": message(TEXT)}, checks=("not /x?PHPSESSID=0",))


def doubts():
    """Answers in place of a page: their links are not the page's."""
    link = '<a href="/hidden">実地修練生の募集</a>'
    for head in ("<title>404 Not Found</title>", "<title>見本病院</title><h1>お探しのページは見つかりませんでした</h1>",
                 "<h1>見本病院</h1><h2>ただいまメンテナンス中です</h2>", "<title>Service Unavailable</title>", "<h1>システムエラーが発生しました</h1>"):
        yield Case(f"200 with {head}", message(f"<html><head></head><body>{head}{link}"), routes=HIDDEN, checks=("not /hidden",))
    for code in (203, 400, 403, 404, 410, 500, 503):
        yield Case(f"links of a page with {code}", message(HEAD + link, code), f"^{code}$", routes=HIDDEN, checks=("not /hidden",))
    yield Case("links of a page cut off", message(f"<html><body>{link}<p>x", length=5000), "broke off|no answer", routes=HIDDEN, checks=("not /hidden",))
