package io.quintet.templates.library;

import io.quintet.templates.TemplateObject;
import io.quintet.templates.TemplateRenderError;
import io.quintet.templates.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of languages, in English and in the language itself. */
final class Languages {
  private static final Set<String> BIDI = Set.of("ar", "ar-dz", "ckb", "fa", "he", "ug", "ur");
  private static final String TABLE =
      """
      af|Afrikaans|Afrikaans
      ar|Arabic|العربيّة
      ar-dz|Algerian Arabic|العربية الجزائرية
      ast|Asturian|asturianu
      az|Azerbaijani|Azərbaycanca
      bg|Bulgarian|български
      be|Belarusian|беларуская
      bn|Bengali|বাংলা
      br|Breton|brezhoneg
      bs|Bosnian|bosanski
      ca|Catalan|català
      ckb|Central Kurdish (Sorani)|کوردی
      cs|Czech|česky
      cy|Welsh|Cymraeg
      da|Danish|dansk
      de|German|Deutsch
      dsb|Lower Sorbian|dolnoserbski
      el|Greek|Ελληνικά
      en|English|English
      en-au|Australian English|Australian English
      en-gb|British English|British English
      eo|Esperanto|Esperanto
      es|Spanish|español
      es-ar|Argentinian Spanish|español de Argentina
      es-co|Colombian Spanish|español de Colombia
      es-mx|Mexican Spanish|español de Mexico
      es-ni|Nicaraguan Spanish|español de Nicaragua
      es-ve|Venezuelan Spanish|español de Venezuela
      et|Estonian|eesti
      eu|Basque|Basque
      fa|Persian|فارسی
      fi|Finnish|suomi
      fr|French|français
      fy|Frisian|frysk
      ga|Irish|Gaeilge
      gd|Scottish Gaelic|Gàidhlig
      gl|Galician|galego
      he|Hebrew|עברית
      hi|Hindi|हिंदी
      hr|Croatian|Hrvatski
      hsb|Upper Sorbian|hornjoserbsce
      hu|Hungarian|Magyar
      hy|Armenian|հայերեն
      ia|Interlingua|Interlingua
      id|Indonesian|Bahasa Indonesia
      ig|Igbo|Asụsụ Ìgbò
      io|Ido|ido
      is|Icelandic|Íslenska
      it|Italian|italiano
      ja|Japanese|日本語
      ka|Georgian|ქართული
      kab|Kabyle|taqbaylit
      kk|Kazakh|Қазақ
      km|Khmer|Khmer
      kn|Kannada|Kannada
      ko|Korean|한국어
      ky|Kyrgyz|Кыргызча
      lb|Luxembourgish|Lëtzebuergesch
      lt|Lithuanian|Lietuviškai
      lv|Latvian|latviešu
      mk|Macedonian|Македонски
      ml|Malayalam|മലയാളം
      mn|Mongolian|Mongolian
      mr|Marathi|मराठी
      ms|Malay|Bahasa Melayu
      my|Burmese|မြန်မာဘာသာ
      nb|Norwegian Bokmål|norsk (bokmål)
      ne|Nepali|नेपाली
      nl|Dutch|Nederlands
      nn|Norwegian Nynorsk|norsk (nynorsk)
      no|Norwegian|norsk
      os|Ossetic|Ирон
      pa|Punjabi|Punjabi
      pl|Polish|polski
      pt|Portuguese|Português
      pt-br|Brazilian Portuguese|Português Brasileiro
      ro|Romanian|Română
      ru|Russian|Русский
      sk|Slovak|slovenčina
      sl|Slovenian|Slovenščina
      sq|Albanian|shqip
      sr|Serbian|српски
      sr-latn|Serbian Latin|srpski (latinica)
      sv|Swedish|svenska
      sw|Swahili|Kiswahili
      ta|Tamil|தமிழ்
      te|Telugu|తెలుగు
      tg|Tajik|тоҷикӣ
      th|Thai|ภาษาไทย
      tk|Turkmen|Türkmençe
      tr|Turkish|Türkçe
      tt|Tatar|Татарча
      udm|Udmurt|Удмурт
      ug|Uyghur|ئۇيغۇرچە
      uk|Ukrainian|Українська
      ur|Urdu|اردو
      uz|Uzbek|oʻzbek tili
      vi|Vietnamese|Tiếng Việt
      zh-hans|Simplified Chinese|简体中文
      zh-hant|Traditional Chinese|繁體中文
      """;
  private static final Map<String, Info> KNOWN = new LinkedHashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      String[] parts = line.split("\\|");
      KNOWN.put(parts[0], new Info(parts[0], parts[1], parts[2]));
    }
  }

  private Languages() {}

  /** A language as templates see it. */
  record Info(String code, String name, String local) implements TemplateObject {
    @Override
    public @Nullable Object property(String property) {
      return switch (property) {
        case "code" -> code;
        case "name", "name_translated" -> name;
        case "name_local" -> local;
        case "bidi" -> BIDI.contains(code);
        default -> ABSENT;
      };
    }
  }

  static boolean isBidi(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    int dash = lower.indexOf('-');
    return BIDI.contains(lower) || dash > 0 && BIDI.contains(lower.substring(0, dash));
  }

  /** The language of a code; that of the language alone if the region is not known. */
  static Info info(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    Info exact = KNOWN.get(lower);
    int dash = lower.indexOf('-');
    Info info = exact != null || dash < 0 ? exact : KNOWN.get(lower.substring(0, dash));
    if (info == null) {
      throw new TemplateRenderError(
          "Unknown language code "
              + code
              + ". Known are: "
              + String.join(", ", KNOWN.keySet())
              + ".");
    }
    return info;
  }

  static List<Tuple> all() {
    List<Tuple> all = new ArrayList<>();
    KNOWN.values().forEach(info -> all.add(Tuple.of(info.code(), info.name())));
    return all;
  }
}
