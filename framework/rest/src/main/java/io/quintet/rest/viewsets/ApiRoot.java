package io.quintet.rest.viewsets;

import io.quintet.http.RequestKey;

/**
 * The API that a request belongs to.
 *
 * @param title its title
 * @param path the address of its root on this host, with a slash at its end
 */
public record ApiRoot(String title, String path) {
  /** Where a request keeps it. */
  public static final RequestKey<ApiRoot> KEY = RequestKey.named("API root");
}
