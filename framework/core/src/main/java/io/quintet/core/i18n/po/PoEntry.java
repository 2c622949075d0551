package io.quintet.core.i18n.po;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A message of a catalogue with its translations.
 *
 * @param comments remarks of translators, without the leading {@code #}
 * @param extracted remarks for translators out of the source
 * @param references where the message stands, as {@code file:line}
 * @param flags such as {@code fuzzy} and {@code python-format}
 * @param previous what the message was when its translation was made, as lines of the file
 * @param context what tells messages of the same words apart, empty for none
 * @param id the message in the source's language, empty for the head of the file
 * @param plural the plural in the source's language, empty for none
 * @param texts the translation, or one for each form of the plural; empty texts are not translated
 * @param obsolete whether the source no longer has the message
 */
public record PoEntry(
    List<String> comments,
    List<String> extracted,
    List<String> references,
    List<String> flags,
    List<String> previous,
    String context,
    String id,
    String plural,
    List<String> texts,
    boolean obsolete) {
  /** The flag of a translation that nobody has looked at. */
  public static final String FUZZY = "fuzzy";

  /** Copies the lists. */
  public PoEntry {
    comments = List.copyOf(comments);
    extracted = List.copyOf(extracted);
    references = List.copyOf(references);
    flags = List.copyOf(flags);
    previous = List.copyOf(previous);
    texts = List.copyOf(texts);
  }

  /** A message as it was found in a source, without a translation. */
  public static PoEntry found(
      String context,
      String id,
      String plural,
      List<String> extracted,
      List<String> references,
      List<String> flags) {
    return new PoEntry(
        List.of(), extracted, references, flags, List.of(), context, id, plural, List.of(), false);
  }

  /** What tells a message from all others of its catalogue. */
  public String key() {
    return context.isEmpty() ? id : context + '\u0004' + id;
  }

  /** Whether it is the head of the file. */
  public boolean isHead() {
    return id.isEmpty() && context.isEmpty();
  }

  /** Whether nobody has looked at the translation. */
  public boolean isFuzzy() {
    return flags.contains(FUZZY);
  }

  /** Whether there is a translation in each form. */
  public boolean isTranslated() {
    return !texts.isEmpty() && texts.stream().noneMatch(String::isEmpty);
  }

  /** The same message with other translations. */
  public PoEntry withTexts(List<String> other) {
    return new PoEntry(
        comments, extracted, references, flags, previous, context, id, plural, other, obsolete);
  }

  /** The same message as one that the source no longer has: where it stood is forgotten. */
  public PoEntry asObsolete() {
    return new PoEntry(
        comments, List.of(), List.of(), flags, previous, context, id, plural, texts, true);
  }

  /** This message, found at another place too. */
  PoEntry and(PoEntry other) {
    return new PoEntry(
        comments,
        joined(extracted, other.extracted),
        joined(references, other.references),
        List.copyOf(new TreeSet<>(joined(flags, other.flags))),
        previous,
        context,
        id,
        plural.isEmpty() ? other.plural : plural,
        texts,
        obsolete);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    second.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all;
  }
}
