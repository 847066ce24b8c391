package io.towpath;

import java.util.List;

/** Whether a server is ready to be followed, and what would make it so. */
public final class PreflightReport {
  /** Weight of a finding, in ascending order. ERROR: open refuses. */
  public enum Severity {
    OK,
    WARNING,
    ERROR
  }

  /** One thing that was looked at. */
  public static final class Finding {
    private final Severity severity;
    private final String check;
    private final String found;
    private final String message;
    private final String remedy;

    Finding(Severity severity, String check, String found, String message, String remedy) {
      this.severity = severity;
      this.check = check;
      this.found = found;
      this.message = message;
      this.remedy = remedy;
    }

    public Severity severity() {
      return severity;
    }

    /** What was looked at: "binlog_format". */
    public String check() {
      return check;
    }

    /** "MIXED". */
    public String found() {
      return found;
    }

    /** Why it matters. */
    public String message() {
      return message;
    }

    /** The statement or setting that fixes it; "" when it is ok. */
    public String remedy() {
      return remedy;
    }
  }

  private final String server;
  private final boolean ready;
  private final List<Finding> findings;

  PreflightReport(String server, boolean ready, List<Finding> findings) {
    this.server = server;
    this.ready = ready;
    this.findings = findings;
  }

  /** Product and version. */
  public String server() {
    return server;
  }

  /** No finding is an error. */
  public boolean ready() {
    return ready;
  }

  public List<Finding> findings() {
    return findings;
  }
}
