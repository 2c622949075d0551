package io.quintet.orm.kinds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of mistakes. */
public final class Guide {
  private static final Pattern SECTION =
      Pattern.compile("### ([^\n]*)\n\n```java\n(.*?)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL);

  /** A mistake: what it is, the code, what it is told. */
  public record Mistake(String title, String code, String message) {
    @Override
    public String toString() {
      return title;
    }
  }

  private Guide() {}

  /** The mistakes of a part of the page. */
  public static List<Mistake> mistakes(String part) {
    String page;
    try {
      page = Files.readString(Path.of("../../docs/topics/orm-mistakes.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    int begin = page.indexOf("## " + part + "\n");
    int end = page.indexOf("\n## ", begin + 1);
    Matcher matcher = SECTION.matcher(page.substring(begin, end < 0 ? page.length() : end));
    List<Mistake> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(new Mistake(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    return found;
  }
}
