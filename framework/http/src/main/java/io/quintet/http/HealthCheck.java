package io.quintet.http;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.SiteContext;

/**
 * Something that must work for the site to answer, such as its database; asked by {@code /readyz}.
 */
public interface HealthCheck {
  /** Where apps add theirs. */
  ExtensionPoint<HealthCheck> POINT = ExtensionPoint.named("health checks");

  /** The name in the answer, such as {@code database}. */
  String name();

  /**
   * Returns if all is well; quick, since it is asked often.
   *
   * @throws Exception if it is not; logged, not shown
   */
  void check(SiteContext site) throws Exception;
}
