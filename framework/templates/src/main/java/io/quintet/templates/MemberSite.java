package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * A dot in a template. It keeps how the last type was read, since the next value there is mostly of
 * the same; threads that race lose nothing but time.
 */
final class MemberSite {
  private final String name;
  private @Nullable Known known;

  private record Known(Class<?> type, PropertyAccess.Getter getter, Resolver resolver) {}

  MemberSite(String name) {
    this.name = name;
  }

  @Nullable Object of(@Nullable Object target, Resolver resolver) {
    if (target == null) {
      return TemplateObject.ABSENT;
    }
    Known last = known;
    if (last == null || last.type != target.getClass() || last.resolver != resolver) {
      PropertyAccess.Getter getter = resolver.plainGetter(target, name);
      if (getter == null) {
        return resolver.member(target, name);
      }
      last = new Known(target.getClass(), getter, resolver);
      known = last;
    }
    Object value;
    try {
      value = last.getter.get(target);
    } catch (Exception e) {
      return resolver.silenced(e);
    }
    return value instanceof String || value instanceof Number ? value : resolver.call(value);
  }
}
