package io.towpath;

import io.towpath.Layout.BlockHead;
import io.towpath.Layout.StatementTableRecord;
import io.towpath.Layout.TableRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A run of decoded entries in native memory, read in place. Freed when nothing refers to it. */
final class Block {
  final ByteBuffer memory;
  final int firstEntry;
  final int entryCount;
  final int entries;
  private final int statementTables;
  private final int texts;
  private final Table[] tables;
  private final int[] values;

  static Block decode(long batch, int firstEntry, long maxBytes) throws TowpathException {
    long[] address = new long[1];
    ByteBuffer memory = Native.batchDecode(batch, firstEntry, maxBytes, address);
    long block = address[0];
    // Slices of the buffer, which may be handed to the user, refer to the buffer itself: the memory
    // outlives all of them.
    Native.CLEANER.register(memory, () -> Native.blockFree(block));
    return new Block(memory);
  }

  private Block(ByteBuffer root) {
    memory = root.duplicate().order(ByteOrder.nativeOrder());
    firstEntry = offset(BlockHead.FIRST_ENTRY);
    entryCount = offset(BlockHead.ENTRY_COUNT);
    entries = offset(BlockHead.ENTRIES);
    texts = offset(BlockHead.TEXTS);
    statementTables = offset(BlockHead.STATEMENT_TABLES);
    int count = offset(BlockHead.TABLE_COUNT);
    int at = offset(BlockHead.TABLES);
    tables = new Table[count];
    values = new int[count];
    for (int i = 0; i < count; i++, at += Layout.TABLE_SIZE) {
      ByteBuffer schema = memory.duplicate().order(ByteOrder.nativeOrder());
      int start = offset(at + TableRecord.SCHEMA);
      schema.position(start).limit(start + offset(at + TableRecord.SCHEMA_SIZE));
      tables[i] = Table.of(schema);
      values[i] = offset(at + TableRecord.VALUES);
    }
  }

  /** A block is smaller than 2 GiB, so that what C counts in 64 bits fits. */
  private int offset(int at) {
    return (int) memory.getLong(at);
  }

  Table table(int index) {
    return tables[index];
  }

  /** Where the values of a row image of a table begin. */
  int image(int table, long image) {
    return values[table]
        + (int) image * tables[table].columns().size() * Layout.VALUE_SIZE;
  }

  /** The towpath_block_text at a place. */
  String text(int at) {
    return Layout.text(memory, texts + memory.getInt(at), memory.getInt(at + 4));
  }

  byte[] textBytes(int at) {
    return Layout.bytes(memory, texts + memory.getInt(at), memory.getInt(at + 4));
  }

  TableName statementTable(int index) {
    int at = statementTables + index * Layout.STATEMENT_TABLE_SIZE;
    return new TableName(
        text(at + StatementTableRecord.DATABASE), text(at + StatementTableRecord.NAME));
  }
}
