package io.quintet.templates.library;

import io.quintet.templates.Expression;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.values.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code {% lorem %}}: placeholder text. */
final class Lorem {
  private static final int MAX_COUNT = 10_000;
  private static final String PARAGRAPH =
      "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna"
          + " aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat."
          + " Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur"
          + " sint occaecat cupidatat non proident, sunt in culpa qui officia deserunt mollit anim id est laborum.";
  private static final List<String> FIRST =
      List.of(
          "lorem",
          "ipsum",
          "dolor",
          "sit",
          "amet",
          "consectetur",
          "adipisicing",
          "elit",
          "sed",
          "do",
          "eiusmod",
          "tempor",
          "incididunt",
          "ut",
          "labore",
          "et",
          "dolore",
          "magna",
          "aliqua");
  private static final List<String> WORDS =
      List.of(
          PARAGRAPH
              .toLowerCase(java.util.Locale.ROOT)
              .replace(",", "")
              .replace(".", "")
              .split(" "));

  private Lorem() {}

  static TagRenderer tag(TagSource tag) {
    List<String> bits = new ArrayList<>(tag.bits());
    boolean common = !bits.getLast().equals("random");
    if (!common) {
      bits.removeLast();
    }
    String method = List.of("w", "p", "b").contains(bits.getLast()) ? bits.removeLast() : "b";
    Expression count = tag.expression(bits.size() > 1 ? bits.removeLast() : "1");
    if (bits.size() != 1) {
      throw tag.error("Incorrect format for '" + tag.name() + "' tag");
    }
    return (context, output) -> {
      Number wanted = Numbers.integerOf(count.resolve(context));
      int number = wanted == null ? 1 : Numbers.clamp(wanted, 0, MAX_COUNT);
      output.append(
          method.equals("w")
              ? words(number, common)
              : paragraphs(number, common, method.equals("p")));
    };
  }

  private static String words(int count, boolean common) {
    List<String> words =
        new ArrayList<>(common ? FIRST.subList(0, Math.min(count, FIRST.size())) : List.of());
    while (words.size() < count) {
      words.add(any());
    }
    return String.join(" ", words);
  }

  private static String any() {
    return WORDS.get(ThreadLocalRandom.current().nextInt(WORDS.size()));
  }

  private static String paragraphs(int count, boolean common, boolean html) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = common && i == 0 ? PARAGRAPH : random();
      paragraphs.add(html ? "<p>" + text + "</p>" : text);
    }
    return String.join("\n\n", paragraphs);
  }

  private static String random() {
    List<String> sentences = new ArrayList<>();
    for (int i = ThreadLocalRandom.current().nextInt(1, 5); i > 0; i--) {
      String words = words(ThreadLocalRandom.current().nextInt(5, 18), false);
      sentences.add(
          words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".");
    }
    return String.join(" ", sentences);
  }
}
