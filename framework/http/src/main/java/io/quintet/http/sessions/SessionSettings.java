package io.quintet.http.sessions;

import io.quintet.core.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of sessions. */
public final class SessionSettings {
  /** Where sessions can be kept. */
  public enum Store {
    /** In the table of the sessions app. */
    DATABASE,
    /**
     * In a signed cookie: nothing to store, but the visitor can read it and log-out cannot take it
     * back.
     */
    COOKIE,
    /** In the site's cache. */
    CACHE,
    /** In a folder, a file each: for one machine without a database. */
    FILE
  }

  /** Where sessions are kept. */
  public static final Setting<Store> STORE =
      Setting.enumeration(
          "http.session-store",
          Store.DATABASE,
          "Where sessions are kept: database, cookie (signed), cache or file");

  /** Where sessions in files are. */
  public static final Setting<Path> FOLDER =
      Setting.path(
          "http.session-folder",
          Path.of("sessions"),
          "Folder of the sessions with http.session-store=file, relative to the site's folder");

  /** How long a session lasts. */
  public static final Setting<Duration> AGE =
      Setting.duration(
              "http.session-age",
              Duration.ofDays(14),
              "How long a session lasts without being changed")
          .check(age -> age.toSeconds() > 0, "must be at least a second");

  /** The name of the cookie. */
  public static final Setting<String> COOKIE =
      Setting.text("http.session-cookie", "sessionid", "Name of the session cookie");

  /** Whether a session ends with the browser. */
  public static final Setting<Boolean> UNTIL_BROWSER_CLOSES =
      Setting.bool(
          "http.session-until-browser-closes", false, "Sessions end when the browser closes");

  /** Whether every request prolongs the session. */
  public static final Setting<Boolean> SAVE_ALWAYS =
      Setting.bool(
          "http.session-save-always",
          false,
          "Save the session on every request, so that use prolongs it");

  /** Whether the cookies of sessions and CSRF are for HTTPS only. */
  public static final Setting<Boolean> COOKIES_SECURE =
      Setting.bool(
          "http.cookies-secure",
          false,
          "Session and CSRF cookies over HTTPS only, also where a proxy hides HTTPS; requests by HTTPS always set them so");

  /** The settings of sessions. */
  public static final List<Setting<?>> ALL =
      List.of(STORE, FOLDER, AGE, COOKIE, UNTIL_BROWSER_CLOSES, SAVE_ALWAYS, COOKIES_SECURE);

  private SessionSettings() {}
}
