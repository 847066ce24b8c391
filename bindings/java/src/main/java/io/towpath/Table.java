package io.towpath;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of a table whose rows changed. Immutable. */
public final class Table {
  // By the bytes of their schema: equal bytes mean equal tables. Bounded, because a server may have
  // any number of tables.
  private static final Map<ByteBuffer, Table> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_KNOWN = 4096;

  private final String database;
  private final String name;
  private final boolean namesKnown;
  private final List<Column> columns;
  private final List<String> primaryKey;
  private final Map<String, Integer> indexes = new HashMap<>();

  /** The table whose towpath_block_schema the buffer holds. */
  static Table of(ByteBuffer schema) {
    Table table = KNOWN.get(schema);
    if (table == null) {
      byte[] copy = new byte[schema.remaining()];
      schema.duplicate().get(copy);
      ByteBuffer key = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
      table = new Table(key);
      if (KNOWN.size() >= MOST_KNOWN) {
        KNOWN.clear();
      }
      KNOWN.put(key, table);
    }
    return table;
  }

  private Table(ByteBuffer schema) {
    int count = schema.getInt(0);
    namesKnown = schema.getInt(4) != 0;
    database = text(schema, 8);
    name = text(schema, 16);
    int columnsAt = schema.getInt(24);
    int labelsAt = schema.getInt(28);
    List<Column> all = new ArrayList<>(count);
    TreeMap<Integer, String> key = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      int at = columnsAt + i * Layout.COLUMN_SIZE;
      int firstLabel = schema.getInt(at + 20);
      int labelCount = schema.getInt(at + 24);
      List<String> labels = new ArrayList<>(labelCount);
      for (int j = 0; j < labelCount; j++) {
        labels.add(text(schema, labelsAt + (firstLabel + j) * Layout.TEXT_SIZE));
      }
      Column column =
          new Column(
              text(schema, at + 28),
              ColumnType.of(schema.get(at) & 0xff),
              schema.get(at + 1) & 0xff,
              schema.get(at + 2) & 0xff,
              schema.get(at + 3) & 0xff,
              Integer.toUnsignedLong(schema.getInt(at + 8)),
              text(schema, at + 36),
              List.copyOf(labels));
      all.add(column);
      indexes.putIfAbsent(column.name(), i);
      int keyPart = schema.getInt(at + 16);
      if (keyPart != 0) {
        key.put(keyPart, column.name());
      }
    }
    columns = List.copyOf(all);
    primaryKey = List.copyOf(key.values());
  }

  private static String text(ByteBuffer schema, int at) {
    return Layout.text(schema, schema.getInt(at), schema.getInt(at + 4));
  }

  public String database() {
    return database;
  }

  public String name() {
    return name;
  }

  /** False: columns are named "@1", "@2", ... (option schema.mode=positional). */
  public boolean namesKnown() {
    return namesKnown;
  }

  public List<Column> columns() {
    return columns;
  }

  /** Names of its columns in key order; empty when there is none or it is not known. */
  public List<String> primaryKey() {
    return primaryKey;
  }

  /** Index of a column in {@link #columns}. */
  public int index(String column) {
    Integer index = indexes.get(column);
    if (index == null) {
      throw new IllegalArgumentException("table " + this + " has no column " + column);
    }
    return index;
  }

  @Override
  public String toString() {
    return database + "." + name;
  }
}
