package io.quintet.core;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A thing of which a site has exactly one: its databases, its template engine, its mailer.
 *
 * <p>Declared as a constant by the room that makes it, made on first use, closed with the site in
 * reverse order of making. A test or an app may put another in its place ({@link
 * SiteContext.Builder#replace}, {@link AppConfig#provide}).
 *
 * <pre>{@code
 * public static final Service<Mailer> SERVICE = Service.of("mailer", Mailer::new).closing(Mailer::close);
 *
 * Mailer mailer = SiteContext.current().service(Mailer.SERVICE);
 * }</pre>
 *
 * @param <T> the type of the thing
 */
public final class Service<T> {
  private final String name;
  private final Function<SiteContext, ? extends T> factory;
  private final Consumer<? super T> closer;

  private Service(
      String name, Function<SiteContext, ? extends T> factory, Consumer<? super T> closer) {
    this.name = name;
    this.factory = factory;
    this.closer = closer;
  }

  /** A service that needs no closing. */
  public static <T> Service<T> of(String name, Function<SiteContext, ? extends T> factory) {
    return new Service<>(name, factory, thing -> {});
  }

  /** The same service, closed by {@code close} when its site closes. */
  public Service<T> closing(Consumer<? super T> close) {
    return new Service<>(name, factory, close);
  }

  /** The name, as it appears in messages. */
  public String name() {
    return name;
  }

  Function<SiteContext, ? extends T> factory() {
    return factory;
  }

  Consumer<? super T> closer() {
    return closer;
  }

  @Override
  public String toString() {
    return name;
  }
}
