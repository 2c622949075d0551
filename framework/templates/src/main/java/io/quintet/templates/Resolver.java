package io.quintet.templates;

import io.quintet.core.MultiMap;
import io.quintet.core.text.SilentFailure;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.Values;
import java.lang.System.Logger.Level;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows the dots of a variable: keys of maps, properties, methods of text and maps, positions.
 */
final class Resolver {
  private static final PropertyAccess.Getter NONE = target -> TemplateObject.ABSENT;

  private final List<PropertyAccess> providers;
  private final String stringIfInvalid;
  private final Map<Key, PropertyAccess.Getter> getters = new ConcurrentHashMap<>();
  private final Set<Class<?>> unknown = ConcurrentHashMap.newKeySet();

  private record Key(Class<?> type, String name) {}

  Resolver(List<PropertyAccess> providers, String stringIfInvalid) {
    this.providers = providers;
    this.stringIfInvalid = stringIfInvalid;
  }

  /** The member of a value, called if it can be; {@link TemplateObject#ABSENT} if there is none. */
  @Nullable Object member(@Nullable Object target, String name) {
    Object value;
    try {
      value = raw(target, name);
    } catch (Exception e) {
      return silenced(e);
    }
    return call(value);
  }

  /**
   * The getter for a value that has properties and nothing else, or null: a map, a list or a text
   * has other members first.
   */
  PropertyAccess.@Nullable Getter plainGetter(Object target, String name) {
    return switch (target) {
      case Map<?, ?> _, TemplateObject _, MultiMap _, CharSequence _, Iterable<?> _ -> null;
      default -> target.getClass().isArray() ? null : getter(target.getClass(), name);
    };
  }

  private @Nullable Object raw(@Nullable Object target, String name) throws Exception {
    return switch (target) {
      case null -> TemplateObject.ABSENT;
      case Map<?, ?> map -> ofMap(map, name);
      case TemplateObject object -> ofObject(object, name);
      case MultiMap map -> ofMultiMap(map, name);
      case List<?> list -> ofList(list, name);
      case CharSequence text -> ofText(text, name);
      case Iterable<?> elements -> ofIterable(elements, name);
      default -> target.getClass().isArray() ? ofArray(target, name) : property(target, name);
    };
  }

  private @Nullable Object ofMap(Map<?, ?> map, String name) throws Exception {
    Object value = map.get(name);
    if (value != null || map.containsKey(name)) {
      return value;
    }
    Object member = BuiltinMembers.ofMap(map, name);
    if (member != TemplateObject.ABSENT) {
      return member;
    }
    if (map instanceof TemplateObject object) {
      return object.property(name);
    }
    if (Numbers.parseInteger(name) instanceof Long index) {
      for (Object key :
          new Object[] {index, (int) Math.clamp(index, Integer.MIN_VALUE, Integer.MAX_VALUE)}) {
        if (map.containsKey(key)) {
          return map.get(key);
        }
      }
    }
    return TemplateObject.ABSENT;
  }

  private static @Nullable Object ofMultiMap(MultiMap map, String name) {
    String value = map.get(name);
    return value != null ? value : BuiltinMembers.ofMultiMap(map, name);
  }

  private @Nullable Object ofObject(TemplateObject object, String name) throws Exception {
    Object value = object.property(name);
    if (value != TemplateObject.ABSENT) {
      return value;
    }
    return object instanceof List<?> list ? ofList(list, name) : property(object, name);
  }

  private @Nullable Object ofList(List<?> list, String name) throws Exception {
    int index = index(name, list.size());
    return index >= 0 ? list.get(index) : property(list, name);
  }

  private @Nullable Object ofIterable(Iterable<?> elements, String name) throws Exception {
    Object value = property(elements, name);
    if (value != TemplateObject.ABSENT
        || !Character.isDigit(name.isEmpty() ? 'x' : name.charAt(0))) {
      return value;
    }
    List<@Nullable Object> list = Values.list(elements);
    return list == null ? value : ofList(list, name);
  }

  private @Nullable Object ofArray(Object array, String name) {
    int index = index(name, Array.getLength(array));
    return index >= 0 ? Array.get(array, index) : TemplateObject.ABSENT;
  }

  private static Object ofText(CharSequence text, String name) {
    Object member = BuiltinMembers.ofText(text.toString(), name);
    if (member != TemplateObject.ABSENT) {
      return member;
    }
    String string = text.toString();
    int index = index(name, string.codePointCount(0, string.length()));
    return index < 0
        ? TemplateObject.ABSENT
        : Character.toString(string.codePointAt(string.offsetByCodePoints(0, index)));
  }

  private static int index(String name, int size) {
    if (!Character.isDigit(name.isEmpty() ? 'x' : name.charAt(0))) {
      return -1;
    }
    return Numbers.parseInteger(name) instanceof Long index && index < size ? index.intValue() : -1;
  }

  private @Nullable Object property(Object target, String name) throws Exception {
    return getter(target.getClass(), name).get(target);
  }

  private PropertyAccess.Getter getter(Class<?> type, String name) {
    PropertyAccess.Getter getter = getters.get(new Key(type, name));
    if (getter == null) {
      getter = find(type, name);
      getters.put(new Key(type, name), getter);
    }
    return getter;
  }

  private PropertyAccess.Getter find(Class<?> type, String name) {
    boolean known = false;
    for (Class<?> candidate : Types.lineage(type)) {
      for (PropertyAccess provider : providers) {
        PropertyAccess.Getter getter = provider.getter(candidate, name);
        if (getter != null) {
          return getter;
        }
        known |= provider.knows(candidate);
      }
    }
    if (!known && unknown.add(type)) {
      // Asked for here only: the first logger of a process starts the whole of logging.
      System.getLogger(Resolver.class.getName())
          .log(
              Level.DEBUG,
              "Templates cannot read {0}: annotate it with @TemplateData, or let it implement TemplateObject.",
              type.getName());
    }
    return NONE;
  }

  /** Calls a value that is meant to be called; any other value is itself. */
  @Nullable Object call(@Nullable Object value) {
    if (value instanceof String || value instanceof Number) {
      return value;
    }
    try {
      return switch (value) {
        case TemplateCallable callable -> called(callable);
        case Supplier<?> supplier -> unwrapped(supplier.get());
        case Callable<?> callable -> unwrapped(callable.call());
        case null, default -> unwrapped(value);
      };
    } catch (Exception e) {
      return silenced(e);
    }
  }

  private @Nullable Object called(TemplateCallable callable) throws Exception {
    if (callable.usedAsValue()) {
      return callable;
    }
    return callable.altersData() || callable.needsArguments()
        ? stringIfInvalid
        : unwrapped(callable.call());
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  Object silenced(Exception e) {
    if (e instanceof SilentFailure) {
      return stringIfInvalid;
    }
    throw e instanceof RuntimeException runtime ? runtime : new TemplateRenderError(e, null);
  }
}
