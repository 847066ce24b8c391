package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The status of a stream and its statistics, against real servers. */
class StatisticsTest {
  @TempDir Path folder;

  private static final int PATIENCE_SECONDS = 60;

  static List<LiveServer.Kind> servers() {
    return LiveServer.kinds();
  }

  private static Map<String, String> options(LiveServer server) {
    Map<String, String> options = server.options();
    options.put("stats.interval_ms", "5");
    return options;
  }

  /** Keeps the last status told, and waits for one. */
  private static final class Watcher implements StatisticsListener {
    private StreamStatus last;
    private int calls;

    @Override
    public synchronized void statistics(StreamStatus status) {
      last = status;
      calls++;
      notifyAll();
    }

    synchronized StreamStatus await(Predicate<StreamStatus> wanted) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (last == null || !wanted.test(last)) {
        assertTrue(System.nanoTime() < deadline, () -> String.valueOf(last));
        wait(1000);
      }
      return last;
    }

    synchronized int calls() {
      return calls;
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aStatus(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      server.sql("CREATE TABLE orders (id INT PRIMARY KEY)");
      Watcher watcher = new Watcher();
      TowpathStream stream = Towpath.open(options(server), null, watcher);
      server.sql("INSERT INTO orders VALUES (1)");
      LiveServer.entries(stream, 4);
      StreamStatus status =
          watcher.await(s -> s.atEnd() && s.entriesAcked() >= 3 && s.lagBytes() == 0);
      assertEquals(StreamStatus.State.RUNNING, status.state());
      assertEquals(Status.OK, status.error());
      assertEquals(0, status.lagMicros());
      assertEquals(status.endPosition().offset(), status.sourcePosition().offset());
      assertNotNull(status.resumePosition());
      assertTrue(status.entriesDelivered() >= 3 && status.transactionsRead() >= 1);
      assertTrue(status.bytesReadPerSecond() > 0 && status.bytesRead() > 0);
      assertEquals(0, status.spilledBytes());
      assertTrue(status.writes() > 1 && status.writeMaxMicros() >= status.writeMeanMicros());
      assertFalse(status.waitingForRoom());
      assertTrue(status.endpoint().matches("127\\.0\\.0\\.1:\\d+"), status.endpoint());
      assertTrue(status.bufferLimit() > 0 && status.timeMicros() >= status.openedMicros());
      assertTrue(status.toJson().startsWith("{\"state\":\"running\","), status.toJson());
      assertTrue(status.toJson().contains("\"lag_bytes\":0,"), status.toJson());
      assertTrue(
          status.toJson().contains("\"entries_acked\":" + status.entriesAcked() + ","),
          status.toJson());
      assertTrue(
          status.toJson().endsWith("\"write_max_us\":" + status.writeMaxMicros() + "}"),
          status.toJson());
      stream.close();
      int calls = watcher.calls();
      assertEquals(StreamStatus.State.CLOSED, stream.status().state());
      assertEquals(calls, watcher.calls());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aListenerMayCloseTheStream(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      CompletableFuture<TowpathStream> opened = new CompletableFuture<>();
      CompletableFuture<Void> closed = new CompletableFuture<>();
      AtomicInteger calls = new AtomicInteger();
      StatisticsListener listener =
          status -> {
            calls.incrementAndGet();
            try {
              opened.join().close();
              closed.complete(null);
            } catch (TowpathException e) {
              closed.completeExceptionally(e);
            }
          };
      opened.complete(Towpath.open(options(server), null, listener));
      closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      opened.join().close();
      assertEquals(1, calls.get());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatAListenerThrowsIsLogged(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      List<String> lines = new CopyOnWriteArrayList<>();
      AtomicInteger calls = new AtomicInteger();
      CompletableFuture<Void> twice = new CompletableFuture<>();
      LogListener log =
          (level, message) -> {
            if (level == LogListener.Level.ERROR) {
              lines.add(message);
            }
          };
      StatisticsListener listener =
          status -> {
            if (calls.incrementAndGet() == 2) {
              twice.complete(null);
            }
            throw new IllegalStateException("no disk for metrics");
          };
      try (TowpathStream stream = Towpath.open(options(server), log, listener)) {
        twice.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      assertTrue(
          lines.stream().anyMatch(line -> line.contains("no disk for metrics")), lines.toString());
    }
  }
}
