package io.quintet;

/** How a site logs that says nothing about it: one line a message from INFO on, to the console. */
final class Logging {
  private static final String PROPERTY = "logback.configurationFile";
  private static final String DEFAULT = "META-INF/quintet/logback.xml";

  private Logging() {}

  /** Names the default configuration, unless the site brings one; before the first message. */
  static void prepare() {
    if (System.getProperty(PROPERTY) == null
        && !brings("logback.xml")
        && !brings("logback-test.xml")) {
      System.setProperty(PROPERTY, DEFAULT);
    }
  }

  private static boolean brings(String resource) {
    return ClassLoader.getSystemResource(resource) != null;
  }
}
