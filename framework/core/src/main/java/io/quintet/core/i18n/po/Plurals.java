package io.quintet.core.i18n.po;

import java.util.Locale;
import java.util.Map;

/** The rules of plurals of common languages, for the head of a new catalogue. */
public final class Plurals {
  private static final String ONE_FORM = "nplurals=1; plural=0;";
  private static final String NOT_ONE = "nplurals=2; plural=(n != 1);";
  private static final String ABOVE_ONE = "nplurals=2; plural=(n > 1);";
  private static final String EAST_SLAVIC =
      "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
  private static final String CZECH = "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;";

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("ja", ONE_FORM),
          Map.entry("ko", ONE_FORM),
          Map.entry("zh", ONE_FORM),
          Map.entry("vi", ONE_FORM),
          Map.entry("th", ONE_FORM),
          Map.entry("id", ONE_FORM),
          Map.entry("ms", ONE_FORM),
          Map.entry("fr", ABOVE_ONE),
          Map.entry("pt-BR", ABOVE_ONE),
          Map.entry("tr", ABOVE_ONE),
          Map.entry("fa", ABOVE_ONE),
          Map.entry("ru", EAST_SLAVIC),
          Map.entry("uk", EAST_SLAVIC),
          Map.entry("be", EAST_SLAVIC),
          Map.entry("sr", EAST_SLAVIC),
          Map.entry("hr", EAST_SLAVIC),
          Map.entry("bs", EAST_SLAVIC),
          Map.entry("cs", CZECH),
          Map.entry("sk", CZECH),
          Map.entry(
              "pl",
              "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
          Map.entry(
              "lt",
              "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);"),
          Map.entry("lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
          Map.entry(
              "ro", "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);"),
          Map.entry(
              "sl",
              "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"),
          Map.entry(
              "ar",
              "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"));

  private Plurals() {}

  /** The rule of a language; that of English for one that is not known. */
  public static String of(Locale locale) {
    String ofLanguage = RULES.getOrDefault(locale.getLanguage(), NOT_ONE);
    return RULES.getOrDefault(locale.toLanguageTag(), ofLanguage);
  }
}
