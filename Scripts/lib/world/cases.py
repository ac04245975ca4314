"""What a behaviour is, and the answers that many of them are made of.

A case has routes beside the usual ones, what the ledger has to say of /x (a pattern), and more that is
checked by name. `later` says whether /after has to be fetched: a fault of one page stops no other.
"""

from dataclasses import dataclass, field

from server import message, status

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
    # How its start page is written; empty where it has none but the root of the site.
    start: str = "{url}"
    # What the ledger has to say of /x after a second crawl.
    expect_again: str = ""


def coded(coding, body):
    return message(body, Content_Encoding=coding)


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def chunked(*pieces, end=b"0\r\n\r\n"):
    return message(b"", length="none", Transfer_Encoding="chunked") + b"".join(map(chunk, pieces)) + end


def redirect(target, code=302):
    return status(code, Location=target)


def chain(length):
    return {f"/x{n}": redirect(f"/x{n + 1}") for n in range(1, length)} | {f"/x{length}": message(TEXT)}


def linking(target, words="実地修練", attributes=""):
    return message(f'{HEAD}<a {attributes} href="{target}">{words}</a>')
