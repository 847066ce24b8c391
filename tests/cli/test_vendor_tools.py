#!/usr/bin/env python3
"""Binlog files of many servers, as the vendors' own tools and the towpath command read them.

Each file goes through mysqlbinlog of MySQL, mariadb-binlog of the distribution and of MariaDB 11.8,
and towpath decode. A tool that refuses a file has no say about it. What the tools print must agree
with towpath: transactions, rows events, and rows, in order, by table and kind, and every value
whose text the tool makes comparable. The events that they count, by type, must be those of the
files' manifest, against which the unit tests hold the decoder's own counters.

The files are other projects' and no part of this one: TOWPATH_FIXTURES names their folder. Without
it the test is skipped, and says so; test_vendor_tools_live.py does the same with files that servers
have just written.
"""

import collections
import os
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "harness"))

from throwaway.installations import installation  # noqa: E402

from vendor_tools import SAME, UNKNOWN, Comparing, Decoded, report_of  # noqa: E402

# Files that towpath stops in, by right: its status, and why the tools go on.
ENDS_EARLY = {
    "binlog_truncated_event.000001": "TRUNCATED",
    "bug40482-bin.000001": "POSITION_LOST",  # an incident
    "bug47142_master-bin.000001": "UNSUPPORTED",  # before 5.0
    "mariadb-10.11.19-test-data/master-bin.000001": "UNSUPPORTED",  # before 5.0
    "mariadb-10.11.19-test-data/bug32407.001": "UNSUPPORTED",  # a trial version's rows
    "ver_5_1-telco.001": "UNSUPPORTED",
    "ver_5_1_17.001": "UNSUPPORTED",
    "ver_5_1-wl2325_r.001": "UNSUPPORTED",
    "corrupt-relay-bin.000624": "CORRUPTED",
    "mdev-4645-binlog_group_id.binlog": "UNSUPPORTED",  # headers of another length
    "invalid_row_v2_tag.001": "CORRUPTED",
    "mdev-39404-binlog.000001": "CORRUPTED",  # checksums, which the tools verify only when asked to
    "duplicate_xid_xa_prepare.000001": "CORRUPTED",
    "malformed_xid_xa_rollback.000001": "CORRUPTED",
    "binlog_no_fd_event.000001": "CORRUPTED",
    "orphan_begin_start.000001": "CORRUPTED",  # a transaction without an end
    "orphan_xa_commit.000001": "CORRUPTED",
    "rpl_nogtid_encryption_master-bin.000002": "ENCRYPTED",
}


def fixture_folder():
    folder = os.environ.get("TOWPATH_FIXTURES", os.path.join(ROOT, "..", "shared", "fixtures"))
    return folder if os.path.isfile(os.path.join(folder, "MANIFEST.md")) else None


def manifest(folder):
    """The files of the folder: path, and the census of events, those inside payloads included."""
    with open(os.path.join(folder, "MANIFEST.md"), encoding="utf-8") as file:
        for line in file:
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) < 9 or not os.path.isfile(os.path.join(folder, cells[1].strip("`"))):
                continue
            census = collections.Counter()
            for word in cells[7].split():
                name, count = word.rsplit(":", 1)
                census[name.replace("in:", "")] += int(count)
            yield cells[1].strip("`"), census


FOLDER = fixture_folder()


@unittest.skipIf(FOLDER is None, "no binlog files of other projects here: TOWPATH_FIXTURES")
class VendorTools(Comparing, unittest.TestCase):

    def test_each_file(self):
        compared = collections.Counter()
        tools = {kind: installation(kind) for kind in ("mysql", "mariadb", "mariadb118")}
        for path, census in manifest(FOLDER):
            full = os.path.join(FOLDER, path)
            decoded = Decoded(full)
            early = ENDS_EARLY.get(path, ENDS_EARLY.get(os.path.basename(path)))
            with self.subTest(path):
                self.assertEqual(decoded.code != 0, bool(early), decoded.error)
                if early:
                    self.assertIn(early + ":", decoded.error)
            expected = collections.Counter()
            for name, count in census.items():
                expected[SAME.get(name, name)] += count
            readers = 0
            for kind, tool in tools.items():
                report = report_of(tool.mysqlbinlog_argv, full, tool.environment)
                if report is None:
                    continue
                readers += 1
                compared[kind] += 1
                with self.subTest(path, tool=kind):
                    for name in report.events:
                        self.assertEqual(report.events[name], expected[name], name)
                    self.compare(report, decoded, path, ends_early=bool(early))
            compared["no tool" if readers == 0 else "files"] += 1
        print(f"{compared['files']} files compared, with MySQL's tool {compared['mysql']} times, "
              f"with MariaDB's {compared['mariadb']} times, with that of MariaDB 11.8 "
              f"{compared['mariadb118']} times; {compared['no tool']} files no tool reads; "
              f"{self.values['rows']} rows and {self.values[True]} values are the same, "
              f"{self.values[UNKNOWN]} not comparable; {self.values['transactions']} transactions",
              file=sys.stderr)
        self.assertGreater(compared["files"], 60)
        self.assertGreater(self.values[True], 100 * self.values[UNKNOWN])


if __name__ == "__main__":
    unittest.main()
