// Exactly once, with the position in the consumer's own database: what each item's movements add
// up to.
//
//   java -cp towpath.jar:sqlite-jdbc.jar:slf4j-api.jar PositionInDatabase.java URL FOLDER [UNTIL]
//
// The effect of a batch and the position of its last entry are committed in one transaction (here
// of SQLite, FOLDER/totals.db). After a crash either both are there or neither is: nothing is
// counted twice and nothing is left out. The stream needs no store of its own.
import io.towpath.Batch;
import io.towpath.Entry;
import io.towpath.RowImage;
import io.towpath.Towpath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

class PositionInDatabase {
  public static void main(String[] arguments) throws Exception {
    String path = arguments[1] + "/totals.db";
    try (Connection totals = DriverManager.getConnection("jdbc:sqlite:" + path)) {
      String position = prepare(totals);
      Properties properties = new Properties();
      properties.setProperty("source.url", arguments[0]);
      properties.setProperty("source.start", position);
      properties.setProperty("source.until", arguments.length > 2 ? arguments[2] : "");
      properties.setProperty("filter.tables", "shop\\.movements");
      properties.setProperty("stream.name", "totals");
      properties.setProperty("store.url", "memory:");
      try (var stream = Towpath.open(properties);
          PreparedStatement add =
              totals.prepareStatement(
                  "INSERT INTO totals VALUES (?, ?) ON CONFLICT (item)"
                      + " DO UPDATE SET quantity = quantity + excluded.quantity");
          PreparedStatement save = totals.prepareStatement("REPLACE INTO progress VALUES (1, ?)")) {
        for (Batch batch; (batch = stream.next()) != null; batch.close()) {
          List<Entry> entries = batch.entries();
          for (Entry entry : entries) {
            for (int row = 0; row < entry.rowCount(); row++) {
              if (entry.hasBefore()) {
                add(add, entry.before(row), -1);
              }
              if (entry.hasAfter()) {
                add(add, entry.after(row), +1);
              }
            }
          }
          save.setString(1, entries.get(entries.size() - 1).position().resume());
          save.executeUpdate();
          totals.commit();
          batch.ack(); // gives its memory back
        }
      }
    }
  }

  /** Creates what is missing; returns where the last batch ended. */
  private static String prepare(Connection totals) throws SQLException {
    try (Statement statement = totals.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS totals (item TEXT PRIMARY KEY, quantity INTEGER NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS progress (id INTEGER PRIMARY KEY, position TEXT NOT NULL)");
      totals.setAutoCommit(false);
      var found = statement.executeQuery("SELECT position FROM progress");
      return found.next() ? found.getString(1) : "earliest";
    }
  }

  private static void add(PreparedStatement add, RowImage row, int sign) throws SQLException {
    add.setString(1, row.getString("item"));
    add.setLong(2, sign * row.getLong("quantity"));
    add.executeUpdate();
  }
}
