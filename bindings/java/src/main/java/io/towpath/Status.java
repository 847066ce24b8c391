package io.towpath;

/** What a call reports. The numbers are those of {@code towpath.h}. */
public enum Status {
  OK(0),
  /** An argument that can never be right. */
  INVALID_ARGUMENT(1),
  /** No such option; the message names the nearest known one. */
  UNKNOWN_OPTION(2),
  /** A known option with a value it does not accept. */
  INVALID_OPTION(3),
  /** A stream name with characters or a length that is not allowed. */
  INVALID_NAME(4),
  /** A table filter that does not compile. */
  INVALID_FILTER(5),
  /** A position or GTID text that does not parse or names no event. */
  INVALID_POSITION(6),
  /** The server could not be reached, or the connection was lost. */
  CONNECTION(7),
  /** The server refused the user or password. */
  AUTHENTICATION(8),
  /** TLS failed: handshake, certificate, or refused by the server. */
  TLS(9),
  /** Server settings or grants forbid replication; the message has the remedy. */
  SERVER_NOT_READY(10),
  /** The binlog the stream needs is purged or was never on this server. */
  POSITION_LOST(11),
  /** Another replica with our server_id or UUID took the connection over. */
  IDENTITY_CLASH(12),
  /** A file that does not exist. */
  NOT_FOUND(13),
  /** The operating system failed to read or write a file. */
  IO(14),
  /** A binlog file ends inside an event. */
  TRUNCATED(15),
  /** Bytes that can not be right: checksum, lengths, layout. */
  CORRUPTED(16),
  /** An encrypted binlog file; only the server can read it. */
  ENCRYPTED(17),
  /** A correct event or feature that Towpath does not read. */
  UNSUPPORTED(18),
  /** A table's known schema disagrees with its rows. */
  SCHEMA_MISMATCH(19),
  /** The store failed: disk full, read-only, locked. */
  STORE(20),
  /** A store file that is not ours, or of a newer version. */
  NOT_A_STORE(21),
  /** The stream is open elsewhere. */
  BUSY(22),
  /** The stream was closed. */
  CLOSED(23),
  /** The source has an end, and everything before it was handed out. */
  END(24),
  /** Ack of a mark that is not the oldest outstanding one. */
  OUT_OF_ORDER(25),
  /** A mark that is not outstanding. */
  UNKNOWN_MARK(26),
  /** Something exceeds a stated bound. */
  LIMIT(27),
  /** A bug in Towpath; the message says where. */
  INTERNAL(28),
  /** The library could not allocate. */
  OUT_OF_MEMORY(29),
  /** The server lacks transactions that the stream has delivered. */
  SERVER_BEHIND(30),
  /** The server has transactions before the stream's place that no other server had. */
  DIVERGED(31),
  /** The server is the same, its binlogs are not: reset, or restored. */
  BINLOG_RESET(32),
  /** A status newer than this class. */
  UNKNOWN(-1);

  private static final Status[] ALL = values();
  private final int number;

  Status(int number) {
    this.number = number;
  }

  /** As in {@code towpath.h}. */
  public int number() {
    return number;
  }

  static Status of(int number) {
    return number >= 0 && number < ALL.length - 1 ? ALL[number] : UNKNOWN;
  }
}
