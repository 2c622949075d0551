package io.quintet.rest.viewsets;

import io.quintet.rest.ApiHandler;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.Serializers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a view set does beyond the usual.
 *
 * <pre>{@code
 * ExtraAction.detail("restock").on("POST", this::restock).taking(Restock.class)   // products/7/restock/
 * ExtraAction.list("cheapest").on("GET", this::cheapest)                          // products/cheapest/
 * }</pre>
 */
public final class ExtraAction {
  private final String name;
  private final boolean detail;
  private final Map<String, ApiHandler> handlers = new LinkedHashMap<>();
  private @Nullable Class<?> taken;
  private @Nullable Class<?> returned;
  private String summary = "";

  private ExtraAction(String name, boolean detail) {
    if (!name.matches("[a-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "An action's name stands in its address: small letters, digits, - and _, found \""
              + name
              + "\"");
    }
    this.name = name;
    this.detail = detail;
  }

  /** An action on one object. */
  public static ExtraAction detail(String name) {
    return new ExtraAction(name, true);
  }

  /** An action on the list. */
  public static ExtraAction list(String name) {
    return new ExtraAction(name, false);
  }

  /** What it does for a method. */
  public ExtraAction on(String method, ApiHandler handler) {
    handlers.put(method, handler);
    return this;
  }

  /** The record that its body is, for the documentation. */
  public ExtraAction taking(Class<?> record) {
    taken = record;
    return this;
  }

  /** The record that it answers, for the documentation. */
  public ExtraAction returning(Class<?> record) {
    returned = record;
    return this;
  }

  /** A sentence about it, for the documentation. */
  public ExtraAction summary(String text) {
    summary = text;
    return this;
  }

  /** Its name, as in its address. */
  public String name() {
    return name;
  }

  /** Whether it is on one object. */
  public boolean isDetail() {
    return detail;
  }

  /** The sentence about it, or empty. */
  public String summary() {
    return summary;
  }

  /** What it does, by method. */
  public Map<String, ApiHandler> handlers() {
    return handlers;
  }

  /** The serializer of its body, if it was told. */
  public Optional<Serializer<?, ?>> takenSerializer() {
    return Optional.ofNullable(taken).map(Serializers::of);
  }

  /** The serializer of its answer, if it was told. */
  public Optional<Serializer<?, ?>> returnedSerializer() {
    return Optional.ofNullable(returned).map(Serializers::of);
  }
}
