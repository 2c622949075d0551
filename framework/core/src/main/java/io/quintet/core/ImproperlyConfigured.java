package io.quintet.core;

/** The site is put together wrongly: a missing app, two apps with one label, a bad setting. */
public class ImproperlyConfigured extends QuintetException {
  private static final long serialVersionUID = 1L;

  public ImproperlyConfigured(String message) {
    super(message);
  }
}
