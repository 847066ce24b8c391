package io.towpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Follows the binary log of MySQL or MariaDB, change by change.
 *
 * <pre>{@code
 * Properties properties = new Properties();
 * properties.setProperty("source.url", "mysql://user:password@host/");
 * properties.setProperty("stream.name", "orders");
 * try (var stream = Towpath.open(properties)) {
 *   for (Batch batch; (batch = stream.next()) != null; batch.close()) {
 *     for (Entry entry : batch.entries()) {
 *       System.out.println(entry.toJson());
 *     }
 *     batch.ack();
 *   }
 * }
 * }</pre>
 *
 * What was acknowledged does not come again, also after a crash; what was not does.
 */
public final class Towpath {
  private Towpath() {}

  /** "0.1.0", of the native library. */
  public static String version() {
    int version = Native.version();
    return version / 10000 + "." + version / 100 % 100 + "." + version % 100;
  }

  /**
   * Opens the stream named stream.name on source.url. The first time it begins at source.start, later
   * behind what was acknowledged. Options are listed by {@link #options}.
   *
   * @throws TowpathException the source can not be reached or followed; BUSY: open elsewhere
   */
  public static TowpathStream open(Properties properties) throws TowpathException {
    return open(properties, null);
  }

  /** The same; the listener hears what the stream tells, null: nobody. */
  public static TowpathStream open(Properties properties, LogListener listener)
      throws TowpathException {
    Map<String, String> options = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      options.put(key, properties.getProperty(key));
    }
    return open(options, listener);
  }

  /** The same with a map. */
  public static TowpathStream open(Map<String, String> options, LogListener listener)
      throws TowpathException {
    return open(options, listener, null);
  }

  /** The same; `statistics` hears how the stream is each stats.interval_ms, null: nobody. */
  public static TowpathStream open(
      Map<String, String> options, LogListener listener, StatisticsListener statistics)
      throws TowpathException {
    long handle = Native.options(options);
    try {
      return new TowpathStream(Native.streamOpen(handle, listener, statistics));
    } finally {
      Native.optionsFree(handle);
    }
  }

  /** Looks at settings and grants of the server of source.url; changes nothing there. */
  public static PreflightReport preflight(Map<String, String> options) throws TowpathException {
    long handle = Native.options(options);
    try {
      int[] severities = new int[256];
      byte[][] texts = Native.preflight(handle, severities);
      List<PreflightReport.Finding> findings = new ArrayList<>();
      for (int i = 1; i + 3 < texts.length; i += 4) {
        findings.add(
            new PreflightReport.Finding(
                PreflightReport.Severity.values()[severities[i / 4 + 1]],
                Native.text(texts[i]),
                Native.text(texts[i + 1]),
                Native.text(texts[i + 2]),
                Native.text(texts[i + 3])));
      }
      return new PreflightReport(Native.text(texts[0]), severities[0] == 1, List.copyOf(findings));
    } finally {
      Native.optionsFree(handle);
    }
  }

  /** All options, in order of their keys. */
  public static List<Option> options() {
    List<Option> options = new ArrayList<>();
    try {
      for (int i = 0; i < Native.optionsCount(); i++) {
        byte[][] texts = new byte[4][];
        long[] numbers = new long[4];
        Native.optionsDescribe(i, texts, numbers);
        options.add(new Option(texts, numbers));
      }
    } catch (TowpathException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(options);
  }
}
