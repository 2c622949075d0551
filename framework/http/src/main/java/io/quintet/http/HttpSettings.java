package io.quintet.http;

import io.quintet.core.settings.DataSize;
import io.quintet.core.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of requests, responses and static files. */
public final class HttpSettings {
  private static final String POLICY_FORM =
      "must be directives with their sources, such as default-src 'self'; img-src *";

  /** Hosts that this site answers for. */
  public static final Setting<List<String>> ALLOWED_HOSTS =
      Setting.list(
          "http.allowed-hosts",
          List.of(),
          "Hosts the site answers for: names, .name with sub-domains, or *; localhost is allowed in development");

  /** Proxies whose X-Forwarded headers are believed. */
  public static final Setting<List<String>> TRUSTED_PROXIES =
      Setting.list(
          "http.trusted-proxies",
          List.of(),
          "Addresses or networks (10.0.0.0/8) of proxies whose X-Forwarded-For, -Proto and -Host are believed");

  /** Whether an address without its final slash is redirected to the one with it. */
  public static final Setting<Boolean> APPEND_SLASH =
      Setting.bool(
          "http.append-slash",
          true,
          "Redirect an unknown address to the same with a final slash, if that is known");

  /** The largest form (without files) or JSON document. */
  public static final Setting<DataSize> MAX_FORM_SIZE =
      Setting.bytes(
          "http.max-form-size",
          DataSize.ofKilobytes(2_560),
          "Largest form without its files, or JSON document");

  /** The largest body of a request. */
  public static final Setting<DataSize> MAX_BODY_SIZE =
      Setting.bytes(
          "http.max-body-size",
          DataSize.ofMegabytes(100),
          "Largest body of a request, files included");

  /** The largest uploaded file. */
  public static final Setting<DataSize> MAX_FILE_SIZE =
      Setting.bytes("http.max-file-size", DataSize.ofMegabytes(50), "Largest uploaded file");

  /** What of an uploaded file is kept in memory. */
  public static final Setting<DataSize> FILE_MEMORY =
      Setting.bytes(
          "http.file-memory",
          DataSize.ofKilobytes(256),
          "Uploaded files up to this size are kept in memory, larger ones in a temporary file");

  /** The most form fields or query parameters. */
  public static final Setting<Integer> MAX_FIELDS =
      Setting.integer(
          "http.max-fields", 1_000, "Most form fields or query parameters of a request");

  /** The most uploaded files of a request. */
  public static final Setting<Integer> MAX_FILES =
      Setting.integer("http.max-files", 100, "Most uploaded files of a request");

  /** Redirect HTTP to HTTPS. */
  public static final Setting<Boolean> HTTPS_REDIRECT =
      Setting.bool("http.https-redirect", false, "Redirect every HTTP request to HTTPS");

  /** How long browsers insist on HTTPS. */
  public static final Setting<Duration> HSTS_AGE =
      Setting.duration(
          "http.hsts-age",
          Duration.ZERO,
          "How long browsers insist on HTTPS for this site (Strict-Transport-Security); 0: not sent");

  /** HSTS for sub-domains too. */
  public static final Setting<Boolean> HSTS_SUBDOMAINS =
      Setting.bool(
          "http.hsts-subdomains", false, "Browsers insist on HTTPS for all sub-domains too");

  /** Consent to the browsers' HSTS lists. */
  public static final Setting<Boolean> HSTS_PRELOAD =
      Setting.bool(
          "http.hsts-preload", false, "The site may be put on the browsers' built-in HTTPS list");

  /** The Referrer-Policy header. */
  public static final Setting<String> REFERRER_POLICY =
      Setting.text(
          "http.referrer-policy", "same-origin", "Referrer-Policy header; empty: not sent");

  /** The Cross-Origin-Opener-Policy header. */
  public static final Setting<String> OPENER_POLICY =
      Setting.text(
          "http.opener-policy",
          "same-origin",
          "Cross-Origin-Opener-Policy header; empty: not sent");

  /** The X-Frame-Options header. */
  public static final Setting<String> FRAME_OPTIONS =
      Setting.text(
          "http.frame-options",
          "DENY",
          "X-Frame-Options header: DENY or SAMEORIGIN; empty: not sent");

  /** The Content-Security-Policy header. */
  public static final Setting<String> CONTENT_SECURITY_POLICY =
      Setting.text(
              "http.content-security-policy",
              "",
              "Content-Security-Policy header, with 'nonce' for the nonce of the request; empty: not sent")
          .check(HttpSettings::isPolicy, POLICY_FORM);

  /** The Content-Security-Policy-Report-Only header. */
  public static final Setting<String> CONTENT_SECURITY_POLICY_REPORT_ONLY =
      Setting.text(
              "http.content-security-policy-report-only",
              "",
              "A policy to try: browsers report what it would forbid; empty: not sent")
          .check(HttpSettings::isPolicy, POLICY_FORM);

  /** Other sites whose pages may read answers of this one. */
  public static final Setting<List<String>> CORS_ORIGINS =
      Setting.list(
          "http.cors-origins",
          List.of(),
          "Origins (https://app.example.org) whose pages may read answers of this site, or *; empty: none");

  /** Request headers that those pages may send. */
  public static final Setting<List<String>> CORS_HEADERS =
      Setting.list(
          "http.cors-headers",
          List.of("Accept", "Authorization", "Content-Type", "X-CSRFToken", "X-Request-ID"),
          "Request headers that pages of http.cors-origins may send");

  /** Whether those pages may send the visitor's cookies. */
  public static final Setting<Boolean> CORS_CREDENTIALS =
      Setting.bool(
          "http.cors-credentials",
          false,
          "Pages of http.cors-origins may send the visitor's cookies; never with *");

  /** Whether responses are compressed. */
  public static final Setting<Boolean> COMPRESSION =
      Setting.bool(
          "http.compression", true, "Compress text responses with gzip for clients that accept it");

  /** Whether each request is logged. */
  public static final Setting<Boolean> ACCESS_LOG =
      Setting.bool("http.access-log", true, "Log one line for each request");

  /** The languages of the site. */
  public static final Setting<List<String>> LANGUAGES =
      Setting.list(
          "http.languages",
          List.of(),
          "Languages that a visitor may choose or ask for; empty: the site's language only");

  /** Where static files are served. */
  public static final Setting<String> STATIC_URL =
      Setting.text(
              "http.static-url",
              "/static/",
              "Path (or address of another host) under which static files are found")
          .check(url -> url.endsWith("/"), "must end with a slash");

  /** More folders of static files. */
  public static final Setting<List<String>> STATIC_DIRS =
      Setting.list(
          "http.static-dirs",
          List.of("static"),
          "Folders of static files, relative to the site's folder; the first that has a file wins over those of the apps");

  /** Where collectstatic writes. */
  public static final Setting<Path> STATIC_ROOT =
      Setting.path(
          "http.static-root",
          Path.of("staticfiles"),
          "Folder that the command collectstatic fills");

  static final List<Setting<?>> ALL =
      List.of(
          ALLOWED_HOSTS,
          TRUSTED_PROXIES,
          APPEND_SLASH,
          MAX_FORM_SIZE,
          MAX_BODY_SIZE,
          MAX_FILE_SIZE,
          FILE_MEMORY,
          MAX_FIELDS,
          MAX_FILES,
          HTTPS_REDIRECT,
          HSTS_AGE,
          HSTS_SUBDOMAINS,
          HSTS_PRELOAD,
          REFERRER_POLICY,
          OPENER_POLICY,
          FRAME_OPTIONS,
          CONTENT_SECURITY_POLICY,
          CONTENT_SECURITY_POLICY_REPORT_ONLY,
          CORS_ORIGINS,
          CORS_HEADERS,
          CORS_CREDENTIALS,
          COMPRESSION,
          ACCESS_LOG,
          LANGUAGES,
          STATIC_URL,
          STATIC_DIRS,
          STATIC_ROOT);

  private HttpSettings() {}

  private static boolean isPolicy(String text) {
    try {
      ContentSecurityPolicy.parse(text);
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
