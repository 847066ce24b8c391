package io.towpath;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The JNI library, see {@code src/main/native/towpath_jni.c}. Handles are longs. */
final class Native {
  /** Frees handles whose owner was forgotten instead of closed. */
  static final Cleaner CLEANER = Cleaner.create();

  /** The version of towpath.h that these classes follow. */
  private static final int VERSION = 100;

  private static final List<String> LIBRARIES = List.of("libtowpath.so.0", "libtowpath_jni.so");

  private Native() {}

  static {
    load();
    if (version() / 100 != VERSION / 100) {
      throw new UnsatisfiedLinkError(
          "libtowpath.so is of version " + version() + ", expected " + VERSION);
    }
  }

  static native int version();

  static native long optionsNew();

  static native void optionsFree(long options);

  static native void optionsSet(long options, byte[] key, byte[] value) throws TowpathException;

  static native int optionsCount();

  static native void optionsDescribe(int index, byte[][] texts, long[] numbers)
      throws TowpathException;

  static native int positionParse(byte[] text, long[] numbers) throws TowpathException;

  static native int positionCompare(
      byte[] fileA, long offsetA, int ordinalA, byte[] fileB, long offsetB, int ordinalB)
      throws TowpathException;

  static native byte[][] preflight(long options, int[] severities) throws TowpathException;

  static native long streamOpen(long options, LogListener listener, StatisticsListener statistics)
      throws TowpathException;

  static native void streamClose(long stream) throws TowpathException;

  static native void streamFree(long stream);

  static native long streamGetWithoutAck(long stream, long maxEntries, long timeoutMillis)
      throws TowpathException;

  static native long streamGetOutstanding(long stream, long mark) throws TowpathException;

  static native void streamAck(long stream, long mark) throws TowpathException;

  static native void streamAckThrough(long stream, long mark) throws TowpathException;

  static native void streamRollback(long stream) throws TowpathException;

  static native void streamRollbackTo(long stream, long mark) throws TowpathException;

  static native void streamMarkProcessed(
      long stream, byte[] file, long offset, int ordinal, long transactionOffset, byte[] gtid)
      throws TowpathException;

  static native byte[][] streamStatus(long stream, long[] numbers) throws TowpathException;

  static native long batchMark(long batch);

  static native long batchSize(long batch);

  static native void batchFree(long batch);

  static native byte[] batchEncode(long batch, byte[] format) throws TowpathException;

  static native byte[] entryEncode(long batch, long index, byte[] format) throws TowpathException;

  static native ByteBuffer batchDecode(long batch, long firstEntry, long maxBytes, long[] address)
      throws TowpathException;

  static native void blockFree(long block);

  static native boolean batchExportArrow(
      long batch, byte[] table, boolean beforeImages, long stream) throws TowpathException;

  /** Called from native code. */
  static Throwable exception(int status, byte[] message) {
    return new TowpathException(Status.of(status), text(message));
  }

  /** Called from native code. */
  static void log(LogListener listener, int level, byte[] message) {
    try {
      LogListener.Level[] levels = LogListener.Level.values();
      listener.log(levels[Math.max(0, Math.min(level, levels.length - 1))], text(message));
    } catch (Throwable ignored) {
      // There is nobody to tell on a thread of the library.
    }
  }

  /** Called from native code; `log` may be null. */
  static void statistics(
      StatisticsListener listener, LogListener log, byte[][] texts, long[] numbers) {
    try {
      listener.statistics(new StreamStatus(texts, numbers));
    } catch (Throwable t) {
      if (log != null) {
        log(log, LogListener.Level.ERROR.ordinal(), bytes("the statistics listener threw " + t));
      }
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A new options handle, to be freed with {@link #optionsFree}. */
  static long options(Map<String, String> values) throws TowpathException {
    long options = optionsNew();
    if (options == 0) {
      throw new OutOfMemoryError("native memory");
    }
    try {
      for (Map.Entry<String, String> option : values.entrySet()) {
        if (option.getValue().indexOf('\0') >= 0) {
          throw new TowpathException(
              Status.INVALID_OPTION, "option " + option.getKey() + " holds a NUL character");
        }
        optionsSet(options, bytes(option.getKey()), bytes(option.getValue()));
      }
      return options;
    } catch (Throwable t) {
      optionsFree(options);
      throw t;
    }
  }

  /** From the folder in the property towpath.library.dir, else from the jar. */
  private static void load() {
    String chosen = System.getProperty("towpath.library.dir");
    if (chosen != null) {
      for (String library : LIBRARIES) {
        System.load(Path.of(chosen).toAbsolutePath().resolve(library).toString());
      }
      return;
    }
    String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
    String platform = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    String folder = "native/" + platform + "-" + machine + "/";
    try {
      // A loaded library needs no name any more: the files are gone at once, whatever happens.
      Path extracted = Files.createTempDirectory("towpath-");
      try {
        for (String library : LIBRARIES) {
          try (InputStream from = Native.class.getResourceAsStream(folder + library)) {
            if (from == null) {
              throw new UnsatisfiedLinkError(
                  "this jar has no native library for " + platform + "-" + machine
                      + "; set the property towpath.library.dir to a folder with " + LIBRARIES);
            }
            Files.copy(from, extracted.resolve(library));
          }
        }
        for (String library : LIBRARIES) {
          System.load(extracted.resolve(library).toString());
        }
      } finally {
        for (String library : LIBRARIES) {
          Files.deleteIfExists(extracted.resolve(library));
        }
        Files.deleteIfExists(extracted);
      }
    } catch (IOException e) {
      throw (UnsatisfiedLinkError)
          new UnsatisfiedLinkError("can not extract the native library: " + e).initCause(e);
    }
  }
}
