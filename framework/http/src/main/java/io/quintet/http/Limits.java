package io.quintet.http;

import io.quintet.core.SiteContext;
import io.quintet.core.settings.Settings;

/**
 * How much of a request is read at most. Sizes are in bytes.
 *
 * @param form the whole of a form without its files, or of a JSON document
 * @param body the whole body, files included
 * @param file one uploaded file
 * @param memory what of an uploaded file is kept in memory; larger ones go to a temporary file
 * @param fields the number of form fields, and of query parameters
 * @param files the number of uploaded files
 */
public record Limits(long form, long body, long file, long memory, int fields, int files) {
  /** The defaults of the settings. */
  public static final Limits DEFAULT =
      new Limits(
          HttpSettings.MAX_FORM_SIZE.defaultValue().bytes(),
          HttpSettings.MAX_BODY_SIZE.defaultValue().bytes(),
          HttpSettings.MAX_FILE_SIZE.defaultValue().bytes(),
          HttpSettings.FILE_MEMORY.defaultValue().bytes(),
          HttpSettings.MAX_FIELDS.defaultValue(),
          HttpSettings.MAX_FILES.defaultValue());

  /** The limits that a site's settings give. */
  public static Limits of(SiteContext site) {
    Settings settings = site.settings();
    return new Limits(
        settings.get(HttpSettings.MAX_FORM_SIZE).bytes(),
        settings.get(HttpSettings.MAX_BODY_SIZE).bytes(),
        settings.get(HttpSettings.MAX_FILE_SIZE).bytes(),
        settings.get(HttpSettings.FILE_MEMORY).bytes(),
        settings.get(HttpSettings.MAX_FIELDS),
        settings.get(HttpSettings.MAX_FILES));
  }
}
