package io.quintet.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The services of one site: made on first use, closed in reverse order. */
final class ServiceHolder {
  private final SiteContext site;
  private final SiteRegistry registry;
  private final Map<Service<?>, Object> ready = new ConcurrentHashMap<>();
  private final List<Runnable> closers = new ArrayList<>();
  private final Set<Service<?>> making = new HashSet<>();
  private final Map<Service<?>, Object> made = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  ServiceHolder(SiteContext site, SiteRegistry registry) {
    this.site = site;
    this.registry = registry;
  }

  @SuppressWarnings("unchecked") // only make() writes, with the service's own type
  <T> T get(Service<T> service) {
    @Nullable Object found = ready.get(service);
    return found != null ? (T) found : make(service);
  }

  @SuppressWarnings("unchecked")
  private <T> T make(Service<T> service) {
    lock.lock();
    try {
      @Nullable Object found = made.get(service);
      if (found != null) {
        return (T) found;
      }
      if (closed) {
        throw new QuintetException(
            "Site '" + site.name() + "' is closed: its " + service.name() + " cannot be used.");
      }
      if (!making.add(service)) {
        throw new ImproperlyConfigured(
            "The service '" + service.name() + "' needs itself while it is being made.");
      }
      try {
        T thing = registry.factory(service).apply(site);
        closers.add(() -> service.closer().accept(thing));
        made.put(service, thing);
        ready.put(service, thing);
        return thing;
      } finally {
        making.remove(service);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes all services, the last made first; a failure does not keep the others open. */
  void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      @Nullable RuntimeException first = null;
      for (Runnable closer : closers.reversed()) {
        try {
          closer.run();
        } catch (RuntimeException e) {
          if (first == null) {
            first = e;
          } else {
            first.addSuppressed(e);
          }
        }
      }
      ready.clear();
      if (first != null) {
        throw first;
      }
    } finally {
      lock.unlock();
    }
  }
}
