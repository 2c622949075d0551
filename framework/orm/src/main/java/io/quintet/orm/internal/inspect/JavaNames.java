package io.quintet.orm.internal.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Names of tables and columns as names in Java, that neither clash nor are words of Java. */
final class JavaNames {
  /** What Java, the imports of a model and the code written for it call something else. */
  private static final Set<String> TAKEN =
      Set.of(
          ("Object String Integer Long Short Double Float Boolean Byte Character Number Math System Thread "
                  + "Process Runtime Record Enum Class Error Exception Override Deprecated Iterable Comparable Module Package Void "
                  + "Entity Manager One Many Q Db Row Rows Column Model Index Check Unique UniqueTogether Default Text Json Slug Url "
                  + "ForeignKey ManyToMany OneToOne PrimaryKey OnDelete AutoKey Help Label Stored Version Size Digits Nullable Instant "
                  + "LocalDate LocalTime LocalDateTime Duration BigDecimal UUID List Map Set Condition Expression Lookup Choice Window "
                  + "FieldMeta FieldType ModelMeta ModelNames Models IndexMeta ConstraintMeta RelationMeta ColumnReader")
              .split(" "));

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do double else enum extends false "
                  + "final finally float for goto if implements import instanceof int interface long native new null package "
                  + "private protected public return short static strictfp super switch synchronized this throw throws "
                  + "transient true try void volatile while objects pk")
              .split(" "));

  /** Methods that a path to a model has already; one for each relation is added. */
  private static final Set<String> METHODS =
      Set.of(
          "names entityType node isNull isNotNull hashCode toString getClass notify notifyAll wait clone finalize"
              .split(" "));

  private JavaNames() {}

  /** Whether no relation may be called so, forward or back. */
  static boolean isMethod(String name) {
    return METHODS.contains(name);
  }

  /** A name for a relation: {@code node} becomes {@code nodeRow}, for a path has a method node. */
  static String relation(String name) {
    return isMethod(name) ? name + "Row" : name;
  }

  /** {@code shop_book_orders} becomes {@code ShopBookOrder}. */
  static String type(String table) {
    List<String> words = words(table);
    if (words.isEmpty()) {
      return "Table";
    }
    words.set(words.size() - 1, English.singular(words.getLast()));
    StringBuilder name = new StringBuilder();
    words.forEach(word -> name.append(capital(word)));
    String made = Character.isDigit(name.charAt(0)) ? "T" + name : name.toString();
    return TAKEN.contains(made) ? made + "Entry" : made;
  }

  /** {@code old_shop} becomes {@code OldShop}. */
  static String camel(String label) {
    return String.join("", words(label).stream().map(JavaNames::capital).toList());
  }

  /** The name of an enum: {@code book_status} becomes {@code BookStatus}. */
  static String enumType(String column, String owner) {
    String made = type(column);
    String safe = made.endsWith("Entry") ? made.substring(0, made.length() - 5) + "Kind" : made;
    return safe.equals(owner) ? safe + "Kind" : safe;
  }

  /** {@code published_on} becomes {@code publishedOn}. */
  static String field(String column) {
    List<String> words = words(column);
    if (words.isEmpty()) {
      return "value";
    }
    StringBuilder name = new StringBuilder(decapital(words.getFirst()));
    words.subList(1, words.size()).forEach(word -> name.append(capital(word)));
    String made = Character.isDigit(name.charAt(0)) ? "v" + name : name.toString();
    return KEYWORDS.contains(made) ? made + "Value" : made;
  }

  /** {@code in review} becomes {@code IN_REVIEW}. */
  static String constant(String text) {
    String made =
        String.join("_", words(text.replaceAll("[^A-Za-z0-9]+", "_"))).toUpperCase(Locale.ROOT);
    if (made.isEmpty()) {
      return text.isEmpty() ? "EMPTY" : "OTHER";
    }
    return Character.isDigit(made.charAt(0)) ? "V" + made : made;
  }

  /** The name, or that with the first number from 2 that is free. */
  static String free(String name, Predicate<String> taken) {
    String made = name;
    for (int i = 2; taken.test(made); i++) {
      made = name + i;
    }
    return made;
  }

  static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static String decapital(String word) {
    return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }

  /** The words, in lower case unless they are in camel case. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String part : name.split("_+")) {
      for (String word : part.split("(?<=[a-z0-9])(?=[A-Z])")) {
        if (!word.isEmpty()) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }
}
