package io.quintet.core.checks;

import io.quintet.core.SiteContext;

/**
 * What a check may look at.
 *
 * @param site the site
 * @param deploy whether the site is checked for production ({@code check --deploy})
 */
public record CheckContext(SiteContext site, boolean deploy) {}
