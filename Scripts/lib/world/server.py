"""A web on loopback that behaves in every way in which webs do: one site a behaviour, with a log.

A site answers from a table of paths. An entry is a function `async (site, request, writer)`, or bytes
that are sent as they are. What is not in the table is answered with 404.
"""

import asyncio
import ssl
import time
from dataclasses import dataclass, field


@dataclass
class Request:
    start: float
    end: float
    path: str
    headers: dict
    connections: int
    reader: object
    status: int = 0


@dataclass
class Site:
    name: str
    routes: dict
    tls: ssl.SSLContext | None = None
    log: list = field(default_factory=list)
    open: int = 0
    most: int = 0
    port: int = 0
    server: object = None

    async def start(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0, ssl=self.tls)
        self.port = self.server.sockets[0].getsockname()[1]
        # Ports have five digits here, so that no length changes.
        for path, route in self.routes.items():
            if isinstance(route, bytes):
                self.routes[path] = route.replace(b"PPPPP", b"%05d" % self.port)

    def url(self, path="/"):
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}{path}"

    def paths(self):
        return [request.path for request in self.log]

    async def serve(self, reader, writer):
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if not await self.answer(head.decode("latin-1"), reader, writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError, ssl.SSLError):
            pass
        finally:
            self.open -= 1
            try:
                writer.close()
            except ConnectionError:
                pass

    async def answer(self, head, reader, writer):
        lines = head.split("\r\n")
        path = lines[0].split(" ")[1]
        headers = dict(
            (name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:] if line)
        )
        request = Request(time.monotonic(), 0, path, headers, self.open, reader)
        self.log.append(request)
        route = self.routes.get(path, status(404))
        try:
            if isinstance(route, bytes):
                request.status = int(route.split()[1]) if route.startswith(b"HTTP/") else 0
                writer.write(route)
                await writer.drain()
                return b"connection: close" not in route.split(b"\r\n\r\n")[0].lower()
            return await route(self, request, writer)
        finally:
            request.end = request.end or time.monotonic()


def message(body=b"", code=200, reason="OK", length=None, **fields):
    """An answer as bytes; underscores in the names of fields are hyphens."""
    if isinstance(body, str):
        body = body.encode()
    fields.setdefault("Content_Type", "text/html; charset=utf-8")
    lines = [f"HTTP/1.1 {code} {reason}"] + [f"{k.replace('_', '-')}: {v}" for k, v in fields.items()]
    if length != "none":
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def status(code, **fields):
    return message(b"", code, "Status", **fields)


def in_turn(*routes):
    """A different answer each time; the last one stays."""
    turn = {"next": 0}

    async def route(site, request, writer):
        chosen = routes[min(turn["next"], len(routes) - 1)]
        turn["next"] += 1
        request.status = int(chosen.split(b" ")[1])
        writer.write(chosen)
        await writer.drain()
        return True

    return route


def validated(body, **fields):
    """A page with validators, of which an unchanged one is a 304."""

    async def route(site, request, writer):
        # Heads are read as Latin-1.
        tag = fields["ETag"].encode().decode("latin-1") if "ETag" in fields else None
        date = fields.get("Last_Modified")
        asked = request.headers
        if "if-none-match" in asked:
            same = asked["if-none-match"] == tag
        else:
            same = date is not None and asked.get("if-modified-since") == date
        if same:
            request.status = 304
            writer.write(message(b"", 304, "Not Modified", length="none", **fields))
        else:
            request.status = 200
            writer.write(message(body, **fields))
        await writer.drain()
        return True

    return route


def changing_tag(body):
    """The same page each time, under another ETag."""
    count = {"asked": 0}

    async def route(site, request, writer):
        count["asked"] += 1
        request.status = 200
        writer.write(message(body, ETag=f'"{count["asked"]}"'))
        await writer.drain()
        return True

    return route


def closing_late(body):
    """Says nothing of it, and closes the connection in the pause before the next request."""

    async def route(site, request, writer):
        request.status = 200
        writer.write(message(body))
        await writer.drain()
        request.end = time.monotonic()
        await asyncio.sleep(0.02)
        return False

    return route


def dripping(data, pause, start=b""):
    async def route(site, request, writer):
        writer.write(start)
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(pause)
        return True

    return route


def endless(start, piece):
    async def route(site, request, writer):
        writer.write(start)
        sent = 0
        while sent < 200 * 1024 * 1024:
            writer.write(piece)
            await writer.drain()
            sent += len(piece)
        site.unbounded = True
        return False

    return route


def silence():
    async def route(site, request, writer):
        try:  # until the client hangs up
            await asyncio.wait_for(request.reader.read(1), 60)
        except TimeoutError:
            pass
        return False

    return route


def hang_up(data=b"", reset=False):
    async def route(site, request, writer):
        writer.write(data)
        await writer.drain()
        if reset:
            writer.transport.abort()
        return False

    return route


def late(data, pause):
    async def route(site, request, writer):
        await asyncio.sleep(pause)
        request.status = 200
        writer.write(data)
        await writer.drain()
        return True

    return route
