package io.towpath;

/**
 * A stream at one moment.
 *
 * <p>Times are microseconds; a moment is since 1970-01-01 UTC by this machine's clock, 0 when there
 * was none. {@code docs/observability.md} has more on each.
 */
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

  /** How many positions, and where in the arrays what follows them begins. */
  private static final int POSITIONS = 7;

  private static final int SCALARS = 3 * POSITIONS;
  static final int NUMBERS = SCALARS + 46;

  private final String[] texts;
  private final long[] numbers;

  StreamStatus(byte[][] texts, long[] numbers) {
    this.texts = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      this.texts[i] = Native.text(texts[i]);
    }
    this.numbers = numbers;
  }

  public String errorMessage() {
    return texts[0];
  }

  /** Transactions acknowledged, where the server has GTIDs. */
  public String gtidSet() {
    return texts[1];
  }

  /** All of it as one JSON object. */
  public String toJson() {
    return texts[2];
  }

  /** The server that is read, or was last: host:port, a socket, a file. */
  public String endpoint() {
    return texts[3 + 2 * POSITIONS];
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

  /**
   * Behind the last event read, which moves on also while everything is filtered out; null:
   * not known yet.
   */
  public Position sourcePosition() {
    return position(4);
  }

  /** Where the stream would begin if it were opened again now: on disk; null: by GTIDs only. */
  public Position resumePosition() {
    return position(5);
  }

  /**
   * Where the server's binlog ended at {@link #endKnownMicros}, or {@link #sourcePosition} if
   * that is further; null: not known.
   */
  public Position endPosition() {
    return position(6);
  }

  public State state() {
    return State.values()[(int) numbers[SCALARS]];
  }

  /** The failure, or what the last retry was for; OK: none. */
  public Status error() {
    return Status.of((int) numbers[SCALARS + 1]);
  }

  /** The mark of the next batch. */
  public long nextMark() {
    return numbers[SCALARS + 2];
  }

  /** The mark that ack expects; -1 when none is outstanding. */
  public long oldestMark() {
    return numbers[SCALARS + 3];
  }

  /** Batches handed out and not acknowledged. */
  public long outstanding() {
    return numbers[SCALARS + 4];
  }

  /** Entries read and not acknowledged. */
  public long bufferedEntries() {
    return numbers[SCALARS + 5];
  }

  /** Memory held for them. */
  public long bufferedBytes() {
    return numbers[SCALARS + 6];
  }

  public long reconnects() {
    return numbers[SCALARS + 7];
  }

  /** When this was told. */
  public long timeMicros() {
    return numbers[SCALARS + 8];
  }

  /** When the stream was opened. */
  public long openedMicros() {
    return numbers[SCALARS + 9];
  }

  /** How long the stream has been in its state. */
  public long stateAgeMicros() {
    return numbers[SCALARS + 10];
  }

  /** When the error happened. */
  public long errorMicros() {
    return numbers[SCALARS + 11];
  }

  /** The last reconnect that succeeded. */
  public long reconnectedMicros() {
    return numbers[SCALARS + 12];
  }

  /** When something, a heartbeat too, was last read from the source. */
  public long lastReceivedMicros() {
    return numbers[SCALARS + 13];
  }

  /** When the server last told where its binlog ends. */
  public long endKnownMicros() {
    return numbers[SCALARS + 14];
  }

  /**
   * Age of the oldest entry read and not acknowledged; {@link #readLagMicros} when there is
   * none. -1: not known.
   */
  public long lagMicros() {
    return numbers[SCALARS + 15];
  }

  /**
   * 0 at the server's end; else age of the last event read, or time since the stream was last
   * at the end if that is less. -1: not known.
   */
  public long readLagMicros() {
    return numbers[SCALARS + 16];
  }

  /** Binlog from what is acknowledged to {@link #endPosition}; -1: not known. */
  public long lagBytes() {
    return numbers[SCALARS + 17];
  }

  /** Binlog from {@link #sourcePosition} to {@link #endPosition}; -1: not known. */
  public long readLagBytes() {
    return numbers[SCALARS + 18];
  }

  /** When the last event read was made, by the server's clock. */
  public long lastEventMicros() {
    return numbers[SCALARS + 19];
  }

  /** The server's clock minus this machine's. */
  public long clockOffsetMicros() {
    return numbers[SCALARS + 20];
  }

  /** Connected, and nothing is known to be unread. */
  public boolean atEnd() {
    return numbers[SCALARS + 21] != 0;
  }

  /** The reader waits until something is acknowledged. */
  public boolean waitingForRoom() {
    return numbers[SCALARS + 22] != 0;
  }

  /** Events of the binlog, heartbeats and what is filtered out included. */
  public long eventsRead() {
    return numbers[SCALARS + 23];
  }

  /** Bytes of these events. */
  public long bytesRead() {
    return numbers[SCALARS + 24];
  }

  /** Complete ones, those without an entry included. */
  public long transactionsRead() {
    return numbers[SCALARS + 25];
  }

  /** Entries that are for this stream. */
  public long entriesRead() {
    return numbers[SCALARS + 26];
  }

  /** Rows events of tables that are not. */
  public long eventsFiltered() {
    return numbers[SCALARS + 27];
  }

  /** Events of a kind not known, that the server marks as ignorable. */
  public long eventsIgnored() {
    return numbers[SCALARS + 28];
  }

  public long batchesDelivered() {
    return numbers[SCALARS + 29];
  }

  /** Again after a rollback, too. */
  public long entriesDelivered() {
    return numbers[SCALARS + 30];
  }

  public long entriesAcked() {
    return numbers[SCALARS + 31];
  }

  /** Entries found to be replays by a get: flagged or left out. */
  public long duplicates() {
    return numbers[SCALARS + 32];
  }

  public long rollbacks() {
    return numbers[SCALARS + 33];
  }

  /** Mean over the last ten seconds. */
  public double entriesReadPerSecond() {
    return Double.longBitsToDouble(numbers[SCALARS + 34]);
  }

  /** Mean over the last ten seconds. */
  public double bytesReadPerSecond() {
    return Double.longBitsToDouble(numbers[SCALARS + 35]);
  }

  /** Mean over the last ten seconds. */
  public double entriesAckedPerSecond() {
    return Double.longBitsToDouble(numbers[SCALARS + 36]);
  }

  /** Option buffer.bytes. */
  public long bufferLimit() {
    return numbers[SCALARS + 37];
  }

  /** How often the reader waited for room. */
  public long roomWaits() {
    return numbers[SCALARS + 38];
  }

  /** How long it did in total. */
  public long roomWaitMicros() {
    return numbers[SCALARS + 39];
  }

  /** Since the batch {@link #oldestMark} was handed out; -1: there is none. */
  public long oldestMarkAgeMicros() {
    return numbers[SCALARS + 40];
  }

  /** Durable writes that succeeded, most of them acks. */
  public long writes() {
    return numbers[SCALARS + 41];
  }

  public long writeFailures() {
    return numbers[SCALARS + 42];
  }

  /** Of those that succeeded. */
  public long writeMeanMicros() {
    return numbers[SCALARS + 43];
  }

  /** Of those that succeeded. */
  public long writeMaxMicros() {
    return numbers[SCALARS + 44];
  }

  /** In files instead of memory: option buffer.spill_bytes. */
  public long spilledBytes() {
    return numbers[SCALARS + 45];
  }

  private Position position(int which) {
    String file = texts[3 + 2 * which];
    if (file.isEmpty()) {
      return null;
    }
    int at = 3 * which;
    return new Position(
        file, numbers[at], (int) numbers[at + 1], numbers[at + 2], texts[4 + 2 * which]);
  }

  @Override
  public String toString() {
    return state() + (error() == Status.OK ? "" : " (" + error() + ": " + errorMessage() + ")")
        + ", next mark " + nextMark() + ", " + outstanding() + " outstanding";
  }
}
