package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.Conditions;
import io.quintet.orm.internal.schema.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What conditions of checks say. */
final class CheckTexts {
  private static final String NAME = "\\(*[\"`\\[]?(\\w+)[\"`\\]]?\\)*(?:::[a-z ]+)?";
  private static final Pattern IN =
      Pattern.compile("\\(*" + NAME + "\\s+in\\s*\\((.*?)\\)\\)*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANY =
      Pattern.compile(
          "\\(*" + NAME + "\\s*=\\s*ANY\\s*\\(\\(?ARRAY\\[(.*?)](?:\\)?::[a-z \\[\\]]+)?\\)*",
          Pattern.CASE_INSENSITIVE);
  private static final String ITEM = "\\s*'((?:[^']|'')*)'(?:::[a-z ]+(?:\\(\\d+\\))?)?\\s*";
  private static final Pattern ITEMS = Pattern.compile(ITEM);

  private CheckTexts() {}

  /** A column that may have these texts and no others. */
  record Choices(String column, List<String> texts) {}

  /** The condition alone, without the words of the definition. */
  static String condition(Vendor vendor, Catalogue.Check check) {
    String text = check.condition().strip();
    if (vendor == Vendor.POSTGRESQL && text.startsWith("CHECK (")) {
      text = text.replaceFirst(" NO INHERIT$", "");
      text = text.substring("CHECK (".length(), text.length() - 1);
    }
    return text;
  }

  /** The texts that a condition allows for one column, if it is a list of these. */
  static Optional<Choices> choices(String condition) {
    for (Pattern form : List.of(IN, ANY)) {
      Matcher found = form.matcher(condition);
      if (found.matches()) {
        return items(found.group(2)).map(texts -> new Choices(found.group(1), texts));
      }
    }
    return Optional.empty();
  }

  /** The texts of a list of literals; empty when something else is in it. */
  static Optional<List<String>> items(String list) {
    List<String> texts = new ArrayList<>();
    Matcher item = ITEMS.matcher(list);
    int at = 0;
    while (item.find() && item.start() == at) {
      texts.add(item.group(1).replace("''", "'"));
      at = item.end();
      if (at < list.length() && list.charAt(at) == ',') {
        at++;
      }
    }
    return at == list.length() && !texts.isEmpty() ? Optional.of(texts) : Optional.empty();
  }

  /** Whether a condition only says that a column holds JSON. */
  static boolean saysJson(String condition, String column) {
    String bare = Conditions.bare(condition);
    return bare.equalsIgnoreCase("json_valid" + column)
        || bare.equalsIgnoreCase("json_valid" + column + "or" + column + "isnull");
  }
}
