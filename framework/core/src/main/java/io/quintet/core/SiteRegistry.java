package io.quintet.core;

import io.quintet.core.settings.Setting;
import io.quintet.core.signals.Receivers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the apps of a site contributed; written while the site is built, read afterwards. */
final class SiteRegistry {
  private final Map<ExtensionPoint<?>, List<Object>> extensions = new HashMap<>();
  private final Map<Service<?>, Function<SiteContext, ?>> factories = new HashMap<>();
  private final Map<String, Setting<?>> settings = new LinkedHashMap<>();
  private final Receivers receivers = new Receivers();

  <T> void add(ExtensionPoint<T> point, T item) {
    extensions.computeIfAbsent(point, p -> new ArrayList<>()).add(item);
  }

  @SuppressWarnings("unchecked") // add() lets only a T in
  <T> List<T> extensions(ExtensionPoint<T> point) {
    return (List<T>) List.copyOf(extensions.getOrDefault(point, List.of()));
  }

  void declare(Setting<?> setting) {
    Setting<?> other = settings.putIfAbsent(setting.key(), setting);
    if (other != null && other != setting) {
      throw new ImproperlyConfigured(
          "Two settings have the key '" + setting.key() + "': rename one of them.");
    }
  }

  Collection<Setting<?>> settings() {
    return settings.values();
  }

  <T> void provide(Service<T> service, Function<SiteContext, ? extends T> factory) {
    factories.put(service, factory);
  }

  @SuppressWarnings("unchecked") // provide() stores only a matching factory
  <T> Function<SiteContext, ? extends T> factory(Service<T> service) {
    @Nullable Function<SiteContext, ?> provided = factories.get(service);
    return provided == null ? service.factory() : (Function<SiteContext, ? extends T>) provided;
  }

  Receivers receivers() {
    return receivers;
  }
}
