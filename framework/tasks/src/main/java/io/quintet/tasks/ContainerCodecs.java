package io.quintet.tasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codecs made from other codecs. */
final class ContainerCodecs {
  private ContainerCodecs() {}

  record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {
    @Override
    public Object write(List<T> value) {
      List<@Nullable Object> out = new ArrayList<>(value.size());
      for (T item : value) {
        out.add(element.write(item));
      }
      return out;
    }

    @Override
    public List<T> read(@Nullable Object json) {
      if (!(json instanceof List<?> items)) {
        throw JsonKind.mismatch("a list", json);
      }
      List<T> out = new ArrayList<>(items.size());
      for (Object item : items) {
        out.add(at("element " + out.size(), () -> element.read(item)));
      }
      return Collections.unmodifiableList(out);
    }
  }

  record MapCodec<T>(Codec<T> value) implements Codec<Map<String, T>> {
    @Override
    public Object write(Map<String, T> map) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, value.write(item)));
      return out;
    }

    @Override
    public Map<String, T> read(@Nullable Object json) {
      if (!(json instanceof Map<?, ?> map)) {
        throw JsonKind.mismatch("an object", json);
      }
      Map<String, T> out = new LinkedHashMap<>();
      stringKeys(map).forEach((key, item) -> out.put(key, at("one value", () -> value.read(item))));
      return Collections.unmodifiableMap(out);
    }
  }

  record OptionalCodec<T>(Codec<T> value) implements Codec<Optional<T>> {
    @Override
    public @Nullable Object write(Optional<T> optional) {
      return optional.isPresent() ? value.write(optional.get()) : null;
    }

    @Override
    public Optional<T> read(@Nullable Object json) {
      return json == null ? Optional.empty() : Optional.of(value.read(json));
    }
  }

  record EnumCodec<E extends Enum<E>>(List<E> constants) implements Codec<E> {
    @Override
    public Object write(E value) {
      return value.name();
    }

    @Override
    public E read(@Nullable Object json) {
      for (E constant : constants) {
        if (constant.name().equals(json)) {
          return constant;
        }
      }
      String names = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
      throw json instanceof String
          ? new CodecException("expected one of " + names + " but found another text")
          : JsonKind.mismatch("one of " + names, json);
    }
  }

  record MappedCodec<T, U>(Codec<T> wire, Function<U, T> writer, Function<T, U> reader)
      implements Codec<U> {
    @Override
    public @Nullable Object write(U value) {
      return wire.write(writer.apply(value));
    }

    @Override
    public U read(@Nullable Object json) {
      return reader.apply(wire.read(json));
    }
  }

  record RecordCodec<T>(Function<T, Map<String, ?>> writer, Function<Fields, T> reader)
      implements Codec<T> {
    @Override
    public Object write(T value) {
      return writer.apply(value);
    }

    @Override
    public T read(@Nullable Object json) {
      if (!(json instanceof Map<?, ?> map)) {
        throw JsonKind.mismatch("an object", json);
      }
      return reader.apply(new Fields(stringKeys(map)));
    }
  }

  static Map<String, @Nullable Object> stringKeys(Map<?, ?> map) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    map.forEach((key, value) -> out.put(String.valueOf(key), value));
    return Collections.unmodifiableMap(out);
  }

  /** Reads one part and, when it does not fit, says which part it was. */
  static <T> T at(String place, java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (CodecException e) {
      throw new CodecException(place + ": " + e.getMessage(), e);
    }
  }
}
