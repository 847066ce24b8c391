package io.towpath;

/** Hears what a stream tells while it runs: connects, retries, warnings. */
@FunctionalInterface
public interface LogListener {
  /** Weight of a line, in ascending order. */
  enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }

  /**
   * Called from threads of the stream, one call at a time for a stream, never after {@link
   * TowpathStream#close}. Must not call the stream. What it throws is ignored.
   */
  void log(Level level, String message);
}
