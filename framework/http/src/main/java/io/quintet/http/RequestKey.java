package io.quintet.http;

/**
 * The typed name of a request attribute; two keys are the same only if they are the same object.
 *
 * <pre>{@code
 * static final RequestKey<Tenant> TENANT = RequestKey.named("tenant");
 * request.set(TENANT, tenant);
 * Tenant tenant = request.require(TENANT);
 * }</pre>
 *
 * @param <T> the type of the attribute
 */
public final class RequestKey<T> {
  private final String name;

  private RequestKey(String name) {
    this.name = name;
  }

  /** A new key; the name is for messages only. */
  public static <T> RequestKey<T> named(String name) {
    return new RequestKey<>(name);
  }

  /** The name given at creation. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "RequestKey[" + name + "]";
  }
}
