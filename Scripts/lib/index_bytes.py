"""What the bytes of an index file are: the layout is that of IndexFileFormat.swift and PostingsFormat.swift."""

import mmap
import struct

VERSION = 4
BLOCK = 128
SECTIONS = {1: "names and counts", 2: "terms", 3: "terms", 4: "postings", 5: "lengths of the texts", 6: "columns of numbers",
            7: "columns of numbers", 8: "columns of words", 9: "columns of words", 10: "columns of words", 11: "columns of words",
            12: "records", 13: "records", 14: "attachments (words of queries, institutions, sounds)", 15: "shapes of occurrences", 16: "columns of words"}


def sections(file):
    """For each kind and number where the section begins, and its length."""
    if file[:4] != b"PGSX" or struct.unpack_from("<I", file, 4)[0] != VERSION:
        raise ValueError("this is no index file of version %d" % VERSION)
    rows = (struct.unpack_from("<IIQQ", file, 32 + row * 24) for row in range(struct.unpack_from("<I", file, 24)[0]))
    return {(kind, number): (offset, length) for kind, number, offset, length in rows}


def terms(file, start, length, postings):
    """Each term with the number of its documents, and where its postings stand."""
    place, count, term = start, 0, b""

    def varint():
        nonlocal place
        value = shift = 0
        while True:
            byte = file[place]
            place += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while place < start + length:
        shared, further = varint(), varint()
        term = (term[:shared] if count % 16 else b"") + file[place:place + further]
        place += further
        documents, low = varint(), varint()
        size = low >> 1 | (varint() << 31 if low & 1 else 0)
        yield term.decode(), documents, postings, size
        count, postings = count + 1, postings + size


def kind(term):
    if term[0] == "=":
        return "words in Japanese script" if ord(term[1:2] or " ") > 0x3000 else "words in Latin letters, numbers"
    return "pairs of characters" if len(term) == 2 else "characters at the end of a run"


def split(file, documents, start, size):
    """The bytes of a term's table of blocks, of its documents with their shapes, and of its positions."""
    blocks = (documents + BLOCK - 1) // BLOCK
    table = 12 * blocks if blocks > 1 else 0
    places = 0
    begins = [struct.unpack_from("<I", file, start + 12 * b + 8)[0] for b in range(blocks)] if blocks > 1 else [0]
    for number, (begin, end) in enumerate(zip(begins, begins[1:] + [size - table])):
        low, marks, code, place = file[start + table + begin:start + table + begin + 4]
        if place != 255:
            count = min(BLOCK, documents - number * BLOCK)
            places += end - begin - 4 - marks - (count * low + 7) // 8 - (count * code + 7) // 8
    return table, size - table - places, places


def table(path):
    """Lines of Markdown: what the bytes of the file are."""
    with open(path, "rb") as source, mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as file:
        found = sections(file)
        sums = {}
        for (number, _), (_, length) in found.items():
            sums[SECTIONS[number]] = sums.get(SECTIONS[number], 0) + length
        kinds = {}
        for term, documents, start, size in terms(file, *found[3, 0], found[4, 0][0]):
            row = kinds.setdefault(kind(term), [0, 0, 0, 0, 0])
            for place, value in enumerate((1, documents) + split(file, documents, start, size)):
                row[place] += value
    lines = ["| postings of | terms | documents | tables of blocks MB | documents MB | positions MB |", "|---|--:|--:|--:|--:|--:|"]
    for name, (count, documents, *parts) in sorted(kinds.items(), key=lambda row: -sum(row[1][2:])):
        lines.append("| %s | %s | %s | %s |" % (name, f"{count:,}", f"{documents:,}", " | ".join("%.1f" % (n / 1e6) for n in parts)))
    lines += ["", "| part of the file | MB |", "|---|--:|"]
    lines += ["| %s | %.1f |" % (name, size / 1e6) for name, size in sorted(sums.items(), key=lambda row: -row[1])]
    return lines
