package io.towpath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type: what the stream delivers is what was written. */
class ValuesTest {
  @TempDir Path folder;

  static List<LiveServer.Kind> servers() {
    return LiveServer.kinds();
  }

  /** A column's definition, a literal in SQL, the value as getObject and as getString give it. */
  private static final class Case {
    final String definition;
    final String literal;
    final Object object;
    final String text;

    Case(String definition, String literal, Object object, String text) {
      this.definition = definition;
      this.literal = literal;
      this.object = object;
      this.text = text;
    }
  }

  private static List<Case> cases(LiveServer.Kind kind) {
    List<Case> cases = new ArrayList<>();
    BigInteger max = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    cases.add(new Case("TINYINT", "-128", -128L, "-128"));
    cases.add(new Case("INT UNSIGNED", "4294967295", 4294967295L, "4294967295"));
    cases.add(new Case("BIGINT", "-9223372036854775808", Long.MIN_VALUE, "-9223372036854775808"));
    cases.add(new Case("BIGINT UNSIGNED", max.toString(), max, max.toString()));
    cases.add(new Case("FLOAT", "1.5", 1.5f, "1.5"));
    cases.add(new Case("DOUBLE", "-0.1", -0.1, "-0.1"));
    cases.add(new Case("DECIMAL(10,2)", "-12345678.90", new BigDecimal("-12345678.90"),
        "-12345678.90"));
    cases.add(new Case("YEAR", "1901", 1901, "1901"));
    cases.add(new Case("YEAR", "0", 0, "0000"));
    cases.add(new Case("DATE", "'2024-02-29'", LocalDate.of(2024, 2, 29), "2024-02-29"));
    cases.add(new Case("DATE", "'0000-00-00'", "0000-00-00", "0000-00-00"));
    cases.add(new Case("DATE", "'2024-00-00'", "2024-00-00", "2024-00-00"));
    cases.add(new Case("TIME", "'-838:59:59'",
        Duration.ofHours(838).plusMinutes(59).plusSeconds(59).negated(), "-838:59:59"));
    cases.add(new Case("TIME(6)", "'12:34:56.000001'",
        Duration.ofHours(12).plusMinutes(34).plusSeconds(56).plusNanos(1000), "12:34:56.000001"));
    cases.add(new Case("DATETIME(3)", "'1000-01-01 23:59:58.125'",
        LocalDateTime.of(1000, 1, 1, 23, 59, 58, 125_000_000), "1000-01-01 23:59:58.125"));
    cases.add(new Case("DATETIME(3)", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00.000",
        "0000-00-00 00:00:00.000"));
    cases.add(new Case("TIMESTAMP(6) NULL", "'2038-01-19 03:14:07.999999'",
        Instant.parse("2038-01-19T03:14:07.999999Z"), "2038-01-19 03:14:07.999999"));
    cases.add(new Case("TIMESTAMP NULL", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00",
        "0000-00-00 00:00:00"));
    cases.add(new Case("CHAR(10) CHARACTER SET latin1", "'Grüße'", "Grüße", "Grüße"));
    cases.add(new Case("VARCHAR(20)", "'𝕬 🎈'", "𝕬 🎈", "𝕬 🎈"));
    cases.add(new Case("VARCHAR(20)", "''", "", ""));
    cases.add(new Case("VARCHAR(20)", "'a\\0b'", "a\0b", "a\0b"));
    cases.add(new Case("TEXT", "REPEAT('long ', 5000)", "long ".repeat(5000),
        "long ".repeat(5000)));
    cases.add(new Case("BINARY(4)", "0x6100", new byte[] {0x61, 0, 0, 0}, null));
    cases.add(new Case("BLOB", "0x00ff00", new byte[] {0, -1, 0}, null));
    cases.add(new Case("ENUM('red','grün')", "'grün'", "grün", "grün"));
    cases.add(new Case("SET('a','b','ç')", "'a,ç'", Set.of("a", "ç"), "a,ç"));
    cases.add(new Case("SET('a','b','ç')", "''", Set.of(), ""));
    cases.add(new Case("BIT(64)", max.toString(), max, max.toString()));
    cases.add(new Case("INT", "NULL", null, null));
    cases.add(new Case("VARCHAR(5)", "NULL", null, null));
    cases.add(new Case("BLOB", "NULL", null, null));
    if (kind == LiveServer.Kind.MARIADB) {
      String uuid = "123e4567-e89b-12d3-a456-426655440000";
      cases.add(new Case("UUID", "'" + uuid + "'", uuid, uuid));
      cases.add(new Case("INET6", "'2001:db8::1'", "2001:db8::1", "2001:db8::1"));
    } else {
      cases.add(new Case("JSON", "'{\"a\": [1, null]}'", "{\"a\": [1, null]}",
          "{\"a\": [1, null]}"));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("servers")
  void oneOfEach(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      List<Case> cases = cases(kind);
      StringBuilder columns = new StringBuilder();
      StringBuilder literals = new StringBuilder();
      for (int i = 0; i < cases.size(); i++) {
        columns.append(i == 0 ? "" : ", ").append("c" + i + " " + cases.get(i).definition);
        literals.append(i == 0 ? "" : ", ").append(cases.get(i).literal);
      }
      TowpathStream stream = server.open("filter.events", "insert");
      server.sql(
          "CREATE TABLE t (" + columns + ")", "INSERT INTO t VALUES (" + literals + ")");
      Entry insert = LiveServer.entries(stream, 1).get(0);
      RowImage row = insert.after(0);
      assertEquals(cases.size(), row.size());
      for (int i = 0; i < cases.size(); i++) {
        Case expected = cases.get(i);
        String what = expected.definition + " " + expected.literal;
        if (expected.object instanceof byte[]) {
          assertArrayEquals((byte[]) expected.object, row.getBytes(i), what);
          assertArrayEquals((byte[]) expected.object, (byte[]) row.getObject(i), what);
          int column = i;
          assertThrows(IllegalStateException.class, () -> row.getString(column), what);
        } else {
          assertEquals(expected.object, row.getObject(i), what);
          assertEquals(expected.text, row.getString(i), what);
        }
        assertEquals(expected.object == null, row.isNull(i), what);
        assertFalse(row.isAbsent(i), what);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void typedGetters(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open("filter.events", "insert");
      server.sql(
          "CREATE TABLE t (i INT, u BIGINT UNSIGNED, d DECIMAL(5,1), f DOUBLE, s VARCHAR(9),"
              + " dt DATETIME, da DATE, ts TIMESTAMP NULL, tm TIME, n INT)",
          "INSERT INTO t VALUES (-7, 18446744073709551615, 1.5, 2.5, 'é',"
              + " '2024-01-02 03:04:05', '0000-00-00', '2024-01-02 03:04:05', '01:00:00', NULL)");
      RowImage row = LiveServer.entries(stream, 1).get(0).after(0);
      assertEquals(-7, row.getLong("i"));
      assertEquals(-7.0, row.getDouble("i"));
      assertEquals(new BigDecimal(-7), row.getBigDecimal("i"));
      assertEquals(-1L, row.getLong("u"));
      assertEquals(1.8446744073709552e19, row.getDouble("u"));
      assertEquals(1.5, row.getDouble("d"));
      assertEquals(2.5, row.getDouble("f"));
      LocalDateTime when = LocalDateTime.of(2024, 1, 2, 3, 4, 5);
      assertEquals(when, row.getLocalDateTime("dt"));
      assertEquals(when, row.getLocalDateTime("ts"));
      assertEquals(Instant.parse("2024-01-02T03:04:05Z"), row.getInstant("ts"));
      assertThrows(DateTimeException.class, () -> row.getLocalDate("da"));
      assertThrows(IllegalStateException.class, () -> row.getInstant("dt"));
      assertEquals(Duration.ofHours(1), row.getDuration("tm"));
      assertNull(row.getBigDecimal("n"));
      assertNull(row.getDuration("n"));
      assertNull(row.getBuffer("n"));
      assertThrows(IllegalStateException.class, () -> row.getLong("n"));
      ByteBuffer view = row.getBuffer("s");
      assertTrue(view.isDirect() && view.isReadOnly());
      assertEquals("é", StandardCharsets.UTF_8.decode(view).toString());
      assertEquals(ValueKind.UINT, row.kind("u"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void absentColumns(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open("filter.events", "update");
      server.sql(
          "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), c INT)",
          "SET SESSION binlog_row_image=MINIMAL",
          "INSERT INTO t VALUES (1, 'a', 2)",
          "UPDATE t SET a=NULL");
      Entry update = LiveServer.entries(stream, 1).get(0);
      assertTrue(update.before(0).isAbsent(1) && !update.before(0).isNull(1));
      assertEquals(ValueKind.ABSENT, update.after(0).getObject("c"));
      assertTrue(update.after(0).isNull(1) && !update.after(0).isAbsent(1));
      assertEquals("{id=1}", update.before(0).toString());
      assertEquals("{a=null}", update.after(0).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void jsonDifferences(LiveServer.Kind kind) throws Exception {
    assumeTrue(kind == LiveServer.Kind.MYSQL, "only MySQL logs differences of JSON");
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open("filter.events", "update");
      server.sql(
          "CREATE TABLE t (id INT PRIMARY KEY, j JSON)",
          "INSERT INTO t VALUES (1, '{\"k\": [1, 2]}')",
          "SET SESSION binlog_row_value_options='PARTIAL_JSON'",
          "UPDATE t SET j=JSON_SET(j, '$.k[0]', 'ü')",
          "SET SESSION binlog_row_image=MINIMAL",
          "UPDATE t SET j=JSON_REMOVE(j, '$.k[1]')");
      List<Entry> updates = LiveServer.entries(stream, 2);
      assertEquals("{\"k\": [1, 2]}", updates.get(0).before(0).getObject("j"));
      assertEquals("{\"k\": [\"ü\", 2]}", updates.get(0).after(0).getObject("j"));
      RowImage after = updates.get(1).after(0);
      String diff = "[{\"op\":\"remove\",\"path\":\"$.k[1]\"}]";
      assertTrue(updates.get(1).before(0).isAbsent(1));
      assertEquals(ValueKind.JSON_DIFF, after.kind("j"));
      assertEquals(new JsonDiff(diff), after.getObject("j"));
      assertEquals(diff, ((JsonDiff) after.getObject("j")).toJson());
      assertEquals(diff, after.getString("j"));
      assertEquals(
          diff, StandardCharsets.UTF_8.decode(after.getBuffer(1)).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void manyRows(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open("filter.events", "insert,update");
      server.sql(
          "CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(600), u VARCHAR(10))",
          "INSERT INTO t SELECT @n := @n + 1, REPEAT('v', 500), 'é' FROM"
              + " (SELECT 0 UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4"
              + "  UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) a,"
              + " (SELECT 0 UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4"
              + "  UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) b,"
              + " (SELECT 0 UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4"
              + "  UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) c,"
              + " (SELECT @n := 0) d",
          "UPDATE t SET u = 'ü'");
      long expected = 1;
      int inserted = 0;
      int updated = 0;
      while (updated < 1000) {
        try (Batch batch = stream.get(1000, Duration.ofSeconds(30))) {
          assertFalse(batch.isEmpty());
          for (Entry entry : batch.entries()) {
            for (int row = 0; row < entry.rowCount(); row++) {
              if (entry.kind() == EntryKind.INSERT) {
                assertEquals(expected++, entry.after(row).getLong(0));
                inserted++;
              } else {
                assertEquals(entry.before(row).getLong(0), entry.after(row).getLong(0));
                assertEquals("é", entry.before(row).getString(2));
                assertEquals("ü", entry.after(row).getString(2));
                updated++;
              }
              assertEquals(500, entry.after(row).getString(1).length());
            }
          }
        }
      }
      assertEquals(1000, inserted);
    }
  }
}
