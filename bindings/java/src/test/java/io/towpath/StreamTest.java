package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream contract from Java, against real servers. */
@Timeout(120)
class StreamTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final String ORDERS =
      "CREATE TABLE orders (id INT PRIMARY KEY, note VARCHAR(40), price DECIMAL(8,2))";

  @TempDir Path folder;

  static List<LiveServer.Kind> servers() {
    return LiveServer.kinds();
  }

  private static Status status(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(TowpathException.class, call).status();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void transaction(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open();
      server.sql(
          ORDERS,
          "BEGIN",
          "INSERT INTO orders VALUES (1, 'a', 9.90), (2, NULL, NULL)",
          "UPDATE orders SET note='b' WHERE id=1",
          "DELETE FROM orders WHERE id=2",
          "COMMIT");
      List<Entry> entries = LiveServer.entries(stream, 6);
      Entry ddl = entries.get(0);
      assertEquals(EntryKind.DDL, ddl.kind());
      assertTrue(ddl.sql().startsWith("CREATE TABLE orders"), ddl.sql());
      assertEquals(server.database, ddl.database());
      assertNull(ddl.table());
      assertEquals(DdlKind.CREATE_TABLE, ddl.ddlKind());
      assertEquals(server.database + ".orders", ddl.statementTables().get(0).toString());
      assertEquals(1, ddl.statementTables().size());
      assertTrue(ddl.isSqlValid());
      assertEquals(ddl.sql(), new String(ddl.sqlBytes(), StandardCharsets.UTF_8));
      assertEquals(EntryKind.BEGIN, entries.get(1).kind());
      assertEquals(EntryKind.COMMIT, entries.get(5).kind());

      Entry insert = entries.get(2);
      assertEquals(EntryKind.INSERT, insert.kind());
      assertEquals(DdlKind.OTHER, insert.ddlKind());
      assertEquals(List.of(), insert.statementTables());
      assertEquals(server.database + ".orders", insert.table().toString());
      assertEquals(List.of("id"), insert.table().primaryKey());
      assertEquals(ColumnType.DECIMAL, insert.table().columns().get(2).type());
      assertEquals(8, insert.table().columns().get(2).precision());
      assertEquals(2, insert.rowCount());
      RowImage row = insert.after(0);
      assertEquals(1, row.getLong("id"));
      assertEquals("a", row.getString("note"));
      assertEquals(new BigDecimal("9.90"), row.getBigDecimal("price"));
      assertTrue(insert.after(1).isNull(1) && !insert.after(1).isAbsent(1));
      assertNull(insert.after(1).getString("note"));
      assertThrows(IllegalStateException.class, () -> insert.before(0));
      assertThrows(IndexOutOfBoundsException.class, () -> insert.after(2));
      assertThrows(IndexOutOfBoundsException.class, () -> row.getLong(3));
      assertThrows(IllegalStateException.class, () -> row.getLong("note"));
      assertThrows(IllegalArgumentException.class, () -> row.getLong("nothing"));
      assertFalse(insert.isDuplicate());
      assertFalse(insert.gtid().isEmpty());
      assertEquals(insert.gtid(), entries.get(5).gtid());
      assertTrue(insert.position().compareTo(entries.get(3).position()) < 0);
      assertTrue(
          Math.abs(System.currentTimeMillis() - insert.timestamp().toEpochMilli()) < 600_000);

      Entry update = entries.get(3);
      assertEquals("a", update.before(0).getString("note"));
      assertEquals("b", update.after(0).getString("note"));
      assertEquals(1, update.after(0).getLong("id"));
      Entry delete = entries.get(4);
      assertEquals(2L, delete.before(0).toMap().get("id"));
      assertThrows(IllegalStateException.class, () -> delete.after(0));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void acksAndRollback(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open("filter.events", "insert");
      server.sql(ORDERS);
      for (int i = 0; i < 4; i++) {
        server.sql("INSERT INTO orders VALUES (" + i + ", 'x', 1)");
      }
      Batch first = stream.getWithoutAck(1, WAIT);
      Batch second = stream.getWithoutAck(1, WAIT);
      assertTrue(second.mark() > first.mark() && first.mark() >= 1);
      TowpathException order = assertThrows(TowpathException.class, second::ack);
      assertEquals(Status.OUT_OF_ORDER, order.status());
      assertTrue(order.getMessage().contains("" + first.mark()), order.getMessage());
      assertEquals(Status.UNKNOWN_MARK, status(() -> stream.ack(second.mark() + 7)));
      assertEquals(second.toJson(), stream.getOutstanding(second.mark()).toJson());
      assertEquals(second.toJson().strip(), second.entries().get(0).toJson());
      assertEquals(2, stream.status().outstanding());
      assertEquals(first.mark(), stream.status().oldestMark());
      first.ack();
      assertEquals(Status.UNKNOWN_MARK, status(first::ack));
      stream.rollback();
      assertEquals(Status.UNKNOWN_MARK, status(second::ack));
      Batch third = stream.getWithoutAck(1, WAIT);
      assertTrue(third.mark() > second.mark());
      assertEquals(
          second.entries().get(0).position(), third.entries().get(0).position());
      Batch fourth = stream.getWithoutAck(1, WAIT);
      stream.rollback(fourth.mark());
      assertEquals(1, stream.status().outstanding());
      Batch fifth = stream.getWithoutAck(1, WAIT);
      stream.ackThrough(fifth.mark());
      StreamStatus status = stream.status();
      assertEquals(0, status.outstanding());
      assertEquals(-1, status.oldestMark());
      assertEquals(StreamStatus.State.RUNNING, status.state());
      assertEquals(Status.OK, status.error());
      assertEquals(fifth.entries().get(0).position(), status.ackPosition());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void reopeningResumes(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open("filter.events", "insert");
      assertEquals(
          Status.BUSY, status(() -> server.open("filter.events", "insert")));
      server.sql(ORDERS, "INSERT INTO orders VALUES (1, 'a', 1)");
      server.sql("INSERT INTO orders VALUES (2, 'b', 2)");
      Batch first = stream.get(1, WAIT);
      Batch unacked = stream.getWithoutAck(1, WAIT);
      stream.markProcessed(unacked.entries().get(0).position());
      stream.close();
      stream.close();
      assertEquals(Status.CLOSED, status(() -> stream.get(1, Duration.ZERO)));
      assertEquals(1, first.entries().get(0).after(0).getLong("id")); // outlives the stream

      TowpathStream again = server.open("filter.events", "insert");
      Batch batch = again.getWithoutAck(1, WAIT);
      assertTrue(batch.mark() > unacked.mark());
      Entry entry = batch.entries().get(0);
      assertEquals(unacked.entries().get(0).position(), entry.position());
      assertTrue(entry.isDuplicate());
      assertEquals(entry.position(), again.status().processed());
      batch.close();
      batch.close();
      assertEquals(2, entry.after(0).getLong("id")); // entries outlive the batch
      assertThrows(IllegalStateException.class, entry::toJson);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void waiting(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      TowpathStream stream = server.open();
      long before = System.nanoTime();
      try (Batch empty = stream.getWithoutAck(1, Duration.ofMillis(250))) {
        assertTrue(System.nanoTime() - before >= 250_000_000);
        assertTrue(empty.isEmpty() && empty.mark() == -1 && empty.entries().isEmpty());
        empty.ack();
      }
      assertTrue(stream.getWithoutAck(1, Duration.ZERO).isEmpty());
      assertEquals(Status.INVALID_ARGUMENT, status(() -> stream.get(0, WAIT)));

      // An interrupt ends the waiting.
      AtomicReference<Throwable> seen = new AtomicReference<>();
      Thread waiter =
          new Thread(
              () -> {
                try {
                  stream.next();
                } catch (Throwable t) {
                  seen.set(t);
                }
              });
      waiter.start();
      Thread.sleep(150);
      waiter.interrupt();
      waiter.join(30_000);
      assertTrue(seen.get() instanceof InterruptedException, "" + seen.get());

      // So does closing, from another thread.
      CompletableFuture<Batch> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return stream.next();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      Thread.sleep(150);
      stream.close();
      ExecutionException e =
          assertThrows(ExecutionException.class, () -> waiting.get(30, TimeUnit.SECONDS));
      assertEquals(Status.CLOSED, ((TowpathException) e.getCause().getCause()).status());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void endOfSource(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      server.sql(ORDERS, "INSERT INTO orders VALUES (1, 'a', 1)");
      TowpathStream stream = server.open("source.until", "latest");
      int entries = 0;
      for (Batch batch; (batch = stream.next()) != null; batch.close()) {
        entries += batch.entries().size();
        batch.ack();
      }
      assertEquals(4, entries);
      assertEquals(Status.END, status(() -> stream.get(1, WAIT)));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void log(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      List<String> lines = Collections.synchronizedList(new ArrayList<>());
      Map<String, String> options = server.options();
      List<String> few = Collections.synchronizedList(new ArrayList<>());
      options.put("log.level", "debug");
      Map<String, String> warnings = server.options();
      warnings.put("log.level", "warning");
      warnings.put("stream.name", "warnings");
      warnings.put("store.url", "memory:");
      try (TowpathStream stream =
              Towpath.open(
                  options,
                  (level, message) -> {
                    lines.add(level + " " + message);
                    throw new IllegalStateException("listeners may fail");
                  });
          TowpathStream second =
              Towpath.open(warnings, (level, message) -> few.add(level + " " + message))) {
        // The server ends the dump: the stream connects again and says so.
        for (String line : server.sql("SHOW PROCESSLIST").split("\n")) {
          if (line.contains("Binlog Dump")) {
            server.sql("KILL " + line.split("\t")[0]);
          }
        }
        server.sql(ORDERS);
        LiveServer.entries(stream, 1);
        LiveServer.entries(second, 1);
        assertTrue(stream.status().reconnects() >= 1);
      }
      for (List<String> each : List.of(lines, few)) {
        assertTrue(
            each.stream().anyMatch(line -> line.matches("WARNING stream .*reconnection 1 in .*")),
            each.toString());
      }
      assertTrue(
          lines.stream().anyMatch(line -> line.matches("INFO stream .*: connected again to .*")),
          lines.toString());
      assertTrue(
          few.stream().noneMatch(line -> line.startsWith("INFO") || line.startsWith("DEBUG")),
          few.toString());
      assertTrue(lines.stream().noneMatch(line -> line.contains("towpath:towpath")));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void refusals(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      String url = server.env("URL");
      assertEquals(
          Status.AUTHENTICATION,
          status(() -> server.open("source.url", url.replace("towpath:towpath@", "towpath:x@"))));
      assertEquals(
          Status.SERVER_NOT_READY,
          status(
              () -> server.open("source.url", url.replace("towpath:towpath@", "nogrant:nogrant@"))));
      assertEquals(
          Status.TLS,
          status(
              () ->
                  server.open(
                      "source.tls.mode", "verify_ca", "source.tls.ca", server.env("WRONG_CA"))));
      assertEquals(
          Status.INVALID_POSITION, status(() -> server.open("source.start", "binlog.999999:4")));
      Path other = folder.resolve("other.db");
      java.nio.file.Files.writeString(other, "This is a text. ".repeat(500));
      assertEquals(
          Status.NOT_A_STORE, status(() -> server.open("store.url", "sqlite:" + other)));

      PreflightReport report = Towpath.preflight(Map.of("source.url", url));
      assertTrue(report.ready() && !report.findings().isEmpty());
      assertTrue(report.server().toUpperCase().contains(kind.name()), report.server());
      PreflightReport bad =
          Towpath.preflight(
              Map.of("source.url", url.replace("towpath:towpath@", "nogrant:nogrant@")));
      assertFalse(bad.ready());
      assertTrue(
          bad.findings().stream()
              .anyMatch(
                  f ->
                      f.severity() == PreflightReport.Severity.ERROR
                          && f.remedy().contains("GRANT")));
    }
  }
}
