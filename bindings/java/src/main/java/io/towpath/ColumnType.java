package io.towpath;

/** What a column holds, as declared. Ordinals are the numbers of {@code towpath.h}. */
public enum ColumnType {
  UNKNOWN,
  TINYINT,
  SMALLINT,
  MEDIUMINT,
  INT,
  BIGINT,
  FLOAT,
  DOUBLE,
  DECIMAL,
  YEAR,
  DATE,
  TIME,
  DATETIME,
  TIMESTAMP,
  CHAR,
  VARCHAR,
  TEXT,
  BINARY,
  VARBINARY,
  BLOB,
  ENUM,
  SET,
  BIT,
  JSON,
  GEOMETRY,
  VECTOR,
  UUID,
  INET4,
  INET6;

  private static final ColumnType[] ALL = values();

  static ColumnType of(int number) {
    return number < ALL.length ? ALL[number] : UNKNOWN;
  }
}
