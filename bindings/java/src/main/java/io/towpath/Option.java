package io.towpath;

import java.util.List;

/** One option of the library. */
public final class Option {
  /** What kind of text it takes. Ordinals are the numbers of {@code towpath.h}. */
  public enum Type {
    STRING,
    INTEGER,
    BYTES,
    BOOLEAN,
    CHOICE,
    LIST
  }

  private final String key;
  private final Type type;
  private final String defaultValue;
  private final List<String> choices;
  private final String doc;
  private final long min;
  private final long max;
  private final boolean secret;

  Option(byte[][] texts, long[] numbers) {
    key = Native.text(texts[0]);
    defaultValue = Native.text(texts[1]);
    String all = Native.text(texts[2]);
    choices = all.isEmpty() ? List.of() : List.of(all.split("\\|"));
    doc = Native.text(texts[3]);
    type = Type.values()[(int) numbers[0]];
    min = numbers[1];
    max = numbers[2];
    secret = numbers[3] != 0;
  }

  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  public String defaultValue() {
    return defaultValue;
  }

  /** CHOICE and LIST: what is accepted. */
  public List<String> choices() {
    return choices;
  }

  public String doc() {
    return doc;
  }

  /** INTEGER and BYTES: the least accepted. */
  public long min() {
    return min;
  }

  /** INTEGER and BYTES: the most accepted. */
  public long max() {
    return max;
  }

  /** May hold a password: do not show the value. */
  public boolean isSecret() {
    return secret;
  }

  @Override
  public String toString() {
    return key;
  }
}
