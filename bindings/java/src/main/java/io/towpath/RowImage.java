package io.towpath;

import io.towpath.Layout.ValueRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of one row before or after a change, read from native memory when asked for. Columns
 * are numbered from 0, or named. A getter that does not fit the value's kind throws {@link
 * IllegalStateException}; one of a NULL or absent value returns null, or throws when it returns a
 * primitive.
 */
public final class RowImage {
  private final Block block;
  private final Table table;
  private final int at;

  RowImage(Block block, Table table, int at) {
    this.block = block;
    this.table = table;
    this.at = at;
  }

  public Table table() {
    return table;
  }

  /** Number of columns. */
  public int size() {
    return table.columns().size();
  }

  public ValueKind kind(int column) {
    return ValueKind.of(kindNumber(cell(column)));
  }

  /** SQL NULL. Not the same as absent. */
  public boolean isNull(int column) {
    return kindNumber(cell(column)) == ValueKind.NULL.ordinal();
  }

  /** The server left the column out of this image (binlog_row_image MINIMAL or NOBLOB). */
  public boolean isAbsent(int column) {
    return kindNumber(cell(column)) == ValueKind.ABSENT.ordinal();
  }

  /** Integers, YEAR, BIT, and the number of an ENUM or SET. Unsigned values as their 64 bits. */
  public long getLong(int column) {
    int cell = cell(column);
    switch (kindOf(cell)) {
      case INT:
      case UINT:
      case YEAR:
      case ENUM:
      case SET:
      case BIT:
        return number(cell);
      default:
        throw mismatch(column, "an integer");
    }
  }

  /** Integers, exact also above 2^63. */
  public BigInteger getBigInteger(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    long value = getLong(column);
    return kindOf(cell) == ValueKind.INT || value >= 0
        ? BigInteger.valueOf(value)
        : new BigInteger(Long.toUnsignedString(value));
  }

  /** FLOAT and DOUBLE, and any other number, rounded. */
  public double getDouble(int column) {
    int cell = cell(column);
    switch (kindOf(cell)) {
      case FLOAT:
      case DOUBLE:
        return block.memory.getDouble(cell + ValueRecord.DATA);
      case DECIMAL:
        return Double.parseDouble(data(cell));
      case INT:
        return number(cell);
      default:
        return getBigIntegerOrThrow(column).doubleValue();
    }
  }

  /** DECIMAL and integers. */
  public BigDecimal getBigDecimal(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    return kindOf(cell) == ValueKind.DECIMAL
        ? new BigDecimal(data(cell))
        : new BigDecimal(getBigIntegerOrThrow(column));
  }

  /**
   * Any value but binary ones as text: in MySQL's notation, FLOAT and DOUBLE in Java's. Zero and
   * partial dates as they are: "0000-00-00".
   */
  public String getString(int column) {
    int cell = cell(column);
    ValueKind kind = kindOf(cell);
    switch (kind) {
      case ABSENT:
      case NULL:
        return null;
      case TEXT:
      case DECIMAL:
      case JSON:
      case UUID:
      case INET4:
      case INET6:
      case JSON_DIFF:
        return data(cell);
      case INT:
        return Long.toString(number(cell));
      case UINT:
      case BIT:
        return Long.toUnsignedString(number(cell));
      case YEAR:
        return String.format("%04d", number(cell));
      case FLOAT:
        return Float.toString((float) getDouble(column));
      case DOUBLE:
        return Double.toString(getDouble(column));
      case ENUM:
        return label(column, number(cell));
      case SET:
        Set<String> labels = getLabels(column);
        return labels == null ? Long.toUnsignedString(number(cell)) : String.join(",", labels);
      case DATE:
      case TIME:
      case DATETIME:
      case TIMESTAMP:
        return temporal(cell, kind);
      default:
        throw mismatch(column, "text");
    }
  }

  /** Binary values, copied. */
  public byte[] getBytes(int column) {
    ByteBuffer from = getBuffer(column);
    if (from == null) {
      return null;
    }
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    return bytes;
  }

  /** Binary values and texts (UTF-8) in place: a read-only view of native memory. */
  public ByteBuffer getBuffer(int column) {
    int cell = cell(column);
    switch (kindOf(cell)) {
      case ABSENT:
      case NULL:
        return null;
      case BINARY:
      case GEOMETRY:
      case VECTOR:
      case TEXT:
      case DECIMAL:
      case JSON:
      case UUID:
      case INET4:
      case INET6:
      case JSON_DIFF:
        ByteBuffer view = block.memory.duplicate();
        int start = (int) number(cell);
        view.position(start).limit(start + block.memory.getInt(cell + ValueRecord.SIZE));
        return view.slice().asReadOnlyBuffer();
      default:
        throw mismatch(column, "bytes");
    }
  }

  /** DATE. Throws DateTimeException for a zero or partial date, which getString tells. */
  public LocalDate getLocalDate(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    if (kindOf(cell) != ValueKind.DATE) {
      throw mismatch(column, "a date");
    }
    return date(number(cell));
  }

  /** DATETIME, or TIMESTAMP in UTC. Throws DateTimeException for a zero or partial date. */
  public LocalDateTime getLocalDateTime(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    if (kindOf(cell) == ValueKind.TIMESTAMP) {
      return LocalDateTime.ofInstant(getInstant(column), ZoneOffset.UTC);
    }
    if (kindOf(cell) != ValueKind.DATETIME) {
      throw mismatch(column, "a date and time");
    }
    long packed = number(cell);
    return date(packed)
        .atTime(
            (int) (packed >> 36 & 31),
            (int) (packed >> 30 & 63),
            (int) (packed >> 24 & 63),
            (int) (packed & 0xffffff) * 1000);
  }

  /** TIMESTAMP. Throws DateTimeException for '0000-00-00 00:00:00'. */
  public Instant getInstant(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    if (kindOf(cell) != ValueKind.TIMESTAMP) {
      throw mismatch(column, "a timestamp");
    }
    long micros = number(cell);
    if (micros == 0) {
      throw new DateTimeException("0000-00-00 00:00:00 is no instant");
    }
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** TIME, which may be negative and reach 838 hours. */
  public Duration getDuration(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    if (kindOf(cell) != ValueKind.TIME) {
      throw mismatch(column, "a time");
    }
    long packed = number(cell);
    long magnitude = Math.abs(packed);
    Duration duration =
        Duration.ofSeconds(
            (magnitude >> 36) * 3600 + (magnitude >> 30 & 63) * 60 + (magnitude >> 24 & 63),
            (magnitude & 0xffffff) * 1000);
    return packed < 0 ? duration.negated() : duration;
  }

  /** SET: its members in declared order; null also when labels are not known. */
  public Set<String> getLabels(int column) {
    int cell = cell(column);
    if (isNothing(cell)) {
      return null;
    }
    if (kindOf(cell) != ValueKind.SET) {
      throw mismatch(column, "a set");
    }
    List<String> labels = table.columns().get(column).labels();
    long mask = number(cell);
    if (labels.size() < 64 - Long.numberOfLeadingZeros(mask)) {
      return null;
    }
    Set<String> members = new LinkedHashSet<>();
    for (; mask != 0; mask &= mask - 1) {
      members.add(labels.get(Long.numberOfTrailingZeros(mask)));
    }
    return Collections.unmodifiableSet(members);
  }

  /**
   * The value as the Java type that fits: Long or BigInteger (BIGINT UNSIGNED, BIT), Double, Float,
   * BigDecimal, String (text, ENUM, JSON, UUID, INET, and dates that java.time can not hold),
   * LocalDate, LocalDateTime, Instant (TIMESTAMP), Duration (TIME), Set of String, Integer (YEAR),
   * byte[], {@link JsonDiff}; null for NULL, {@link ValueKind#ABSENT} for a column that was left
   * out.
   */
  public Object getObject(int column) {
    int cell = cell(column);
    switch (kindOf(cell)) {
      case ABSENT:
        return ValueKind.ABSENT;
      case NULL:
        return null;
      case INT:
        return number(cell);
      case UINT:
      case BIT:
        return table.columns().get(column).type() == ColumnType.BIGINT
                || table.columns().get(column).type() == ColumnType.BIT
            ? getBigInteger(column)
            : (Object) number(cell);
      case FLOAT:
        return (float) getDouble(column);
      case DOUBLE:
        return getDouble(column);
      case DECIMAL:
        return getBigDecimal(column);
      case YEAR:
        return (int) number(cell);
      case SET:
        Set<String> labels = getLabels(column);
        return labels == null ? (Object) number(cell) : labels;
      case BINARY:
      case GEOMETRY:
      case VECTOR:
        return getBytes(column);
      case JSON_DIFF:
        return new JsonDiff(data(cell));
      case TIME:
        return getDuration(column);
      case DATE:
      case DATETIME:
      case TIMESTAMP:
        try {
          return kindOf(cell) == ValueKind.DATE
              ? getLocalDate(column)
              : kindOf(cell) == ValueKind.TIMESTAMP
                  ? (Object) getInstant(column)
                  : getLocalDateTime(column);
        } catch (DateTimeException e) {
          return getString(column);
        }
      default:
        return getString(column);
    }
  }

  public ValueKind kind(String column) {
    return kind(table.index(column));
  }

  public boolean isNull(String column) {
    return isNull(table.index(column));
  }

  public boolean isAbsent(String column) {
    return isAbsent(table.index(column));
  }

  public long getLong(String column) {
    return getLong(table.index(column));
  }

  public BigInteger getBigInteger(String column) {
    return getBigInteger(table.index(column));
  }

  public double getDouble(String column) {
    return getDouble(table.index(column));
  }

  public BigDecimal getBigDecimal(String column) {
    return getBigDecimal(table.index(column));
  }

  public String getString(String column) {
    return getString(table.index(column));
  }

  public byte[] getBytes(String column) {
    return getBytes(table.index(column));
  }

  public ByteBuffer getBuffer(String column) {
    return getBuffer(table.index(column));
  }

  public LocalDate getLocalDate(String column) {
    return getLocalDate(table.index(column));
  }

  public LocalDateTime getLocalDateTime(String column) {
    return getLocalDateTime(table.index(column));
  }

  public Instant getInstant(String column) {
    return getInstant(table.index(column));
  }

  public Duration getDuration(String column) {
    return getDuration(table.index(column));
  }

  public Set<String> getLabels(String column) {
    return getLabels(table.index(column));
  }

  public Object getObject(String column) {
    return getObject(table.index(column));
  }

  /** All values by column name, as getObject gives them; absent columns are not in it. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (!isAbsent(i)) {
        map.put(columns.get(i).name(), getObject(i));
      }
    }
    return map;
  }

  @Override
  public String toString() {
    return toMap().toString();
  }

  private int cell(int column) {
    if (column < 0 || column >= size()) {
      throw new IndexOutOfBoundsException("column " + column + " of " + size());
    }
    return at + column * Layout.VALUE_SIZE;
  }

  private int kindNumber(int cell) {
    return block.memory.get(cell + ValueRecord.KIND);
  }

  private ValueKind kindOf(int cell) {
    return ValueKind.of(kindNumber(cell));
  }

  private boolean isNothing(int cell) {
    return kindNumber(cell) <= ValueKind.NULL.ordinal();
  }

  private long number(int cell) {
    return block.memory.getLong(cell + ValueRecord.DATA);
  }

  private String data(int cell) {
    return Layout.text(
        block.memory, (int) number(cell), block.memory.getInt(cell + ValueRecord.SIZE));
  }

  private BigInteger getBigIntegerOrThrow(int column) {
    BigInteger value = getBigInteger(column);
    if (value == null) {
      throw mismatch(column, "a number");
    }
    return value;
  }

  private String label(int column, long index) {
    List<String> labels = table.columns().get(column).labels();
    if (index == 0) {
      return "";
    }
    return index <= labels.size() ? labels.get((int) index - 1) : Long.toString(index);
  }

  private static LocalDate date(long packed) {
    int yearMonth = (int) (packed >> 46);
    return LocalDate.of(yearMonth / 13, yearMonth % 13, (int) (packed >> 41 & 31));
  }

  /** MySQL's notation. */
  private String temporal(int cell, ValueKind kind) {
    long packed = number(cell);
    int scale = block.memory.get(cell + ValueRecord.SCALE);
    if (kind == ValueKind.TIMESTAMP && packed != 0) {
      LocalDateTime time =
          LocalDateTime.ofInstant(
              Instant.EPOCH.plus(packed, ChronoUnit.MICROS), ZoneOffset.UTC);
      return String.format(
              "%04d-%02d-%02d %02d:%02d:%02d",
              time.getYear(),
              time.getMonthValue(),
              time.getDayOfMonth(),
              time.getHour(),
              time.getMinute(),
              time.getSecond())
          + fraction(time.getNano() / 1000, scale);
    }
    long magnitude = kind == ValueKind.TIME ? Math.abs(packed) : packed;
    StringBuilder text = new StringBuilder();
    if (kind != ValueKind.TIME) {
      int yearMonth = (int) (packed >> 46);
      text.append(
          String.format(
              "%04d-%02d-%02d", yearMonth / 13, yearMonth % 13, (int) (packed >> 41 & 31)));
      if (kind == ValueKind.DATE) {
        return text.toString();
      }
      text.append(' ');
    }
    long hours = kind == ValueKind.TIME ? magnitude >> 36 : magnitude >> 36 & 31;
    return text.append(packed < 0 ? "-" : "")
        .append(
            String.format(
                "%02d:%02d:%02d", hours, magnitude >> 30 & 63, magnitude >> 24 & 63))
        .append(fraction((int) (magnitude & 0xffffff), scale))
        .toString();
  }

  private static String fraction(int micros, int scale) {
    return scale == 0 ? "" : String.format(".%06d", micros).substring(0, scale + 1);
  }

  private IllegalStateException mismatch(int column, String wanted) {
    return new IllegalStateException(
        "column " + table.columns().get(column) + " of " + table + " is "
            + kindOf(at + column * Layout.VALUE_SIZE) + ", not " + wanted);
  }
}
