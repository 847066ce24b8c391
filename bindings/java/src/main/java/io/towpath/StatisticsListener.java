package io.towpath;

/** Hears at intervals how a stream is. */
@FunctionalInterface
public interface StatisticsListener {
  /**
   * Called each stats.interval_ms, on a thread of the stream's own, never after {@link
   * TowpathStream#close} has returned. It may call the stream, and close it: then it is not called
   * again. What it throws is told to the stream's {@link LogListener} as an error.
   */
  void statistics(StreamStatus status);
}
