package io.quintet.core.text;

/**
 * A word without the brackets and punctuation around it.
 *
 * @param lead what was before
 * @param middle the word
 * @param trail what was behind
 */
record WordTrim(String lead, String middle, String trail) {
  private static final String PUNCTUATION = ".,:!";
  private static final String[] BRACKETS = {"()", "[]"};

  static WordTrim of(String word) {
    int start = 0;
    while (start < word.length() && (word.charAt(start) == '(' || word.charAt(start) == '[')) {
      start++;
    }
    String middle = new Trimming(word.substring(start)).run();
    return new WordTrim(word.substring(0, start), middle, word.substring(start + middle.length()));
  }

  private static final class Trimming {
    private final String word;
    private final int[] opened = new int[2];
    private final int[] closed = new int[2];
    private int end;

    Trimming(String word) {
      this.word = word;
      this.end = word.length();
      for (int i = 0; i < word.length(); i++) {
        for (int kind = 0; kind < 2; kind++) {
          opened[kind] += word.charAt(i) == BRACKETS[kind].charAt(0) ? 1 : 0;
          closed[kind] += word.charAt(i) == BRACKETS[kind].charAt(1) ? 1 : 0;
        }
      }
    }

    String run() {
      boolean trimmed = true;
      while (trimmed && end > 0) {
        trimmed = brackets(0) | brackets(1);
        int amp = word.lastIndexOf('&', end - 1);
        trimmed |= end > 0 && punctuation(amp < 0 ? PUNCTUATION + ";" : PUNCTUATION);
        trimmed |= end > 0 && semicolon(amp);
      }
      return word.substring(0, end);
    }

    private boolean brackets(int kind) {
      if (opened[kind] >= closed[kind]
          || end == 0
          || word.charAt(end - 1) != BRACKETS[kind].charAt(1)) {
        return false;
      }
      int surplus = closed[kind] - opened[kind];
      end -= Math.min(surplus, end);
      closed[kind] -= surplus;
      return true;
    }

    private boolean punctuation(String characters) {
      int before = end;
      while (end > 0 && characters.indexOf(word.charAt(end - 1)) >= 0) {
        end--;
      }
      return end < before;
    }

    private boolean semicolon(int amp) {
      if (word.charAt(end - 1) != ';') {
        return false;
      }
      String entity =
          amp < 0 || amp >= end ? word.substring(end - 1, end) : word.substring(amp, end);
      String decoded = Entities.decode(entity);
      if (!decoded.equals(entity) && !decoded.endsWith(";")) {
        return false;
      }
      int stripped = end;
      while (stripped > 0 && (PUNCTUATION + ";").indexOf(word.charAt(stripped - 1)) >= 0) {
        stripped--;
      }
      int semicolons = 0;
      while (semicolons < end && word.charAt(end - 1 - semicolons) == ';') {
        semicolons++;
      }
      int before = end;
      end = amp >= 0 && semicolons > 1 ? word.indexOf(';', stripped) + 1 : stripped;
      return end < before;
    }
  }
}
