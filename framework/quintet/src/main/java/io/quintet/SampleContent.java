package io.quintet;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Terminal;

/**
 * Content with which a new site starts in development. It is loaded once, by the first {@code
 * runserver} on a database without users, in one transaction together with the first administrator.
 */
@FunctionalInterface
public interface SampleContent {
  /** Where apps add sample content; loaded in the order of the apps. */
  ExtensionPoint<SampleContent> POINT = ExtensionPoint.named("sample content");

  /** Saves the content; progress may be shown on the terminal. */
  void load(SiteContext site, Terminal terminal) throws Exception;
}
