package io.quintet.templates;

import java.util.Arrays;

/** Long pieces of a page that need not be copied before the page is put together. */
final class LargeTexts {
  private byte[][] texts = new byte[4][];
  private int[] places = new int[4];
  private int count;
  private int total;

  /**
   * Adds a text, which nobody may change.
   *
   * @param place how much of the rest comes before it
   */
  void add(byte[] text, int place) {
    if (count == texts.length) {
      texts = Arrays.copyOf(texts, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    texts[count] = text;
    places[count++] = place;
    total = Math.addExact(total, text.length);
  }

  /** The page: the rest with the texts in their places. */
  byte[] page(byte[] rest, int size) {
    byte[] page = new byte[Math.addExact(size, total)];
    int from = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      int length = places[i] - from;
      System.arraycopy(rest, from, page, at, length);
      at += length;
      from = places[i];
      System.arraycopy(texts[i], 0, page, at, texts[i].length);
      at += texts[i].length;
    }
    System.arraycopy(rest, from, page, at, size - from);
    return page;
  }
}
