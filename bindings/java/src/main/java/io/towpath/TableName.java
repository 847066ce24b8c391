package io.towpath;

import java.util.Objects;

/** A table, view or sequence that a statement names; without quotes. Immutable. */
public final class TableName {
  private final String database;
  private final String name;

  TableName(String database, String name) {
    this.database = database;
    this.name = name;
  }

  /** The session's default where the statement names none; may be empty. */
  public String database() {
    return database;
  }

  public String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableName
        && database.equals(((TableName) other).database)
        && name.equals(((TableName) other).name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(database, name);
  }

  @Override
  public String toString() {
    return database + "." + name;
  }
}
