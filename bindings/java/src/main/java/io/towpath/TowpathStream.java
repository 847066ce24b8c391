package io.towpath;

import java.lang.ref.Reference;
import java.time.Duration;

/**
 * A named, durable subscription to one server's changes, made by {@link Towpath#open}.
 *
 * <p>Every method may be called from any thread; get on one thread and ack on another is the usual
 * shape.
 */
public final class TowpathStream implements AutoCloseable {
  /** A waiting call wakes up this often to see whether its thread was interrupted. */
  private static final long SLICE_MILLIS = 100;

  private static final int DEFAULT_BATCH = 1000;

  private final long handle;

  TowpathStream(long handle) {
    this.handle = handle;
    Native.CLEANER.register(this, () -> Native.streamFree(handle));
  }

  /**
   * The next entries, to be acknowledged later: at least one, at most {@code maxEntries}, as soon as
   * there is one. Nothing came within the timeout: an empty batch with mark -1.
   *
   * @param timeout null waits without limit
   * @throws TowpathException END: the source has an end and everything was handed out. An error of
   *     the source comes after everything that was read before it.
   * @throws InterruptedException the thread was interrupted; no batch was taken
   */
  public Batch getWithoutAck(int maxEntries, Duration timeout)
      throws TowpathException, InterruptedException {
    long deadline = timeout == null ? 0 : System.nanoTime() + nanos(timeout);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long wait = SLICE_MILLIS;
      boolean last = false;
      if (timeout != null) {
        long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        last = left <= SLICE_MILLIS;
        wait = last ? Math.max(0, left) : SLICE_MILLIS;
      }
      Batch batch;
      try {
        batch = new Batch(this, Native.streamGetWithoutAck(handle, maxEntries, wait));
      } finally {
        Reference.reachabilityFence(this);
      }
      if (last || !batch.isEmpty() || batch.mark() != -1) {
        return batch;
      }
      batch.close();
    }
  }

  /** The same, acknowledged before it returns. */
  public Batch get(int maxEntries, Duration timeout)
      throws TowpathException, InterruptedException {
    Batch batch = getWithoutAck(maxEntries, timeout);
    batch.ack();
    return batch;
  }

  /**
   * The next up to 1000 entries, to be acknowledged later; waits for them. Null when the source has
   * an end and everything was handed out.
   */
  public Batch next() throws TowpathException, InterruptedException {
    try {
      return getWithoutAck(DEFAULT_BATCH, null);
    } catch (TowpathException e) {
      if (e.status() == Status.END) {
        return null;
      }
      throw e;
    }
  }

  /** A batch that was handed out and not acknowledged, again. */
  public Batch getOutstanding(long mark) throws TowpathException {
    try {
      return new Batch(this, Native.streamGetOutstanding(handle, mark));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Acknowledges the oldest outstanding batch, durably. OUT_OF_ORDER names that one. STORE: not made
   * durable; nothing changed, and it may be tried again.
   */
  public void ack(long mark) throws TowpathException {
    try {
      Native.streamAck(handle, mark);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Acknowledges every outstanding batch up to and including {@code mark}. */
  public void ackThrough(long mark) throws TowpathException {
    try {
      Native.streamAckThrough(handle, mark);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Drops all outstanding marks; their entries come again under new marks. */
  public void rollback() throws TowpathException {
    try {
      Native.streamRollback(handle);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** The same for {@code mark} and the ones after it. */
  public void rollback(long mark) throws TowpathException {
    try {
      Native.streamRollbackTo(handle, mark);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Remembers durably that everything up to {@code position} was processed (dedup.mode). */
  public void markProcessed(Position position) throws TowpathException {
    try {
      Native.streamMarkProcessed(
          handle,
          Native.bytes(position.file()),
          position.offset(),
          position.ordinal(),
          position.transactionOffset(),
          Native.bytes(position.gtid()));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public StreamStatus status() throws TowpathException {
    long[] numbers = new long[StreamStatus.NUMBERS];
    try {
      return new StreamStatus(Native.streamStatus(handle, numbers), numbers);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Stops reading and makes waiting calls throw CLOSED. Batches stay valid; what is outstanding
   * comes again at the next opening. Again: does nothing.
   */
  @Override
  public void close() throws TowpathException {
    try {
      Native.streamClose(handle);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private static long nanos(Duration timeout) {
    try {
      return Math.min(timeout.toNanos(), Long.MAX_VALUE / 2);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 2;
    }
  }
}
