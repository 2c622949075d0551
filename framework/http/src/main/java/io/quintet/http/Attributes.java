package io.quintet.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one request, by identity of their keys. A request has about a dozen: looking
 * through them one after the other costs less than a table would.
 */
final class Attributes {
  private static final int FIRST_SIZE = 16;

  /** A key, its value, the next key, ... */
  private @Nullable Object[] pairs = new @Nullable Object[FIRST_SIZE];

  private int length;

  @Nullable Object get(RequestKey<?> key) {
    for (int i = 0; i < length; i += 2) {
      if (pairs[i] == key) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  void put(RequestKey<?> key, Object value) {
    for (int i = 0; i < length; i += 2) {
      if (pairs[i] == key) {
        pairs[i + 1] = value;
        return;
      }
    }
    if (length == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * length);
    }
    pairs[length++] = key;
    pairs[length++] = value;
  }
}
