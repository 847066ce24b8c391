package io.towpath;

import io.towpath.Layout.EntryRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * One unit of the stream: transaction begin or commit, rows change, DDL, heartbeat. Reads native
 * memory in place; valid as long as it is referred to, also after the batch and stream are closed.
 */
public final class Entry {
  private static final int NO_TABLE = -1;

  private final Batch batch;
  private final Block block;
  private final int index;
  private final int at;

  Entry(Batch batch, Block block, int index) {
    this.batch = batch;
    this.block = block;
    this.index = index;
    this.at = block.entries + (index - block.firstEntry) * Layout.ENTRY_SIZE;
  }

  public EntryKind kind() {
    return EntryKind.of(block.memory.get(at + EntryRecord.KIND));
  }

  /** At or before the stream's processed position: seen before a rollback or restart. */
  public boolean isDuplicate() {
    return block.memory.get(at + EntryRecord.DUPLICATE) != 0;
  }

  public Position position() {
    return new Position(
        block.text(at + EntryRecord.FILE),
        block.memory.getLong(at + EntryRecord.OFFSET),
        block.memory.getInt(at + EntryRecord.ORDINAL),
        block.memory.getLong(at + EntryRecord.TRANSACTION_OFFSET),
        gtid());
  }

  /** Of its transaction; "" when anonymous. */
  public String gtid() {
    return block.text(at + EntryRecord.GTID);
  }

  /** The server's clock, microseconds since 1970-01-01 UTC. */
  public long timestampMicros() {
    return block.memory.getLong(at + EntryRecord.TIMESTAMP_US);
  }

  /** The server's clock. */
  public Instant timestamp() {
    return Instant.EPOCH.plus(timestampMicros(), ChronoUnit.MICROS);
  }

  /** Of the server that ran the transaction first. */
  public long serverId() {
    return Integer.toUnsignedLong(block.memory.getInt(at + EntryRecord.SERVER_ID));
  }

  /** Rows: the table's. DDL, statement: the session's default, may be empty. */
  public String database() {
    return block.text(at + EntryRecord.DATABASE);
  }

  /** DDL, statement: its text; bytes that are no text are U+FFFD (see {@link #sqlBytes}). */
  public String sql() {
    return block.text(at + EntryRecord.SQL);
  }

  /** DDL, statement: its text in UTF-8, with bytes that are no text as they were logged. */
  public byte[] sqlBytes() {
    return block.textBytes(at + EntryRecord.SQL);
  }

  /** False: some bytes of the statement are no text in the session's character set. */
  public boolean isSqlValid() {
    return block.memory.getInt(at + EntryRecord.SQL_VALID) != 0;
  }

  /** DDL: what it does. OTHER for other kinds of entries. */
  public DdlKind ddlKind() {
    return DdlKind.of(block.memory.get(at + EntryRecord.DDL_KIND));
  }

  /**
   * DDL: the tables, views or sequences that it names to create, change or drop them, in the order
   * of its text: old and new name of each that is renamed; of a trigger or an index, its table; of
   * CREATE TABLE ... LIKE, the new one and then its model. Statement: its table, where the text
   * plainly names one. Else empty.
   */
  public List<TableName> statementTables() {
    int first = block.memory.getInt(at + EntryRecord.FIRST_STATEMENT_TABLE);
    int count = block.memory.getInt(at + EntryRecord.STATEMENT_TABLE_COUNT);
    TableName[] names = new TableName[count];
    Arrays.setAll(names, i -> block.statementTable(first + i));
    return List.of(names);
  }

  /** Rows: the table. Else null. */
  public Table table() {
    int table = tableIndex();
    return table == NO_TABLE ? null : block.table(table);
  }

  /** Rows: how many. */
  public int rowCount() {
    return (int) block.memory.getLong(at + EntryRecord.ROW_COUNT);
  }

  /** Row {@code row} (from 0) before an update or delete. */
  public RowImage before(int row) {
    return new RowImage(block, table(), imageAt(row, 0));
  }

  /** Row {@code row} (from 0) after an insert or update. */
  public RowImage after(int row) {
    return new RowImage(block, table(), imageAt(row, 1));
  }

  public boolean hasBefore() {
    EntryKind kind = kind();
    return kind == EntryKind.UPDATE || kind == EntryKind.DELETE;
  }

  public boolean hasAfter() {
    EntryKind kind = kind();
    return kind == EntryKind.UPDATE || kind == EntryKind.INSERT;
  }

  /**
   * One line of JSON, as {@code towpath tail --format json} prints it. The batch must not be closed.
   */
  public String toJson() throws TowpathException {
    return batch.entryJson(index);
  }

  private int tableIndex() {
    return block.memory.getInt(at + EntryRecord.TABLE);
  }

  private int imageAt(int row, int after) {
    if (after == 0 ? !hasBefore() : !hasAfter()) {
      throw new IllegalStateException(
          "an entry of kind " + kind() + " has no image " + (after == 0 ? "before" : "after"));
    }
    if (row < 0 || row >= rowCount()) {
      throw new IndexOutOfBoundsException("row " + row + " of " + rowCount());
    }
    int images = block.memory.get(at + EntryRecord.IMAGES);
    long image =
        block.memory.getLong(at + EntryRecord.FIRST_IMAGE)
            + (long) row * images
            + (images == 2 ? after : 0);
    return block.image(tableIndex(), image);
  }

  @Override
  public String toString() {
    return kind() + (table() == null ? "" : " " + table()) + " at " + position();
  }
}
