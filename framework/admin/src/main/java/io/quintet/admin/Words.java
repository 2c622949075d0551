package io.quintet.admin;

import io.quintet.orm.meta.ModelMeta;

/** Names of models as headings. */
final class Words {
  private Words() {}

  static String capitalized(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String singular(ModelMeta<?> model) {
    return capitalized(model.verboseName());
  }

  static String plural(ModelMeta<?> model) {
    return capitalized(model.verboseNamePlural());
  }

  /** {@code 1 article} or {@code 3 articles}. */
  static String counted(long count, ModelMeta<?> model) {
    return count + " " + (count == 1 ? model.verboseName() : model.verboseNamePlural());
  }
}
