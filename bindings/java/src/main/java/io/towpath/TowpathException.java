package io.towpath;

/** What went wrong: a status for a program, a message for a person (it never holds a password). */
public final class TowpathException extends Exception {
  private static final long serialVersionUID = 1;

  private final Status status;

  TowpathException(Status status, String message) {
    super(message);
    this.status = status;
  }

  public Status status() {
    return status;
  }

  @Override
  public String toString() {
    return "io.towpath.TowpathException: " + status + ": " + getMessage();
  }
}
