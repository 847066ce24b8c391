package io.towpath;

/**
 * What an update did to a JSON column whose new value nobody can know. MySQL logs it instead of the
 * value with binlog_row_value_options=PARTIAL_JSON. Where the row's before image has the document,
 * the after image has the new one; where it has not (binlog_row_image=MINIMAL), the value
 * is a JsonDiff. Immutable.
 */
public final class JsonDiff {
  private final String json;

  JsonDiff(String json) {
    this.json = json;
  }

  /**
   * A JSON array of what was done to the document, in this order; empty when it stayed as it was:
   *
   * <pre>{@code
   * [{"op":"replace","path":"$.a[2]","value":1},{"op":"remove","path":"$.b"}]
   * }</pre>
   *
   * "op" is replace, insert (a member that was not there; in an array, before the element of the
   * path, or at its end) or remove, which has no "value"; paths are those of JSON_SET.
   */
  public String toJson() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonDiff && json.equals(((JsonDiff) other).json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** As {@link #toJson}. */
  @Override
  public String toString() {
    return json;
  }
}
