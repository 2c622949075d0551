package io.quintet.core.i18n.po;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The binary form of a catalogue: two tables of lengths and offsets, and the texts, each with a NUL
 * behind it. Described in the manual of gettext, "The Format of GNU MO Files".
 */
final class MoFile {
  private static final int MAGIC = 0x950412de;
  private static final int HEADER = 28;
  private static final int ROW = 8;

  private MoFile() {}

  static byte[] write(Map<String, String> pairs) {
    List<byte[]> ids = new ArrayList<>();
    List<byte[]> texts = new ArrayList<>();
    pairs.entrySet().stream()
        .map(e -> new byte[][] {utf8(e.getKey()), utf8(e.getValue())})
        .sorted((a, b) -> Arrays.compareUnsigned(a[0], b[0]))
        .forEach(pair -> {
          ids.add(pair[0]);
          texts.add(pair[1]);
        });
    int count = ids.size();
    int offset = HEADER + 2 * ROW * count;
    int size = offset;
    for (int i = 0; i < count; i++) {
      size += ids.get(i).length + texts.get(i).length + 2;
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(0).putInt(count).putInt(HEADER).putInt(HEADER + ROW * count);
    out.putInt(0).putInt(offset);
    for (List<byte[]> all : List.of(ids, texts)) {
      for (byte[] text : all) {
        out.putInt(text.length).putInt(offset);
        offset += text.length + 1;
      }
    }
    for (List<byte[]> all : List.of(ids, texts)) {
      all.forEach(text -> out.put(text).put((byte) 0));
    }
    return out.array();
  }

  static Map<String, String> read(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER) {
      throw wrong(name, "it is too short");
    }
    if (in.getInt(0) != MAGIC) {
      in.order(ByteOrder.BIG_ENDIAN);
      if (in.getInt(0) != MAGIC) {
        throw wrong(name, "it does not begin as a file of gettext does");
      }
    }
    int count = in.getInt(8);
    if (count < 0 || count > bytes.length / (2 * ROW)) {
      throw wrong(name, "it says that it has " + count + " messages");
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      pairs.put(text(name, in, in.getInt(12), i), text(name, in, in.getInt(16), i));
    }
    return pairs;
  }

  private static String text(String name, ByteBuffer in, int table, int row) {
    long at = table + (long) ROW * row;
    if (table < 0 || at + ROW > in.capacity()) {
      throw wrong(name, "a table lies outside of it");
    }
    int length = in.getInt((int) at);
    int offset = in.getInt((int) at + 4);
    if (length < 0 || offset < 0 || (long) offset + length > in.capacity()) {
      throw wrong(name, "a message lies outside of it");
    }
    return new String(in.array(), offset, length, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException wrong(String name, String reason) {
    return new IllegalArgumentException(
        "The catalogue " + name + " cannot be read: " + reason + ".");
  }
}
