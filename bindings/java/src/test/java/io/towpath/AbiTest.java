package io.towpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The numbers and layouts here are those of towpath.h. */
class AbiTest {
  private static String header;

  @BeforeAll
  static void readHeader() throws Exception {
    Path file = Path.of(System.getProperty("basedir"), "../../capi/include/towpath.h");
    header = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", " ");
  }

  private static Map<String, Integer> numbers(String prefix, String without) {
    Map<String, Integer> found = new TreeMap<>();
    Matcher m = Pattern.compile("\\b" + prefix + "([A-Z0-9_]+) = (\\d+)").matcher(header);
    while (m.find()) {
      if (without == null || !m.group(1).startsWith(without)) {
        found.put(m.group(1), Integer.parseInt(m.group(2)));
      }
    }
    assertTrue(found.size() > 2, prefix);
    return found;
  }

  private static Map<String, Integer> ordinals(Enum<?>[] values) {
    return new TreeMap<>(Arrays.stream(values).collect(Collectors.toMap(Enum::name, Enum::ordinal)));
  }

  @Test
  void enumerations() {
    assertEquals(numbers("TOWPATH_COLUMN_", "IS_"), ordinals(ColumnType.values()));
    assertEquals(numbers("TOWPATH_VALUE_", null), ordinals(ValueKind.values()));
    assertEquals(numbers("TOWPATH_LOG_", null), ordinals(LogListener.Level.values()));
    assertEquals(numbers("TOWPATH_STATE_", null), ordinals(StreamStatus.State.values()));
    assertEquals(numbers("TOWPATH_FINDING_", null), ordinals(PreflightReport.Severity.values()));
    assertEquals(numbers("TOWPATH_OPTION_", null), ordinals(Option.Type.values()));
    Map<String, Integer> kinds = new TreeMap<>();
    for (EntryKind kind : EntryKind.values()) {
      kinds.put(kind.name(), kind.number());
      assertEquals(kind, EntryKind.of(kind.number()));
    }
    assertEquals(numbers("TOWPATH_ENTRY_", null), kinds);
    assertEquals(numbers("TOWPATH_DDL_", null), ordinals(DdlKind.values()));
  }

  @Test
  void statuses() {
    Matcher list = Pattern.compile("(?s)enum \\{\\s*TOWPATH_OK = 0.*?\\}").matcher(header);
    assertTrue(list.find());
    Matcher m = Pattern.compile("TOWPATH_([A-Z_]+) = (\\d+)").matcher(list.group());
    int count = 0;
    for (; m.find(); count++) {
      Status status = Status.valueOf(m.group(1));
      assertEquals(Integer.parseInt(m.group(2)), status.number());
      assertEquals(status, Status.of(status.number()));
    }
    assertEquals(Status.values().length - 1, count); // all but UNKNOWN
    assertEquals(Status.UNKNOWN, Status.of(4711));
    assertEquals(Status.UNKNOWN, Status.of(-5));
  }

  /** Offsets of a struct's fields by the C rules; the last, "", is its size. */
  private static Map<String, Integer> layout(String struct) {
    Map<String, Integer> sizes =
        Map.of(
            "uint8_t", 1, "int32_t", 4, "uint32_t", 4, "int64_t", 8, "uint64_t", 8,
            "towpath_block_text", 8);
    Matcher body =
        Pattern.compile("(?s)typedef struct " + struct + " \\{(.*?)\\n\\} ").matcher(header);
    assertTrue(body.find(), struct);
    String fields = body.group(1).replaceAll("(?s)union \\{.*?\\}", "uint64_t");
    Map<String, Integer> offsets = new TreeMap<>();
    int at = 0;
    int alignment = 1;
    Matcher field = Pattern.compile("(\\w+) (\\w+);").matcher(fields);
    while (field.find()) {
      int size = sizes.get(field.group(1));
      int align = field.group(1).equals("towpath_block_text") ? 4 : size;
      alignment = Math.max(alignment, align);
      at = (at + align - 1) / align * align;
      offsets.put(field.group(2).toUpperCase(), at);
      at += size;
    }
    offsets.put("", (at + alignment - 1) / alignment * alignment);
    return offsets;
  }

  private static void check(String struct, Class<?> record) throws Exception {
    Map<String, Integer> offsets = layout(struct);
    for (var field : record.getDeclaredFields()) {
      if (field.isSynthetic()) {
        continue;
      }
      field.setAccessible(true);
      String name = field.getName().equals("DATA") ? "AS" : field.getName();
      assertEquals(offsets.get(name), field.getInt(null), struct + "." + name);
    }
  }

  @Test
  void layouts() throws Exception {
    check("towpath_block", Layout.BlockHead.class);
    check("towpath_block_entry", Layout.EntryRecord.class);
    check("towpath_block_table", Layout.TableRecord.class);
    check("towpath_block_statement_table", Layout.StatementTableRecord.class);
    check("towpath_value", Layout.ValueRecord.class);
    assertEquals(layout("towpath_block_entry").get(""), Layout.ENTRY_SIZE);
    assertEquals(layout("towpath_block_table").get(""), Layout.TABLE_SIZE);
    assertEquals(
        layout("towpath_block_statement_table").get(""), Layout.STATEMENT_TABLE_SIZE);
    assertEquals(layout("towpath_block_column").get(""), Layout.COLUMN_SIZE);
    assertEquals(layout("towpath_block_text").get(""), Layout.TEXT_SIZE);
    assertEquals(layout("towpath_value").get(""), Layout.VALUE_SIZE);
    // Those that Table reads by number.
    assertEquals(
        Map.of("COLUMN_COUNT", 0, "NAMES_KNOWN", 4, "DATABASE", 8, "NAME", 16, "COLUMNS", 24,
            "LABELS", 28, "", 32),
        layout("towpath_block_schema"));
    Map<String, Integer> column = layout("towpath_block_column");
    assertEquals(20, column.get("FIRST_LABEL"));
    assertEquals(24, column.get("LABEL_COUNT"));
    assertEquals(28, column.get("NAME"));
    assertEquals(36, column.get("CHARSET"));
    assertEquals(16, column.get("KEY_PART"));
    assertEquals(8, column.get("LENGTH"));
  }

  @Test
  void version() {
    assertEquals("0.1.0", Towpath.version());
  }
}
