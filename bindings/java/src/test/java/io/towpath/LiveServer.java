package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A real server that tests/harness/servers.py started for this run, a database of the test's own on
 * it, and streams of that. tests/bindings/java runs the tests with servers. One that is missing
 * fails the tests that need it, unless TOWPATH_TEST_ONLY names the other one.
 */
final class LiveServer implements AutoCloseable {
  enum Kind {
    MARIADB,
    MYSQL
  }

  /** Servers that this run is meant to have. */
  static List<Kind> kinds() {
    String only = System.getenv("TOWPATH_TEST_ONLY");
    return only == null ? List.of(Kind.values()) : List.of(Kind.valueOf(only.toUpperCase()));
  }

  final Kind kind;
  final String database = "java_" + UUID.randomUUID().toString().substring(0, 8);
  private final Path folder;
  private final String start;
  private final List<TowpathStream> streams = new ArrayList<>();

  LiveServer(Kind kind, Path folder) throws Exception {
    this.kind = kind;
    this.folder = folder;
    sql("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
    start = position();
  }

  String env(String name) {
    String value = System.getenv("TOWPATH_TEST_" + kind + "_" + name);
    assertNotNull(value, "no " + kind + " server: run tests/bindings/java");
    return value;
  }

  /** Runs statements as root in the test's database; what they print, columns by tabs. */
  String sql(String... statements) throws IOException, InterruptedException {
    Process client =
        new ProcessBuilder(env("CLIENT"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = "SET time_zone='+00:00', NAMES utf8mb4, sql_mode='';\n";
    if (!statements[0].startsWith("CREATE DATABASE")) {
      text += "USE " + database + ";\n";
    }
    text += String.join(";\n", statements) + ";\n";
    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().close();
    String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, client.waitFor(), text);
    return output;
  }

  /** The end of the binlog as FILE:OFFSET. */
  String position() throws Exception {
    String output =
        sql(kind == Kind.MARIADB ? "SHOW MASTER STATUS" : "SHOW BINARY LOG STATUS");
    String[] lines = output.strip().split("\n");
    String[] row = lines[lines.length - 1].split("\t");
    return row[0] + ":" + row[1];
  }

  /** Options of a stream of the test's tables from where the test began. */
  Map<String, String> options() {
    Map<String, String> options = new TreeMap<>();
    options.put("source.url", env("URL"));
    options.put("source.start", start);
    options.put("stream.name", "test-" + database);
    options.put("filter.tables", database + "\\..*");
    options.put("store.url", "sqlite:" + folder.resolve("store.db"));
    return options;
  }

  /** Opens a stream with some options changed: key, value, key, value... Closed with this. */
  TowpathStream open(String... changed) throws TowpathException {
    Map<String, String> options = options();
    for (int i = 0; i < changed.length; i += 2) {
      options.put(changed[i], changed[i + 1]);
    }
    TowpathStream stream = Towpath.open(options, null);
    streams.add(stream);
    return stream;
  }

  /** The next {@code count} entries, acknowledged. */
  static List<Entry> entries(TowpathStream stream, int count) throws Exception {
    List<Entry> found = new ArrayList<>();
    while (found.size() < count) {
      try (Batch batch = stream.getWithoutAck(1000, Duration.ofSeconds(30))) {
        assertNotEquals(-1, batch.mark(), "nothing came; so far " + found);
        found.addAll(batch.entries());
        batch.ack();
      }
    }
    assertEquals(count, found.size());
    return found;
  }

  @Override
  public void close() throws Exception {
    for (TowpathStream stream : streams) {
      stream.close();
    }
    sql("DROP DATABASE " + database);
  }
}
