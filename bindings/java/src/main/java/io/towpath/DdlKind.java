package io.towpath;

/** What the statement of a DDL entry does. The numbers are those of {@code towpath.h}. */
public enum DdlKind {
  /** None of these, or it could not be read. */
  OTHER,
  CREATE_TABLE,
  ALTER_TABLE,
  DROP_TABLE,
  RENAME_TABLE,
  TRUNCATE_TABLE,
  CREATE_DATABASE,
  ALTER_DATABASE,
  DROP_DATABASE,
  CREATE_INDEX,
  DROP_INDEX,
  CREATE_VIEW,
  ALTER_VIEW,
  DROP_VIEW,
  CREATE_TRIGGER,
  DROP_TRIGGER,
  CREATE_PROCEDURE,
  ALTER_PROCEDURE,
  DROP_PROCEDURE,
  CREATE_FUNCTION,
  ALTER_FUNCTION,
  DROP_FUNCTION,
  CREATE_EVENT,
  ALTER_EVENT,
  DROP_EVENT,
  CREATE_SEQUENCE,
  ALTER_SEQUENCE,
  DROP_SEQUENCE,
  /** Users, roles, privileges, passwords. */
  ACCOUNT,
  /** Tablespaces, log file groups. */
  TABLESPACE,
  /** ANALYZE, OPTIMIZE, REPAIR, CHECK TABLE; FLUSH. */
  MAINTENANCE,
  /** ROLLBACK, ROLLBACK TO, XA PREPARE, XA COMMIT, XA ROLLBACK. */
  TRANSACTION;

  private static final DdlKind[] ALL = values();

  static DdlKind of(int number) {
    return ALL[number];
  }
}
