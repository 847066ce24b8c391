"""Reads what mysqlbinlog and mariadb-binlog print of a file, and holds it against towpath decode.

Both tools print rows and values, each type in a way of its own; `same_value` knows whether a text
of theirs stands for a value of ours, or does not tell.
"""

import base64
import binascii
import collections
import datetime
import decimal
import ipaddress
import itertools
import json
import os
import re
import struct
import subprocess
import uuid

from command import program

TIMEOUT = 120

Row = collections.namedtuple("Row", "kind table before after diff")
Value = collections.namedtuple("Value", "text type")

# ---- What a tool prints

HEADER = re.compile(r"^#\d{6} [ \d]\d:\d\d:\d\d server id \d+  end_log_pos \d+ "
                    r"(?:CRC32 0x[0-9a-f]{8} )?\t?(.*)$")
CHANGE = re.compile(r"^### (INSERT INTO|UPDATE|DELETE FROM) `(.*)`\.`(.*)`$")
COLUMN = re.compile(r"^###   @\d+=(.*) /\* (.+) meta=\d+ nullable=\d is_null=\d \*/$", re.DOTALL)
KINDS = {"INSERT INTO": "insert", "UPDATE": "update", "DELETE FROM": "delete"}

# Beginnings of an event's description, and its name in the manifest.
EVENTS = [("Start: binlog v 4", "FDE"), ("Query_compressed", "QUERY_COMPR"), ("Query", "QUERY"),
          ("Table_map", "TABLE_MAP"), ("Write_compressed_rows", "WRITEv1_COMPR"),
          ("Update_compressed_rows", "UPDATEv1_COMPR"),
          ("Delete_compressed_rows", "DELETEv1_COMPR"), ("Update_rows_partial", "PARTIAL_UPDATE"),
          ("Write_rows", "WRITE"), ("Update_rows", "UPDATE"), ("Delete_rows", "DELETE"),
          ("Xid", "XID"), ("Anonymous_GTID", "ANON_GTID"), ("GTID", "GTID"),
          ("Previous-GTIDs", "PREV_GTIDS"), ("Gtid list", "GTID_LIST"), ("Stop", "STOP"),
          ("Binlog checkpoint", "CHECKPOINT"), ("Annotate_rows", "ANNOTATE"), ("Rotate", "ROTATE"),
          ("Transaction_Payload", "TX_PAYLOAD"), ("XA PREPARE", "XA_PREPARE"),
          ("XID = ", "XA_PREPARE")]
# Names of the manifest that a tool does not tell apart.
SAME = {"WRITEv1": "WRITE", "WRITEv2": "WRITE", "PRE_GA_WRITE": "WRITE", "UPDATEv1": "UPDATE",
        "UPDATEv2": "UPDATE", "PRE_GA_UPDATE": "UPDATE", "DELETEv1": "DELETE",
        "DELETEv2": "DELETE", "PRE_GA_DELETE": "DELETE", "MARIA_GTID": "GTID",
        "GTID_TAGGED": "GTID"}
ROWS_EVENTS = ("WRITE", "UPDATE", "DELETE", "WRITEv1_COMPR", "UPDATEv1_COMPR", "DELETEv1_COMPR",
               "PARTIAL_UPDATE")


class Report:
    """The text of a tool, taken apart."""

    def __init__(self, text):
        self.events = collections.Counter()
        self.rows_events = []  # of each statement, how many
        self.changes = []  # its rows: they stand behind its last event
        self.given_up = set()  # statements that the tool can not read all of: GEOMETRY in MySQL's
        self.commits = 0
        image = None
        is_open = False  # a transaction: XA PREPARE and ROLLBACK alone are the ends of none
        statement_ended = True
        lines = text.split("\n")
        i = 0
        while i < len(lines):
            line = lines[i]
            i += 1
            header = HEADER.match(line)
            change = CHANGE.match(line)
            if header:
                name = next((name for start, name in EVENTS if header[1].startswith(start)), None)
                if name:
                    self.events[name] += 1
                if name in ROWS_EVENTS:
                    if statement_ended:
                        self.changes.append([])
                        self.rows_events.append(0)
                    self.rows_events[-1] += 1
                    statement_ended = "STMT_END_F" in header[1]
                if name == "XID" or (name == "XA_PREPARE" and is_open):
                    self.commits += 1
                    is_open = False
                # The statement of a QUERY follows settings and `use`.
                if name and name.startswith("QUERY"):
                    while i < len(lines) and (lines[i].startswith(("SET ", "use ", "/*!", "#"))
                                              and not HEADER.match(lines[i])):
                        i += 1
                    statement = lines[i].lower() if i < len(lines) else ""
                    if statement == "commit" or (statement == "rollback" and is_open):
                        self.commits += 1
                        is_open = False
                    is_open = is_open or statement == "begin" or statement.startswith("xa start")
            elif line.startswith(("START TRANSACTION", "XA START ")):  # of MariaDB's GTID event
                is_open = True
            elif change:
                self.changes[-1].append(Row(KINDS[change[1]], (change[2], change[3]), [], [], []))
            elif line == "### WHERE":
                image = self.changes[-1][-1].before
            elif line == "### SET":
                image = self.changes[-1][-1].after
            elif "=!! Don't know how to handle column" in line:
                self.given_up.add(len(self.changes) - 1)
            elif line.startswith("###   @"):
                column = COLUMN.match(line)
                while column is None:  # text with line breaks in it
                    line += "\n" + lines[i]
                    i += 1
                    column = COLUMN.match(line)
                image.append(Value(column[1], column[2]))


ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "0": "\0", "Z": "\x1a"}


def unquoted(text):
    """The bytes that a tool's quoted text may stand for: MariaDB's has bare backslashes."""
    def byte(match):
        return chr(int(match[1], 16)) if match[1] else ESCAPES.get(match[2], match[2])
    return (re.sub(r"\\(?:x([0-9a-fA-F]{2})|(.))", byte, text[1:-1], flags=re.DOTALL)
            .encode("latin-1"),
            re.sub(r"\\(?:x([0-9a-fA-F]{2}))", byte, text[1:-1]).replace("\\'", "'")
            .encode("latin-1"))


# ---- Comparing


class Number(str):
    """A number of a JSON text that is no integer, as it stands there."""


UNKNOWN = "unknown"


def timestamp(text):
    if text.startswith("0000-00-00"):
        return decimal.Decimal(0)
    whole, _, fraction = text.partition(".")
    moment = datetime.datetime.strptime(whole, "%Y-%m-%d %H:%M:%S")
    seconds = int((moment - datetime.datetime(1970, 1, 1)).total_seconds())
    return decimal.Decimal(f"{seconds}.{fraction or 0}")


def packed_forms(text):
    """The bytes that MariaDB may store for the text of a UUID or of an INET4 or INET6."""
    forms = []
    try:
        plain = uuid.UUID(text).bytes
        forms += [plain, plain[10:] + plain[8:10] + plain[6:8] + plain[4:6] + plain[:4]]
    except ValueError:
        pass
    try:
        forms.append(ipaddress.ip_address(text).packed)
    except ValueError:
        pass
    return forms


def same_bytes(raw, ours):
    """Whether a string of JSON stands for these bytes; UNKNOWN when that needs a character set."""
    if isinstance(ours, dict):
        return base64.b64decode(ours["base64"]) == raw
    if ours.encode() == raw:
        return True
    try:  # BINARY(n) is without its trailing zeros in the binlog
        if base64.b64decode(ours, validate=True).rstrip(b"\0") == raw.rstrip(b"\0"):
            return True
    except (binascii.Error, ValueError):
        pass
    if raw.rstrip(b"\0") in [packed.rstrip(b"\0") for packed in packed_forms(ours)]:
        return True
    if all(0x20 <= byte < 0x7f for byte in raw):
        return False
    for charset in ("cp1252", "utf-16-be", "utf-32-be", "utf-16-le", "gbk", "sjis", "gb18030",
                    "big5", "euc_jp", "euc_kr", "koi8_r", "cp1251", "latin-1"):
        try:
            if raw.decode(charset) == ours:
                return True
        except UnicodeDecodeError:
            pass
    return UNKNOWN


def same_text(theirs, ours):
    answers = [same_bytes(raw, ours) for raw in unquoted(theirs)]
    return next((answer for answer in (True, UNKNOWN) if answer in answers), False)


def same_value(value, ours):
    """True, False, or UNKNOWN if the tool's text does not tell."""
    theirs, kind = value
    if theirs == "'null'" and value.type == "JSON":
        return ours is None  # the literal of JSON, which is null in JSON too
    if theirs == "NULL" or ours is None:
        return theirs == "NULL" and ours is None
    kind = kind.partition("(")[0]
    if kind in ("TINYINT", "SHORTINT", "MEDIUMINT", "INT", "LONGINT"):
        return ours in [int(number) for number in re.findall(r"-?\d+", theirs)]
    if kind == "YEAR":
        return ours == (0 if theirs == "1900" else int(theirs))
    if kind == "FLOAT":  # six digits
        return f"{float(ours):g}" == f"{float(theirs):g}"
    if kind == "DOUBLE":
        return float(ours) == float(theirs)
    if kind == "DECIMAL":
        return decimal.Decimal(ours) == decimal.Decimal(theirs)
    if kind == "BIT":
        return ours == int(theirs[2:-1], 2)
    if kind in ("ENUM", "SET"):
        if not isinstance(ours, int):
            return UNKNOWN  # labels
        return ours == (int(theirs) if kind == "ENUM" else int(theirs[2:-1], 2))
    if kind == "TIMESTAMP":
        return timestamp(ours) == decimal.Decimal(theirs)
    if kind == "DATE":
        return ours == theirs.strip("'").replace(":", "-")
    if kind in ("TIME", "DATETIME"):
        return ours == theirs.strip("'")
    if kind == "VECTOR":
        raw = base64.b64decode(ours)
        return (struct.unpack(f"<{len(raw) // 4}f", raw)
                == tuple(struct.unpack("<f", struct.pack("<f", float(number)))[0]
                         for number in theirs.strip("[]").split(",")) or UNKNOWN)
    if kind == "JSON":
        if not theirs.startswith("'"):
            return UNKNOWN  # JSON_SET(@1, ...): the tool does not apply it
        try:
            return parsed(unquoted(theirs)[0].decode()) == ours
        except ValueError:
            return UNKNOWN
    if kind in ("STRING", "VARSTRING", "TINYBLOB/TINYTEXT", "BLOB/TEXT", "MEDIUMBLOB/MEDIUMTEXT",
                "LONGBLOB/LONGTEXT", "GEOMETRY"):
        return same_text(theirs, ours)
    return UNKNOWN


def parsed(text):
    return json.loads(text, parse_float=Number)


class Decoded:
    """What towpath decode says of a file."""

    def __init__(self, path):
        done = subprocess.run([program(), "decode", path, "--format", "json", "--option",
                               "source.statements=deliver"], capture_output=True, timeout=TIMEOUT,
                              check=False)
        self.code = done.returncode
        self.error = done.stderr.decode(errors="replace")
        self.kinds = collections.Counter()
        self.changes = []
        for line in done.stdout.decode().splitlines():
            entry = parsed(line)
            self.kinds[entry["type"]] += 1
            if "rows" in entry:
                self.changes.append([])
            for row in entry.get("rows", []):
                images = [list(row[image].values()) if image in row else []
                          for image in ("before", "after")]
                self.changes[-1].append(Row(entry["type"], (entry["database"], entry["table"]),
                                            *images, list(row.get("json_diff", {}))))


def report_of(argv, path, environment=None):
    """What a tool says of a file; None: it refuses the file."""
    done = subprocess.run([*argv, "--no-defaults", "-vv", "--base64-output=decode-rows", path],
                          capture_output=True, timeout=TIMEOUT, check=False,
                          env=dict(os.environ, **(environment or {})))
    return Report(done.stdout.decode("latin-1")) if done.returncode == 0 else None


class Comparing:
    """What a test case needs to compare a tool's report with ours; a mixin of unittest.TestCase."""

    maxDiff = None

    def setUp(self):
        self.values = collections.Counter()  # True: the same, UNKNOWN: not comparable; rows, ...

    def compare(self, report, decoded, name, *, ends_early=False):
        """Transactions, rows events, rows in order by table and kind, and every value. A file in
        which towpath ends early, by right, is compared as far as that."""
        if ends_early:
            self.assertLessEqual(len(decoded.changes), sum(report.rows_events))
        else:
            self.assertEqual(len(decoded.changes), sum(report.rows_events))
            self.assertEqual(decoded.kinds["begin"], decoded.kinds["commit"])
            # Statements outside of any get a begin and a commit of their own.
            if decoded.kinds["statement"] == 0:
                self.assertEqual(decoded.kinds["commit"], report.commits)
                self.values["transactions"] += report.commits
        first = 0
        for number, theirs in enumerate(report.changes):
            last = first + report.rows_events[number]
            if ends_early and last > len(decoded.changes):
                break
            ours = list(itertools.chain(*decoded.changes[first:last]))
            self._compare_statement(theirs, ours, number in report.given_up,
                                    f"{name}, rows events from {first}")
            first = last

    def _compare_images(self, theirs, ours, where):
        for value, our in zip(theirs, ours):
            same = same_value(value, our)
            self.values[same] += 1
            self.assertIsNot(same, False, f"{where}: {value} is {our!r}")

    def _compare_statement(self, theirs, ours, given_up, where):
        if not given_up:
            self.assertEqual(len(theirs), len(ours), where)
        self.assertLessEqual(len(theirs), len(ours), where)
        for number, (their, our) in enumerate(zip(theirs, ours)):
            self.values["rows"] += 1
            where_row = f"{where}, row {number}: {their.kind} {their.table}"
            names = tuple(name.encode("latin-1").decode(errors="replace") for name in their.table)
            self.assertEqual((their.kind, names), (our.kind, our.table), where_row)
            if not given_up:
                self.assertEqual(len(their.before), len(our.before), where_row)
                self.assertEqual(len(their.after), len(our.after) + len(our.diff), where_row)
            self._compare_images(their.before, our.before, where_row)
            if not our.diff:
                self._compare_images(their.after, our.after, where_row)
