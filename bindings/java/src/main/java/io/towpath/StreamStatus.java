package io.towpath;

/** A stream at one moment. */
public final class StreamStatus {
  /** What a stream does. Ordinals are the numbers of {@code towpath.h}. */
  public enum State {
    /** Also while waiting before a retry. */
    CONNECTING,
    RUNNING,
    /** The source has an end and all of it was read. */
    ENDED,
    FAILED,
    CLOSED
  }

  private final String[] texts;
  private final long[] numbers;

  StreamStatus(byte[][] texts, long[] numbers) {
    this.texts = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      this.texts[i] = Native.text(texts[i]);
    }
    this.numbers = numbers;
  }

  public State state() {
    return State.values()[(int) numbers[0]];
  }

  /** The failure, or what the last retry was for; OK: none. */
  public Status error() {
    return Status.of((int) numbers[1]);
  }

  public String errorMessage() {
    return texts[0];
  }

  /** Transactions acknowledged, where the server has GTIDs. */
  public String gtidSet() {
    return texts[1];
  }

  /** The mark of the next batch. */
  public long nextMark() {
    return numbers[2];
  }

  /** The mark that ack expects; -1 when none is outstanding. */
  public long oldestMark() {
    return numbers[3];
  }

  /** Batches handed out and not acknowledged. */
  public long outstanding() {
    return numbers[4];
  }

  /** Entries read and not acknowledged. */
  public long bufferedEntries() {
    return numbers[5];
  }

  /** Memory held for them. */
  public long bufferedBytes() {
    return numbers[6];
  }

  public long reconnects() {
    return numbers[7];
  }

  /** Of the last entry handed out; null: none yet. */
  public Position getPosition() {
    return position(0);
  }

  /** Of the last entry acknowledged; null: none yet. */
  public Position ackPosition() {
    return position(1);
  }

  /** Of the last entry marked as processed; null: none yet. */
  public Position processed() {
    return position(2);
  }

  /** Of the last entry read from the source; null: none yet. */
  public Position readPosition() {
    return position(3);
  }

  private Position position(int which) {
    String file = texts[2 + 2 * which];
    if (file.isEmpty()) {
      return null;
    }
    int at = 8 + 3 * which;
    return new Position(
        file, numbers[at], (int) numbers[at + 1], numbers[at + 2], texts[3 + 2 * which]);
  }

  @Override
  public String toString() {
    return state() + (error() == Status.OK ? "" : " (" + error() + ": " + errorMessage() + ")")
        + ", next mark " + nextMark() + ", " + outstanding() + " outstanding";
  }
}
