package io.towpath;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where an entry stands in the binlog. Positions of one server are ordered; {@link #toString} is
 * FILE:OFFSET:ORDINAL.
 */
public final class Position implements Comparable<Position> {
  private final String file;
  private final long offset;
  private final int ordinal;
  private final long transactionOffset;
  private final String gtid;

  Position(String file, long offset, int ordinal, long transactionOffset, String gtid) {
    this.file = file;
    this.offset = offset;
    this.ordinal = ordinal;
    this.transactionOffset = transactionOffset;
    this.gtid = gtid;
  }

  /** FILE:OFFSET, FILE:OFFSET:ORDINAL or FILE:OFFSET:ORDINAL@TRANSACTION_OFFSET. */
  public static Position parse(String text) throws TowpathException {
    byte[] bytes = Native.bytes(text);
    long[] numbers = new long[3];
    int fileSize = Native.positionParse(bytes, numbers);
    String file = Native.text(Arrays.copyOf(bytes, fileSize));
    return new Position(file, numbers[0], (int) numbers[1], numbers[2], "");
  }

  /** The binlog's name without folder. */
  public String file() {
    return file;
  }

  /** Of the entry's event in the file, in bytes. */
  public long offset() {
    return offset;
  }

  /** Tells apart entries of one event. */
  public int ordinal() {
    return ordinal;
  }

  /** Where the entry's transaction begins; 0: not known. */
  public long transactionOffset() {
    return transactionOffset;
  }

  /** Of the transaction; "" when it has none. Not part of text and order. */
  public String gtid() {
    return gtid;
  }

  /** What to store and give to the option source.start. */
  public String resume() {
    return transactionOffset == 0 ? toString() : this + "@" + transactionOffset;
  }

  /** Binlog order on one server. */
  @Override
  public int compareTo(Position other) {
    try {
      return Native.positionCompare(
          Native.bytes(file), offset, ordinal, Native.bytes(other.file), other.offset, other.ordinal);
    } catch (TowpathException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Position)) {
      return false;
    }
    Position p = (Position) other;
    return file.equals(p.file) && offset == p.offset && ordinal == p.ordinal;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, offset, ordinal);
  }

  @Override
  public String toString() {
    return file + ":" + Long.toUnsignedString(offset) + ":" + ordinal;
  }
}
