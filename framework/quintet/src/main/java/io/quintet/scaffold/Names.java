package io.quintet.scaffold;

import io.quintet.core.commands.CommandError;
import java.util.Set;

/** The names that follow from the one name that the user gives. */
record Names(String name, String className) {
  private static final int LONGEST = 40;
  private static final Set<String> TAKEN =
      Set.of(
          """
          abstract assert boolean break byte case catch char class const continue
          default do double else enum extends final finally float for goto if
          implements import instanceof int interface io java javax long native new
          package private protected public return short static strictfp super switch
          synchronized test this throw throws transient true false null try void
          volatile while quintet record
          """
              .strip()
              .split("\\s+"));

  /** Types that the generated main class names; a class of that name would hide them. */
  private static final Set<String> NAMED_IN_MAIN =
      Set.of(
          "Site",
          "Admin",
          "Accounts",
          "Request",
          "Response",
          "Routes",
          "Shortcuts",
          "Map",
          "String");

  /** Checks the name: lower case letters, digits and underscores, as in a Java package. */
  static Names of(String name) {
    boolean wellFormed =
        !name.isEmpty()
            && name.length() <= LONGEST
            && name.charAt(0) >= 'a'
            && name.charAt(0) <= 'z'
            && name.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
    if (!wellFormed) {
      throw new CommandError(
          "'"
              + name
              + "' cannot be a name here: use lower case letters, digits and underscores, a letter"
              + " first, as in 'blog' or 'my_site'.",
          2,
          null);
    }
    if (TAKEN.contains(name)) {
      throw new CommandError(
          "'" + name + "' has a meaning in Java or in Quintet already: choose another name.",
          2,
          null);
    }
    var className = new StringBuilder();
    for (String word : name.split("_", -1)) {
      if (!word.isEmpty()) {
        className.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return new Names(name, className.toString());
  }

  /** The name of the class with {@code main}: {@code shop} has {@code Shop}. */
  String mainClass() {
    return NAMED_IN_MAIN.contains(className) ? className + "Site" : className;
  }

  /** The name of a model for an app: {@code blog} has {@code BlogEntry}. */
  String modelName() {
    return className + "Entry";
  }

  String modelVariable() {
    String model = modelName();
    return Character.toLowerCase(model.charAt(0)) + model.substring(1);
  }
}
