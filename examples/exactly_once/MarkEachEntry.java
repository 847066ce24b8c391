// Exactly once but for one entry a crash: each entry is marked as processed when its effect is
// made.
//
//   java -cp towpath.jar MarkEachEntry.java URL FOLDER [UNTIL]
//
// The effect is a line in FOLDER/journal, a place that knows no transactions. markProcessed is
// durable when it returns, so after a crash every entry that was marked comes with its duplicate
// flag set. Between an effect and its mark lies one entry: after a crash just there it comes again,
// as new. The line begins with the entry's position, by which a receiver can tell that one.
import static java.nio.charset.StandardCharsets.UTF_8;

import io.towpath.Batch;
import io.towpath.Entry;
import io.towpath.Towpath;
import java.io.FileOutputStream;
import java.util.Properties;

class MarkEachEntry {
  public static void main(String[] arguments) throws Exception {
    String folder = arguments[1];
    Properties properties = new Properties();
    properties.setProperty("source.url", arguments[0]);
    properties.setProperty("source.start", "earliest");
    properties.setProperty("source.until", arguments.length > 2 ? arguments[2] : "");
    properties.setProperty("filter.tables", "shop\\.movements");
    properties.setProperty("filter.events", "insert,update,delete");
    properties.setProperty("stream.name", "journal");
    properties.setProperty("store.url", "sqlite:" + folder + "/store.db");
    properties.setProperty("dedup.mode", "flag");
    try (var journal = new FileOutputStream(folder + "/journal", true);
        var stream = Towpath.open(properties)) {
      for (Batch batch; (batch = stream.next()) != null; batch.close()) {
        for (Entry entry : batch.entries()) {
          if (entry.isDuplicate()) {
            continue;
          }
          // One line, one write.
          journal.write((entry.position() + "\t" + entry.toJson() + "\n").getBytes(UTF_8));
          stream.markProcessed(entry.position());
        }
        batch.ack();
      }
    }
  }
}
