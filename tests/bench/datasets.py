"""The binlogs that the benchmark reads: written by a real server, kept in a cache folder.

A data set is the binlog files of one kind of work:

  narrow   sysbench's table (id, k, c char(120), pad char(60)): transactions of 10,000 inserted
           rows, then of 10,000 updated rows; row events of the server's usual 8 KB
  wide     inserts into a table of 100 columns of every common type, a fifth of them NULL
  small    sysbench's table, one updated row per transaction: as many events as bytes allow
  mixed    twenty of sysbench's tables, ten updated rows of one table per transaction, each table in
           its turn: for filters that want one of them

Files are made by SQL that runs in the server, so that it takes seconds, and the same parameters
give the same rows. The cache is the one of tests/harness; removing it is always safe.
"""

import dataclasses
import glob
import hashlib
import json
import os
import shutil
import time

import servers
from throwaway import cache, installations

KINDS = ("narrow", "wide", "small", "mixed")
# Shares of the size asked for, and bytes that one row costs in the binlog (for rows from sizes).
SHARES = {"narrow": 0.45, "wide": 0.2, "small": 0.2, "mixed": 0.15}
ROW_BYTES = {
    "mariadb": {"narrow": 572, "wide": 1430, "small": 665, "mixed": 400},
    "mysql": {"narrow": 572, "wide": 1430, "small": 740, "mixed": 410},
}
TRANSACTION_ROWS = 10000
MIXED_TABLES = 20
MIXED_TRANSACTION_ROWS = 10
# Data that another version of this file made is removed after that time.
OLD_SECONDS = 2 * 86400


@dataclasses.dataclass(frozen=True)
class DataSet:
    """Binlog files in a folder, and what went into them."""

    kind: str
    server: str  # "mariadb 10.11.19"
    folder: str
    files: tuple  # names, in order
    size: int  # bytes of all files
    images: int  # row images: 1 for an inserted row, 2 for an updated one
    rows: int  # rows changed
    kept_tables: str = ""  # a filter that wants few of the tables; empty: there is one table
    kept_images: int = 0  # row images of those

    @property
    def paths(self):
        return [os.path.join(self.folder, name) for name in self.files]


def data_sets(server_kind, megabytes, say):
    """The data sets of `server_kind` with about `megabytes` in all, made if they are not cached."""
    version = installations.installation(server_kind).version
    with open(__file__, "rb") as file:  # what it generates is part of the cache's key
        digest = hashlib.sha256(file.read()).hexdigest()[:8]
    prefix = f"bench-{server_kind}-{version}-{megabytes}MB-"
    label = prefix + digest

    def find():
        folder = os.path.join(cache.cache_root(), label)
        try:
            with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
                entries = json.load(file)
        except FileNotFoundError:
            return None
        return [DataSet(**{**entry, "files": tuple(entry["files"]),
                           "folder": os.path.join(folder, entry["kind"])}) for entry in entries]

    def build(folder):
        say(f"generating about {megabytes} MB of binlog with {server_kind} {version}, once")
        for old in glob.glob(os.path.join(cache.cache_root(), glob.escape(prefix) + "*")):
            if os.path.isdir(old) and time.time() - os.path.getmtime(old) > OLD_SECONDS:
                shutil.rmtree(old)
        made = generate(server_kind, megabytes, folder)
        with open(os.path.join(folder, "manifest.json"), "w", encoding="utf-8") as file:
            json.dump([dataclasses.asdict(data_set) for data_set in made], file, indent=1)
        return label

    found = find()
    if found is None:
        cache.cached(label, find, build)
        found = find()
    return found


def generate(server_kind, megabytes, folder):
    """Fills folder/KIND for each kind with a server's binlog files."""
    settings = {
        "innodb_buffer_pool_size": "1G",
        "innodb_doublewrite": "OFF",
        "max_binlog_size": "256M",
    }
    made = []
    with servers.Server(server_kind, settings=settings) as server:
        server.sql("CREATE DATABASE bench")
        for kind in KINDS:
            rows = int(megabytes * 1e6 * SHARES[kind] / ROW_BYTES[server_kind][kind])
            server.sql(_without_log(_numbers(max(rows, TRANSACTION_ROWS))), database="bench")
            if kind in ("small", "mixed"):  # their rows are there before the binlog begins
                for table in ["small"] if kind == "small" else _mixed_tables():
                    server.sql(_without_log(_SBTEST.format(table) + _insert(
                        table, 1, TRANSACTION_ROWS)), database="bench")
            server.sql("FLUSH BINARY LOGS")
            first = _binlogs(server)[-1]
            work = {"narrow": _narrow, "wide": _wide, "small": _small, "mixed": _mixed}[kind](rows)
            server.sql(work.sql, database="bench")
            server.sql("FLUSH BINARY LOGS")
            names = [name for name in _binlogs(server) if name >= first][:-1]
            os.mkdir(os.path.join(folder, kind))
            for name in names:
                shutil.copyfile(os.path.join(server.datadir, name),
                                os.path.join(folder, kind, name))
            size = sum(os.path.getsize(os.path.join(folder, kind, name)) for name in names)
            made.append(DataSet(kind, f"{server_kind} {server.version}", "", tuple(names), size,
                                work.images, work.rows, work.kept_tables,
                                work.kept_images))
    return made


def serve(server, data_set):
    """Makes the files of a data set the binlog of a stopped server."""
    for name in os.listdir(server.datadir):
        if name.startswith("binlog."):
            os.remove(os.path.join(server.datadir, name))
    account = os.stat(server.datadir)
    index = os.path.join(server.datadir, "binlog.index")
    for name in data_set.files:
        shutil.copyfile(os.path.join(data_set.folder, name), os.path.join(server.datadir, name))
    with open(index, "w", encoding="ascii") as file:
        file.writelines(f"./{name}\n" for name in data_set.files)
    for name in (*data_set.files, "binlog.index"):
        os.chown(os.path.join(server.datadir, name), account.st_uid, account.st_gid)


@dataclasses.dataclass(frozen=True)
class _Work:
    sql: str
    rows: int
    images: int
    kept_tables: str = ""
    kept_images: int = 0


_SBTEST = """
    CREATE TABLE {} (id int NOT NULL PRIMARY KEY, k int NOT NULL, c char(120) NOT NULL,
                     pad char(60) NOT NULL);
"""


def _binlogs(server):
    return sorted(row[0] for row in server.sql("SHOW BINARY LOGS"))


def _without_log(sql):
    return f"SET sql_log_bin = 0; {sql}"


def _numbers(count):
    """A table of the numbers from 1 to at least `count`, as both servers can make it."""
    sql = "DROP TABLE IF EXISTS numbers; CREATE TABLE numbers (n int NOT NULL PRIMARY KEY);"
    sql += "INSERT INTO numbers VALUES (1);"
    made = 1
    while made < count:
        sql += f"INSERT INTO numbers SELECT n + {made} FROM numbers;"
        made *= 2
    return sql


def _insert(table, first, last):
    return f"""
        INSERT INTO {table}
        SELECT n, n * 7 % 500000, CONCAT(SHA2(n, 256), LEFT(SHA2(n + 1, 256), 55)),
               LEFT(SHA2(n + 2, 256), 59)
        FROM numbers WHERE n BETWEEN {first} AND {last};
    """


def _ranges(rows):
    """1 to `rows` in transactions' worth."""
    for first in range(1, rows + 1, TRANSACTION_ROWS):
        yield first, min(first + TRANSACTION_ROWS - 1, rows)


def _narrow(rows):
    sql = _SBTEST.format("narrow")
    for first, last in _ranges(rows):
        sql += _insert("narrow", first, last)
    for first, last in _ranges(rows):
        sql += f"UPDATE narrow SET k = k + 1 WHERE id BETWEEN {first} AND {last};"
    return _Work(sql, 2 * rows, 3 * rows)


def _small(rows):
    return _Work(f"""
        DELIMITER //
        CREATE PROCEDURE update_rows(IN count int)
        BEGIN
          DECLARE i int DEFAULT 0;
          WHILE i < count DO
            UPDATE small SET k = k + 1 WHERE id = 1 + i * 7919 % {TRANSACTION_ROWS};
            SET i = i + 1;
          END WHILE;
        END //
        DELIMITER ;
        CALL update_rows({rows});
    """, rows, 2 * rows)


def _mixed_tables():
    return [f"mixed_{i:02}" for i in range(1, MIXED_TABLES + 1)]


def _mixed(rows):
    rounds = max(1, rows // MIXED_TRANSACTION_ROWS // MIXED_TABLES)
    updates = "".join(
        f"UPDATE {table} SET k = k + 1 WHERE id BETWEEN lowest AND "
        f"lowest + {MIXED_TRANSACTION_ROWS - 1}; " for table in _mixed_tables())
    rows = rounds * MIXED_TRANSACTION_ROWS * MIXED_TABLES
    return _Work(f"""
        DELIMITER //
        CREATE PROCEDURE update_tables(IN rounds int)
        BEGIN
          DECLARE i int DEFAULT 0;
          DECLARE lowest int;
          WHILE i < rounds DO
            SET lowest = 1 + i * 7919 % {TRANSACTION_ROWS - MIXED_TRANSACTION_ROWS};
            {updates}
            SET i = i + 1;
          END WHILE;
        END //
        DELIMITER ;
        CALL update_tables({rounds});
    """, rows, 2 * rows, r"bench\.mixed_07", 2 * rows // MIXED_TABLES)


# Type and value by the row's number n. Decimals are never 0, times never negative and dates never
# zero, so that every language has them as what they are.
_WIDE_TYPES = (
    ("int", "n * 3"),
    ("tinyint", "n % 100 - 50"),
    ("smallint unsigned", "n % 60000"),
    ("mediumint", "n % 8000000 - 4000000"),
    ("bigint", "n * 1000003"),
    ("bigint unsigned", "18446744073709551615 - n"),
    ("decimal(12,2)", "n + 0.25"),
    ("decimal(30,10)", "n * 12345 + 0.0123456789"),
    ("float", "n % 1000 / 4"),
    ("double", "n * 1.5"),
    ("date", "DATE_ADD('2000-01-01', INTERVAL n % 9000 DAY)"),
    ("datetime", "TIMESTAMPADD(SECOND, n, '2001-01-01')"),
    ("datetime(6)", "TIMESTAMPADD(MICROSECOND, n * 1001, '2002-01-01')"),
    ("timestamp NULL", "FROM_UNIXTIME(1000000000 + n)"),
    ("time", "SEC_TO_TIME(n % 80000)"),
    ("year", "1901 + n % 200"),
    ("char(10)", "CONCAT('code', n % 100000)"),
    ("varchar(40)", "CONCAT('a short text ', n)"),
    ("varchar(255)", "CONCAT('größer als 255 Byte: ', n)"),
    ("text", "REPEAT(SHA2(n, 256), 2)"),
    ("binary(16)", "UNHEX(LEFT(SHA2(n, 256), 32))"),
    ("varbinary(40)", "UNHEX(SHA2(n, 256))"),
    ("blob", "REPEAT(UNHEX(SHA2(n, 256)), 4)"),
    ("enum('red','green','blue')", "1 + n % 3"),
    ("bit(9)", "n % 512"),
)
_WIDE_COLUMNS = 100


def _wide(rows):
    columns = ["id int NOT NULL PRIMARY KEY"]
    values = ["n"]
    for i in range(1, _WIDE_COLUMNS):
        declared, value = _WIDE_TYPES[(i - 1) % len(_WIDE_TYPES)]
        columns.append(f"c{i} {declared}")
        values.append(f"IF((n + {i}) % 5 = 0, NULL, {value})")
    sql = f"CREATE TABLE wide ({', '.join(columns)});"
    for first, last in _ranges(rows):
        sql += (f"INSERT INTO wide SELECT {', '.join(values)} FROM numbers "
                f"WHERE n BETWEEN {first} AND {last};")
    return _Work(sql, rows, rows)
