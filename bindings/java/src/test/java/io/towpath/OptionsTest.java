package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs no server: options, positions, refusals of open. */
class OptionsTest {
  @Test
  void table() {
    List<Option> options = Towpath.options();
    Option ack =
        options.stream().filter(o -> o.key().equals("ack.durability")).findFirst().orElseThrow();
    assertEquals(List.of("sync", "interval"), ack.choices());
    assertEquals("sync", ack.defaultValue());
    assertEquals(Option.Type.CHOICE, ack.type());
    assertFalse(ack.doc().isEmpty());
    assertTrue(options.stream().anyMatch(o -> o.key().equals("source.url") && o.isSecret()));
  }

  @ParameterizedTest
  @CsvSource({
    "ack.durabilty, sync, UNKNOWN_OPTION, ack.durability",
    "ack.durability, eventually, INVALID_OPTION, eventually",
    "source.server_id, -1, INVALID_OPTION, server_id",
    "stream.name, or/ders, INVALID_NAME, or/ders",
    "filter.tables, a(, INVALID_FILTER, a(",
    "source.start, soon, INVALID_POSITION, soon",
    "source.url, ftp://host/, INVALID_OPTION, ftp",
    "source.url, file:///no/such/binlog.000001, NOT_FOUND, binlog.000001",
    "log.level, warning, CONNECTION, 127.0.0.1",
  })
  void refusals(String key, String value, Status status, String part) {
    Properties properties = new Properties();
    properties.setProperty("source.url", "mysql://nobody:hush@127.0.0.1:1/");
    properties.setProperty("stream.name", "s");
    properties.setProperty("store.url", "memory:");
    properties.setProperty("source.connect_timeout_ms", "1000");
    properties.setProperty(key, value);
    TowpathException e =
        assertThrows(TowpathException.class, () -> Towpath.open(properties).close());
    assertEquals(status, e.status(), e.getMessage());
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertFalse(e.getMessage().contains("hush"), e.getMessage());
  }

  @Test
  void positions() throws Exception {
    Position a = Position.parse("binlog.000099:4294967296:3@120");
    assertEquals("binlog.000099", a.file());
    assertEquals(4294967296L, a.offset());
    assertEquals(3, a.ordinal());
    assertEquals(120, a.transactionOffset());
    assertEquals("binlog.000099:4294967296:3", a.toString());
    assertEquals("binlog.000099:4294967296:3@120", a.resume());
    Position b = Position.parse("binlog.000100:4");
    assertTrue(a.compareTo(b) < 0 && b.compareTo(a) > 0 && a.compareTo(a) == 0);
    assertEquals(b, Position.parse("binlog.000100:4:0"));
    assertEquals(b.hashCode(), Position.parse("binlog.000100:4:0").hashCode());
    assertNotEquals(a, b);
    TowpathException e = assertThrows(TowpathException.class, () -> Position.parse("here"));
    assertEquals(Status.INVALID_POSITION, e.status());
  }
}
