// Exactly once while it lives: batches are acknowledged, and when the receiver fails in the middle
// of one, only what it has not taken comes again.
//
//   java -cp towpath.jar AckEachBatch.java URL FOLDER [UNTIL]
//
// The receiver is the file FOLDER/journal; while there is a file FOLDER/closed, it takes nothing.
// Then what was taken so far is marked as processed and the batch is rolled back: with
// dedup.mode=drop the marked entries do not come again. After a crash the batch that was not
// acknowledged comes again as a whole, at most 1000 entries here. Cheaper than a mark for each
// entry: one durable write a batch.
import static java.nio.charset.StandardCharsets.UTF_8;

import io.towpath.Batch;
import io.towpath.Entry;
import io.towpath.Position;
import io.towpath.Towpath;
import io.towpath.TowpathStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

class AckEachBatch {
  public static void main(String[] arguments) throws Exception {
    String folder = arguments[1];
    Path closed = Path.of(folder, "closed");
    Properties properties = new Properties();
    properties.setProperty("source.url", arguments[0]);
    properties.setProperty("source.start", "earliest");
    properties.setProperty("source.until", arguments.length > 2 ? arguments[2] : "");
    properties.setProperty("filter.tables", "shop\\.movements");
    properties.setProperty("filter.events", "insert,update,delete");
    properties.setProperty("stream.name", "batches");
    properties.setProperty("store.url", "sqlite:" + folder + "/store.db");
    properties.setProperty("dedup.mode", "drop");
    try (var journal = new FileOutputStream(folder + "/journal", true);
        var stream = Towpath.open(properties)) {
      for (Batch batch; (batch = stream.next()) != null; batch.close()) {
        if (takeBatch(batch, closed, journal, stream)) {
          batch.ack();
        } else {
          Thread.sleep(50);
        }
      }
    }
  }

  /** Whether the receiver has taken all; if not, the stream is back behind what it has taken. */
  private static boolean takeBatch(
      Batch batch, Path closed, OutputStream journal, TowpathStream stream) throws Exception {
    Position taken = null;
    for (Entry entry : batch.entries()) {
      if (Files.exists(closed)) {
        if (taken != null) {
          stream.markProcessed(taken);
        }
        stream.rollback();
        return false;
      }
      journal.write((entry.position() + "\t" + entry.toJson() + "\n").getBytes(UTF_8));
      taken = entry.position();
    }
    return true;
  }
}
