package io.quintet.core;

/**
 * An installable part of a site: its models, pages, tasks, commands and what else belongs together.
 *
 * <p>The framework's own rooms are apps like any other. An app is installed by listing it; nothing
 * is scanned for.
 *
 * <pre>{@code
 * public final class BlogApp implements App {
 *   @Override public void configure(AppConfig config) {
 *     config.commands(new ImportArticles()).add(Tasks.POINT, BlogTasks.DIGEST);
 *   }
 * }
 * }</pre>
 */
public interface App {

  /**
   * The short name, unique in the site: the prefix of table names and the name of the app's
   * migrations. By default the last segment of the class's package, {@code models} skipped: {@code
   * institute.blog.BlogApp} is {@code blog}.
   */
  default String label() {
    String[] segments = getClass().getPackageName().split("\\.", -1);
    int last = segments.length - 1;
    if (last > 0 && segments[last].equals("models")) {
      last--;
    }
    return segments[last];
  }

  /** The name for people; by default the label with a capital. */
  default String verboseName() {
    String label = label();
    return label.isEmpty() ? label : Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }

  /**
   * Contributes settings, commands, checks, signal receivers and extensions. No input or output.
   */
  default void configure(AppConfig config) {}

  /** Called once, in the order of the apps, when all of them are configured. */
  default void ready(SiteContext site) {}
}
