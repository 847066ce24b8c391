package io.towpath;

/** What an entry is. The numbers are those of {@code towpath.h}. */
public enum EntryKind {
  /** A transaction begins. */
  BEGIN,
  /** Rows change: after images. */
  INSERT,
  /** Rows change: before and after images. */
  UPDATE,
  /** Rows change: before images. */
  DELETE,
  /** A statement that is not a row change. */
  DDL,
  /** The transaction ends. */
  COMMIT,
  /** The server is alive; only when the option filter.events asks. */
  HEARTBEAT,
  /**
   * A change of rows that the server logged as a statement and not as rows, so that these are not
   * known; only with the option source.statements=deliver.
   */
  STATEMENT;

  private static final EntryKind[] ALL = values();

  /** As in {@code towpath.h}. */
  public int number() {
    return ordinal() + 1;
  }

  static EntryKind of(int number) {
    return ALL[number - 1];
  }
}
