package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Binlog files as a source, and what is wrong with some. */
class FileTest {
  @TempDir Path folder;

  static List<LiveServer.Kind> servers() {
    return LiveServer.kinds();
  }

  private TowpathStream open(Path file) throws TowpathException {
    return Towpath.open(
        Map.of(
            "source.url", "file://" + file,
            "source.start", "earliest",
            "stream.name", "file",
            "store.url", "memory:"),
        null);
  }

  private List<Long> ids(Path file) throws Exception {
    List<Long> ids = new ArrayList<>();
    try (TowpathStream stream = open(file)) {
      for (Batch batch; (batch = stream.next()) != null; batch.close()) {
        for (Entry entry : batch.entries()) {
          for (int row = 0; entry.hasAfter() && row < entry.rowCount(); row++) {
            ids.add(entry.after(row).getLong(0));
          }
        }
      }
    }
    return ids;
  }

  private Status failure(Path file) {
    TowpathException e =
        assertThrows(
            TowpathException.class,
            () -> {
              try (TowpathStream stream = open(file)) {
                while (true) {
                  stream.get(1000, Duration.ofSeconds(30)).close();
                }
              }
            });
    assertTrue(e.getMessage().contains(file.getFileName().toString()), e.getMessage());
    return e.status();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void files(LiveServer.Kind kind) throws Exception {
    try (LiveServer server = new LiveServer(kind, folder)) {
      server.sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(50))", "FLUSH BINARY LOGS");
      server.sql("INSERT INTO t VALUES (1, REPEAT('x', 40)), (2, 'y')");
      server.sql("INSERT INTO t VALUES (3, 'z')");
      String name = server.position().replaceAll(":.*", "");
      server.sql("FLUSH BINARY LOGS");
      byte[] whole = Files.readAllBytes(Path.of(server.env("DATADIR"), name));
      Path file = folder.resolve("binlog.000001");
      Files.write(file, whole);
      assertEquals(List.of(1L, 2L, 3L), ids(file));

      Files.write(file, Arrays.copyOf(whole, whole.length - 21));
      assertEquals(Status.TRUNCATED, failure(file));

      byte[] broken = whole.clone();
      int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("x".repeat(40));
      broken[at + 3] ^= 0x10;
      Files.write(file, broken);
      assertEquals(Status.CORRUPTED, failure(file));
    }
  }

  @Test
  void encryptedAndForeign() throws Exception {
    Path file = folder.resolve("binlog.000001");
    byte[] bytes = new byte[600];
    bytes[0] = (byte) 0xfd;
    bytes[1] = 'b';
    bytes[2] = 'i';
    bytes[3] = 'n';
    Files.write(file, bytes);
    assertEquals(Status.ENCRYPTED, failure(file));
    bytes[0] = 'G';
    Files.write(file, bytes);
    assertEquals(Status.CORRUPTED, failure(file));
    assertEquals(Status.NOT_FOUND, failure(folder.resolve("binlog.000002")));
  }
}
