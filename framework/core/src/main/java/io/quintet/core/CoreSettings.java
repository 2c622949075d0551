package io.quintet.core;

import io.quintet.core.bus.MessageBus;
import io.quintet.core.settings.Setting;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The settings that every room may read. */
public final class CoreSettings {
  /** Development mode: error pages with source, templates re-read. Never on in production. */
  public static final Setting<Boolean> DEBUG =
      Setting.bool(
          "debug", false, "Development mode: detailed error pages, no caching of templates");

  /** The key that signs sessions, cookies and links. */
  public static final Setting<String> SECRET_KEY =
      Setting.secret(
          "secret-key", "", "Signs sessions, cookies and links; long, random and secret");

  /** Former keys that are still accepted when a signature is checked. */
  public static final Setting<List<String>> SECRET_KEY_FALLBACKS =
      Setting.secrets(
          "secret-key-fallbacks", "Former secret keys, still accepted when a signature is checked");

  /** The language of the site when a request asks for none. */
  public static final Setting<Locale> LANGUAGE_CODE =
      Setting.locale(
          "language-code", Locale.ENGLISH, "Language of the site, as in 'en' or 'de-at'");

  /** The time zone in which times are shown. */
  public static final Setting<ZoneId> TIME_ZONE =
      Setting.zone("time-zone", ZoneId.of("UTC"), "Time zone in which times are shown");

  static final List<Setting<?>> ALL =
      List.of(
          DEBUG, SECRET_KEY, SECRET_KEY_FALLBACKS, LANGUAGE_CODE, TIME_ZONE, MessageBus.BACKEND);

  private CoreSettings() {}
}
