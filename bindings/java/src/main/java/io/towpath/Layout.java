package io.towpath;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The records of a block, as "Blocks" in {@code towpath.h} lays them out; offsets in bytes. */
final class Layout {
  static final int TEXT_SIZE = 8;
  static final int COLUMN_SIZE = 44;
  static final int ENTRY_SIZE = 104;
  static final int STATEMENT_TABLE_SIZE = 16;
  static final int TABLE_SIZE = 72;
  static final int VALUE_SIZE = 16;

  /** towpath_block. */
  static final class BlockHead {
    static final int FIRST_ENTRY = 8;
    static final int ENTRY_COUNT = 16;
    static final int ENTRIES = 24;
    static final int TABLE_COUNT = 32;
    static final int TABLES = 40;
    static final int TEXTS = 48;
    static final int STATEMENT_TABLES = 72;

    private BlockHead() {}
  }

  /** towpath_block_entry. */
  static final class EntryRecord {
    static final int KIND = 0;
    static final int DUPLICATE = 1;
    static final int IMAGES = 2;
    static final int DDL_KIND = 3;
    static final int TABLE = 4;
    static final int TIMESTAMP_US = 8;
    static final int OFFSET = 16;
    static final int TRANSACTION_OFFSET = 24;
    static final int ORDINAL = 32;
    static final int SERVER_ID = 36;
    static final int FILE = 40;
    static final int GTID = 48;
    static final int DATABASE = 56;
    static final int SQL = 64;
    static final int FIRST_IMAGE = 72;
    static final int ROW_COUNT = 80;
    static final int FIRST_STATEMENT_TABLE = 88;
    static final int STATEMENT_TABLE_COUNT = 92;
    static final int SQL_VALID = 96;

    private EntryRecord() {}
  }

  /** towpath_block_statement_table. */
  static final class StatementTableRecord {
    static final int DATABASE = 0;
    static final int NAME = 8;

    private StatementTableRecord() {}
  }

  /** towpath_block_table. */
  static final class TableRecord {
    static final int SCHEMA = 0;
    static final int SCHEMA_SIZE = 8;
    static final int VALUES = 16;
    static final int COLUMN_COUNT = 32;

    private TableRecord() {}
  }

  /** towpath_value. */
  static final class ValueRecord {
    static final int KIND = 0;
    static final int SCALE = 2;
    static final int SIZE = 4;
    static final int DATA = 8;

    private ValueRecord() {}
  }

  private Layout() {}

  static String text(ByteBuffer buffer, int at, int size) {
    return size == 0 ? "" : new String(bytes(buffer, at, size), StandardCharsets.UTF_8);
  }

  static byte[] bytes(ByteBuffer buffer, int at, int size) {
    byte[] bytes = new byte[size];
    ByteBuffer from = buffer.duplicate();
    from.position(at);
    from.get(bytes);
    return bytes;
  }
}
