#!/usr/bin/env python3
"""Binlogs that servers have just written, as their own tools and the towpath command read them.

Every column type goes through inserts, updates and deletes, with every kind of row image and every
compression that the server has, beside transactions of each form and DDL. The servers are those
that tests/harness/servers.py has started.
"""

import os
import subprocess
import sys
import unittest

from vendor_tools import TIMEOUT, UNKNOWN, Comparing, Decoded, report_of

# Values of each type, as SQL; a row goes through them in turn.
TYPES = {
    "TINYINT": ("-128", "127", "0"),
    "SMALLINT UNSIGNED": ("65535", "0", "32768"),
    "MEDIUMINT": ("-8388608", "8388607"),
    "INT UNSIGNED": ("4294967295", "2147483648"),
    "BIGINT": ("-9223372036854775808", "9223372036854775807"),
    "BIGINT UNSIGNED": ("18446744073709551615", "9223372036854775808"),
    "DECIMAL(65,30)": ("-99999999999999999999999999999999999.999999999999999999999999999999",
                       "0.000000000000000000000000000001", "0"),
    "DECIMAL(10,0)": ("-1", "9999999999"),
    "FLOAT": ("-1.5", "3.40282e38", "1.17549e-38"),
    "DOUBLE": ("-2.2250738585072014e-308", "1.7976931348623157e308", "0.1"),
    "BIT(1)": ("b'1'", "b'0'"),
    "BIT(64)": ("b'1'", "18446744073709551615"),
    "YEAR": ("1901", "2155", "0"),
    "DATE": ("'0000-00-00'", "'9999-12-31'", "'2024-02-29'"),
    "TIME(6)": ("'-838:59:58.999999'", "'838:59:59'", "'00:00:00.000001'"),
    "TIME": ("'-00:00:01'", "'12:34:56'"),
    "DATETIME(3)": ("'0000-00-00 00:00:00'", "'9999-12-31 23:59:59.999'"),
    "TIMESTAMP(6) NULL": ("'1970-01-01 00:00:01.000001'", "'2038-01-19 03:14:07'"),
    "CHAR(10) CHARACTER SET latin1": ("_latin1 X'e9e8'", "''"),
    "VARCHAR(300) CHARACTER SET utf8mb4": ("REPEAT(_utf8mb4 X'f09f9982', 300)", "'a\\'b\\\\c'"),
    "BINARY(8)": ("X'00ff00'", "X'0102030405060708'"),
    "VARBINARY(300)": ("X'00ff'", "REPEAT(X'f0', 256)"),
    "TEXT CHARACTER SET utf8mb4": ("'text'", "REPEAT('long ', 5000)"),
    "MEDIUMBLOB": ("X'00'", "REPEAT(X'ff00', 40000)"),
    "ENUM('a','b','c')": ("'a'", "'c'"),
    "SET('a','b','c')": ("'a,c'", "''", "'b'"),
}
JSON_VALUES = ("""'{"a": [1, 2.5, "x", null, true], "b": {"c": 18446744073709551615}}'""",
               """'[]'""", "'null'", """'{"long": "é"}'""")
TYPES_OF_MYSQL = {
    "JSON": JSON_VALUES,
    "VECTOR(3)": ("STRING_TO_VECTOR('[1,2.5,-3]')", "STRING_TO_VECTOR('[0,0,0]')"),
}
TYPES_OF_MARIADB = {
    "JSON": JSON_VALUES[:2],
    "UUID": ("'6ccd780c-baba-1026-9564-5b8c656024db'", "'00000000-0000-0000-0000-000000000000'"),
    "INET6": ("'2001:db8::ff00:42:8329'", "'::'"),
    "VARCHAR(1000) COMPRESSED": ("REPEAT('z', 900)", "'z'"),
}

TRANSACTIONS = """
CREATE TABLE forms (id INT PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB;
CREATE TABLE plain (id INT PRIMARY KEY) ENGINE=MyISAM;
START TRANSACTION; INSERT INTO forms VALUES (1, 'a'), (2, 'b'), (3, 'c'); SAVEPOINT s;
UPDATE forms SET v = 'undone'; ROLLBACK TO s; DELETE FROM forms WHERE id = 2; COMMIT;
START TRANSACTION; INSERT INTO forms VALUES (9, 'gone'); ROLLBACK;
START TRANSACTION; UPDATE forms SET id = id + 10, v = NULL; COMMIT; INSERT INTO plain VALUES (1);
XA START 'x', 'y', 3; INSERT INTO forms VALUES (4, 'xa'); XA END 'x', 'y', 3;
XA PREPARE 'x', 'y', 3; XA COMMIT 'x', 'y', 3;
ALTER TABLE forms ADD w INT, DROP v; INSERT INTO forms VALUES (5, 6);
CREATE TABLE copied AS SELECT * FROM forms; TRUNCATE TABLE copied; DROP TABLE copied, plain;
"""


class Live(Comparing):
    """The tests, for one server; subclasses below say which."""

    server = None
    types = TYPES
    settings = ()  # of a session, beside the row image; one run each

    def variable(self, name):
        return os.environ[f"TOWPATH_TEST_{self.server}_{name}"]

    def sql(self, text):
        done = subprocess.run([self.variable("CLIENT"), "-N", "--default-character-set=utf8mb4"],
                              input=text.encode(), capture_output=True, timeout=TIMEOUT,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def changes(self):
        """Statements that send every value through an insert, an update and a delete."""
        for number, (column, values) in enumerate(self.types.items()):
            table = f"t{number}"
            yield f"CREATE TABLE {table} (id INT PRIMARY KEY, v {column}, w TEXT, u INT)"
            rows = ", ".join(f"({i}, {value}, 'w', {i})" for i, value in enumerate(values))
            yield f"INSERT INTO {table} VALUES {rows}, (100, NULL, NULL, NULL)"
            for value in values:
                yield f"UPDATE {table} SET v = {value}"
            if column == "JSON":
                yield f"UPDATE {table} SET v = JSON_SET(v, '$.a', 7, '$.new', 'x')"
            yield f"DELETE FROM {table}"

    def test_own_tool(self):
        self.sql("FLUSH BINARY LOGS")
        files = [self.sql("SHOW BINARY LOGS").splitlines()[-1].split("\t")[0]]
        for setting in self.settings:
            for image in ("FULL", "MINIMAL", "NOBLOB"):
                self.sql("DROP DATABASE IF EXISTS vendor; CREATE DATABASE vendor; USE vendor;"
                         "SET time_zone = '+00:00', sql_mode = 'ALLOW_INVALID_DATES';"
                         f"SET SESSION binlog_row_image = {image}; {setting};"
                         + ";\n".join(self.changes()) + ";" + TRANSACTIONS)
                self.sql("FLUSH BINARY LOGS")
                files.append(self.sql("SHOW BINARY LOGS").splitlines()[-1].split("\t")[0])
        for name in files[:-1]:  # the last is in use
            path = os.path.join(self.variable("DATADIR"), name)
            decoded = Decoded(path)
            with self.subTest(name):
                self.assertEqual(decoded.code, 0, decoded.error)
                report = report_of([self.variable("MYSQLBINLOG")], path)
                self.assertIsNotNone(report, "the server's own tool refuses its file")
                self.compare(report, decoded, name)
        print(f"{self.server}: {len(files) - 1} files, {self.values['transactions']} transactions, "
              f"{self.values['rows']} rows; {self.values[True]} values are the same, "
              f"{self.values[UNKNOWN]} not comparable", file=sys.stderr)
        runs = len(self.settings) * 3
        rows = sum(len(values) + 1 for values in self.types.values())
        self.assertGreater(self.values["rows"], runs * rows * 3)
        self.assertGreater(self.values[True], 5 * self.values[UNKNOWN])


class MariaDb(Live, unittest.TestCase):
    server = "MARIADB"
    types = TYPES | TYPES_OF_MARIADB
    settings = ("SET GLOBAL log_bin_compress = OFF",
                "SET GLOBAL log_bin_compress = ON, log_bin_compress_min_len = 10")

    def tearDown(self):
        self.sql("SET GLOBAL log_bin_compress = DEFAULT, log_bin_compress_min_len = DEFAULT")


class MySql(Live, unittest.TestCase):
    server = "MYSQL"
    types = TYPES | TYPES_OF_MYSQL
    settings = ("DO 0", "SET SESSION binlog_transaction_compression = ON",
                "SET SESSION binlog_row_value_options = PARTIAL_JSON")


if __name__ == "__main__":
    unittest.main()
