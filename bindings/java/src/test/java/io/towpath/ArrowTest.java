package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrow Java reads what a batch exports. */
@Timeout(120)
class ArrowTest {
  @TempDir Path folder;

  static List<LiveServer.Kind> servers() {
    return LiveServer.kinds();
  }

  /** The values of some columns, row by row; of a batch without the table: null. */
  private static List<String> read(Batch batch, String table, boolean before, String... columns)
      throws Exception {
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      if (!batch.exportArrow(table, before, stream.memoryAddress())) {
        return null;
      }
      List<String> rows = new ArrayList<>();
      try (ArrowReader reader = Data.importArrayStream(allocator, stream)) {
        VectorSchemaRoot root = reader.getVectorSchemaRoot();
        while (reader.loadNextBatch()) {
          for (int row = 0; row < root.getRowCount(); row++) {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
              values.add(String.valueOf(root.getVector(column).getObject(row)));
            }
            rows.add(String.join(" ", values));
          }
        }
      }
      return rows;
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void rowsOfOneTable(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      List<String> rows = new ArrayList<>();
      try (TowpathStream stream = server.open("filter.events", "insert,update,delete")) {
        server.sql(
            "CREATE TABLE items (id INT PRIMARY KEY, name VARCHAR(20), price DECIMAL(10,2),"
                + " day DATE)",
            "CREATE TABLE other (id INT)",
            "INSERT INTO items VALUES (1, 'Grüße', 9.90, '2024-02-29'), (2, NULL, NULL, NULL)",
            "UPDATE items SET name='new' WHERE id=1",
            "INSERT INTO other VALUES (7)",
            "DELETE FROM items WHERE id=2");
        String table = server.database + ".items";
        while (rows.size() < 4) {
          Batch batch = stream.next();
          List<String> found =
              read(batch, table, true, "id", "name", "price", "day", "_row", "_before.name");
          if (found != null) {
            rows.addAll(found);
          }
          assertNull(read(batch, server.database + ".none", false));
          batch.close();
          assertThrows(
              IllegalStateException.class, () -> batch.exportArrow(table, false, 0));
        }
      }
      assertEquals(
          List.of(
              "1 Grüße 9.90 19782 0 null",
              "2 null null null 1 null",
              "1 new 9.90 19782 0 Grüße",
              "2 null null null 0 null"),
          rows);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void severalTablesAreRefused(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder);
        TowpathStream stream =
            server.open("filter.events", "insert,update,delete", "batch.whole_transactions", "true");
        BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream out = ArrowArrayStream.allocateNew(allocator)) {
      server.sql(
          "CREATE TABLE a (id INT)",
          "CREATE TABLE b (id INT)",
          "BEGIN",
          "INSERT INTO a VALUES (1)",
          "INSERT INTO b VALUES (2)",
          "COMMIT");
      Batch batch = stream.next();
      TowpathException refused =
          assertThrows(
              TowpathException.class, () -> batch.exportArrow("", false, out.memoryAddress()));
      assertEquals(Status.INVALID_ARGUMENT, refused.status());
      assertTrue(refused.getMessage().contains("several tables"), refused.getMessage());
      assertEquals(List.of("2"), read(batch, server.database + ".b", false, "id"));
    }
  }
}
