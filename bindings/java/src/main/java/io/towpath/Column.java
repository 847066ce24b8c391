package io.towpath;

import java.util.List;

/** One column of a table. */
public final class Column {
  private final String name;
  private final ColumnType type;
  private final int flags;
  private final int precision;
  private final int scale;
  private final long length;
  private final String charset;
  private final List<String> labels;

  Column(
      String name,
      ColumnType type,
      int flags,
      int precision,
      int scale,
      long length,
      String charset,
      List<String> labels) {
    this.name = name;
    this.type = type;
    this.flags = flags;
    this.precision = precision;
    this.scale = scale;
    this.length = length;
    this.charset = charset;
    this.labels = labels;
  }

  /** "@1", "@2", ... when names are not known. */
  public String name() {
    return name;
  }

  public ColumnType type() {
    return type;
  }

  public boolean isUnsigned() {
    return (flags & 1) != 0;
  }

  public boolean isNullable() {
    return (flags & 2) != 0;
  }

  /** Part of the primary key. */
  public boolean isKey() {
    return (flags & 4) != 0;
  }

  /** False: declared INVISIBLE. */
  public boolean isVisible() {
    return (flags & 8) == 0;
  }

  /** DECIMAL: digits in all. */
  public int precision() {
    return precision;
  }

  /** DECIMAL: digits behind the point; dates and times: fractional digits. */
  public int scale() {
    return scale;
  }

  /** Bytes of the longest text; BINARY: n; BIT: bits. */
  public long length() {
    return length;
  }

  /** "utf8mb4", ...; "" when there is none or it is not known. */
  public String charset() {
    return charset;
  }

  /** ENUM and SET members in order; empty when not known. */
  public List<String> labels() {
    return labels;
  }

  @Override
  public String toString() {
    return name + " " + type;
  }
}
