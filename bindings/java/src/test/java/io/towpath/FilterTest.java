package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The options filter.*: which entries, rows and columns come, and that the rest is passed. */
@Timeout(120)
class FilterTest {
  private static final String ROWS = "insert,update,delete";

  @TempDir Path folder;

  static List<LiveServer.Kind> servers() {
    return LiveServer.kinds();
  }

  private static void write(LiveServer server) throws Exception {
    server.sql(
        "CREATE TABLE items (id INT, part INT, name VARCHAR(20), secret BLOB,"
            + " PRIMARY KEY (part, id))",
        "CREATE TABLE other (id INT PRIMARY KEY, name VARCHAR(20))",
        "INSERT INTO items VALUES (1, 10, 'one', 'x'), (2, 20, NULL, NULL)",
        "BEGIN",
        "UPDATE items SET name='ONE', secret='y' WHERE id=1",
        "INSERT INTO other VALUES (7, 'seven')",
        "DELETE FROM items WHERE id=2",
        "COMMIT",
        "SET SESSION binlog_row_image=MINIMAL",
        "UPDATE items SET secret='z' WHERE id=1",
        "SET SESSION binlog_row_image=FULL",
        "INSERT INTO other VALUES (8, 'eight')");
  }

  /** Everything up to the end, acknowledged, in batches of some entries; closes the stream. */
  private static List<Entry> read(TowpathStream stream) throws Exception {
    List<Entry> found = new ArrayList<>();
    try (stream) {
      for (Batch batch; (batch = stream.next()) != null; ) {
        assertFalse(batch.isEmpty());
        found.addAll(batch.entries());
        batch.ack();
      }
    }
    return found;
  }

  /** What a stream with such options delivers, with a store of its own. */
  private List<Entry> read(LiveServer server, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("source.until", "latest", "store.url", "memory:"));
    return read(server.open(all.toArray(new String[0])));
  }

  private static String kinds(List<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.kind().name().toLowerCase())
        .collect(Collectors.joining(" "));
  }

  /** "update items {id=1, name=one} > {id=1, name=ONE}" */
  private static List<String> rows(List<Entry> entries) {
    List<String> shown = new ArrayList<>();
    for (Entry entry : entries) {
      StringBuilder text = new StringBuilder(entry.kind().name().toLowerCase());
      text.append(' ').append(entry.table().name());
      for (int row = 0; row < entry.rowCount(); row++) {
        text.append(row == 0 ? " " : ", ");
        text.append(entry.hasBefore() ? entry.before(row).toString() : "");
        text.append(entry.hasBefore() && entry.hasAfter() ? " > " : "");
        text.append(entry.hasAfter() ? entry.after(row).toString() : "");
      }
      shown.add(text.toString());
    }
    return shown;
  }

  @ParameterizedTest
  @MethodSource("servers")
  void kindsOfEntries(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      write(server);
      String[][] cases = {
        {"insert", "insert insert insert"},
        {"update", "update update"},
        {"delete", "delete"},
        {"ddl", "ddl ddl"},
        {"statement", ""},
        {"begin,delete,commit", "begin delete commit"},
        {"commit,update", "update commit update commit"},
        {"begin,ddl,commit", "ddl ddl"},
        {
          "begin," + ROWS + ",commit",
          "begin insert commit begin update insert delete commit begin update commit"
              + " begin insert commit"
        },
      };
      for (String[] each : cases) {
        assertEquals(each[1], kinds(read(server, "filter.events", each[0])), each[0]);
      }
      for (String alone : List.of("begin", "commit", "begin,commit,heartbeat")) {
        TowpathException refused =
            assertThrows(
                TowpathException.class, () -> server.open("filter.events", alone));
        assertEquals(Status.INVALID_OPTION, refused.status());
      }
      TowpathStream silent =
          server.open("filter.events", "heartbeat", "source.heartbeat_ms", "100");
      Entry heartbeat = LiveServer.entries(silent, 1).get(0);
      assertEquals(EntryKind.HEARTBEAT, heartbeat.kind());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void tables(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      write(server);
      String[] tables = {
        server.database + "\\.other", server.database.toUpperCase() + "\\\\.O\\\\w{4},x\\..*"
      };
      List<String> other =
          List.of("insert other {id=7, name=seven}", "insert other {id=8, name=eight}");
      for (String list : tables) {
        assertEquals(other, rows(read(server, "filter.events", ROWS, "filter.tables", list)));
      }
      assertEquals(
          other, rows(read(server, "filter.events", ROWS, "filter.exclude", ".*\\.items")));
      assertEquals(List.of(), read(server, "filter.events", ROWS, "filter.tables", "items"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void columns(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      write(server);
      List<Entry> named =
          read(server, "filter.events", ROWS, "filter.columns", ".*\\.items:NAME/id");
      assertEquals(
          List.of(
              "insert items {id=1, name=one}, {id=2, name=null}",
              "update items {id=1, name=one} > {id=1, name=ONE}",
              "insert other {id=7, name=seven}",
              "delete items {id=2, name=null}",
              "update items {id=1} > {}",
              "insert other {id=8, name=eight}"),
          rows(named));
      Table items = named.get(0).table();
      assertEquals(2, named.get(0).after(0).size());
      assertEquals(List.of(), items.primaryKey()); // a column of it is left out
      assertTrue(items.columns().get(0).isKey() && !items.columns().get(1).isKey());
      // Absent is what the server left out of the row; what the filter leaves out is no column.
      RowImage minimal = named.get(4).after(0);
      assertEquals(2, minimal.size());
      assertTrue(minimal.isAbsent("id") && minimal.isAbsent("name"));
      assertThrows(IllegalArgumentException.class, () -> minimal.isAbsent("secret"));

      List<Entry> rest =
          read(server, "filter.events", "insert", "filter.columns.exclude", ".*:secret/name");
      assertEquals(
          List.of(
              "insert items {id=1, part=10}, {id=2, part=20}",
              "insert other {id=7}",
              "insert other {id=8}"),
          rows(rest));
      assertEquals(List.of("part", "id"), rest.get(0).table().primaryKey());

      TowpathException none =
          assertThrows(
              TowpathException.class,
              () -> read(server, "filter.columns.exclude", ".*\\.other:id/name"));
      assertEquals(Status.INVALID_FILTER, none.status());
      assertTrue(none.getMessage().contains("none of its 2 columns"), none.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void streamOfNothingMovesOn(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      write(server);
      TowpathStream nothing =
          server.open(
              "filter.tables", "nothing\\..*", "filter.events", ROWS, "source.until", "latest");
      String begin = nothing.status().gtidSet();
      assertEquals(List.of(), read(nothing));
      TowpathStream all = server.open("filter.events", ROWS);
      assertNotEquals(begin, all.status().gtidSet());
      server.sql("INSERT INTO other VALUES (9, 'nine')");
      assertEquals(
          List.of("insert other {id=9, name=nine}"), rows(LiveServer.entries(all, 1)));
    }
  }
}
