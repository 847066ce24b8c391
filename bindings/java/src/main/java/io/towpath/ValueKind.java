package io.towpath;

/** What a value of a row image is. Ordinals are the numbers of {@code towpath.h}. */
public enum ValueKind {
  /** The server left the column out of this row image (binlog_row_image MINIMAL or NOBLOB). */
  ABSENT,
  /** SQL NULL. */
  NULL,
  INT,
  UINT,
  FLOAT,
  DOUBLE,
  DECIMAL,
  YEAR,
  DATE,
  TIME,
  DATETIME,
  TIMESTAMP,
  TEXT,
  BINARY,
  ENUM,
  SET,
  BIT,
  JSON,
  GEOMETRY,
  VECTOR,
  UUID,
  INET4,
  INET6,
  /** What an update did to a JSON column whose new value nobody can know: {@link JsonDiff}. */
  JSON_DIFF;

  private static final ValueKind[] ALL = values();

  static ValueKind of(int number) {
    return ALL[number];
  }
}
