package io.quintet.core.i18n;

import java.util.Locale;
import java.util.Optional;

/** Finds text in another language. {@link Catalogs} reads it from files. */
public interface Translator {
  /**
   * The translation of a message.
   *
   * @param context what tells messages of the same words apart, empty for none
   * @return empty when there is none
   */
  Optional<String> find(Locale locale, String context, String message);

  /**
   * The form of a message for a number.
   *
   * @param context what tells messages of the same words apart, empty for none
   * @return empty when there is no translation
   */
  Optional<String> find(Locale locale, String context, String singular, String plural, long number);

  /** Has no translations. */
  Translator NONE =
      new Translator() {
        @Override
        public Optional<String> find(Locale locale, String context, String message) {
          return Optional.empty();
        }

        @Override
        public Optional<String> find(
            Locale locale, String context, String singular, String plural, long number) {
          return Optional.empty();
        }
      };
}
