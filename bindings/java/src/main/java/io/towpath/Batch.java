package io.towpath;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries handed out by one get, in binlog order. Closing frees its memory (forgotten batches are
 * freed by the garbage collector); it does not acknowledge.
 */
public final class Batch implements AutoCloseable {
  /** A block of decoded rows grows to about this many bytes before the next one begins. */
  private static final long BLOCK_BYTES = 16 << 20;

  private final TowpathStream stream;
  private final long handle;
  private final Cleaner.Cleanable cleanable;
  private final long mark;
  private final int size;
  private List<Entry> entries;
  private boolean closed;

  Batch(TowpathStream stream, long handle) {
    this.stream = stream;
    this.handle = handle;
    this.cleanable = Native.CLEANER.register(this, () -> Native.batchFree(handle));
    this.mark = Native.batchMark(handle);
    this.size = Math.toIntExact(Native.batchSize(handle));
  }

  /** The number that acknowledges it; -1: nothing to acknowledge. */
  public long mark() {
    return mark;
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The entries, decoded at the first call: one crossing into native code for thousands of rows.
   * They stay valid when the batch is closed.
   */
  public synchronized List<Entry> entries() throws TowpathException {
    if (entries == null) {
      checkOpen();
      List<Entry> all = new ArrayList<>(size);
      while (all.size() < size) {
        Block block = Block.decode(handle, all.size(), BLOCK_BYTES);
        for (int i = 0; i < block.entryCount; i++) {
          all.add(new Entry(this, block, block.firstEntry + i));
        }
      }
      entries = List.copyOf(all);
    }
    return entries;
  }

  /** Acknowledges the batch: its entries do not come again. The oldest one comes first. */
  public void ack() throws TowpathException {
    if (mark != -1) {
      stream.ack(mark);
    }
  }

  /** The entries as lines of JSON, as {@code towpath tail --format json} prints them. */
  public synchronized String toJson() throws TowpathException {
    checkOpen();
    String json = Native.text(Native.batchEncode(handle, Native.bytes("json")));
    Reference.reachabilityFence(this);
    return json;
  }

  /**
   * Exports the changed rows of a table in the Arrow C data interface, for what reads it: with Arrow
   * Java, {@code Data.importArrayStream}. See docs/arrow.md for the columns.
   *
   * @param table "database.table"; "" when the batch has rows of one table only
   * @param beforeImages also columns "_before.NAME", with the rows before the change
   * @param streamAddress of a C struct ArrowArrayStream (Arrow Java: {@code
   *     ArrowArrayStream.allocateNew(allocator).memoryAddress()}), which is written over; it and
   *     what comes out of it stay valid when the batch is closed
   * @return false, and nothing to release, when no row of the table changed
   */
  public synchronized boolean exportArrow(String table, boolean beforeImages, long streamAddress)
      throws TowpathException {
    checkOpen();
    boolean exported =
        Native.batchExportArrow(handle, Native.bytes(table), beforeImages, streamAddress);
    Reference.reachabilityFence(this);
    return exported;
  }

  synchronized String entryJson(int index) throws TowpathException {
    checkOpen();
    String json = Native.text(Native.entryEncode(handle, index, Native.bytes("json")));
    Reference.reachabilityFence(this);
    return json.stripTrailing();
  }

  @Override
  public synchronized void close() {
    closed = true;
    cleanable.clean();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the batch is closed");
    }
  }

  @Override
  public String toString() {
    return "batch " + mark + " of " + size + " entries";
  }
}
