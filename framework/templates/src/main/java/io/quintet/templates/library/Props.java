package io.quintet.templates.library;

import io.quintet.core.text.Nearest;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.Output;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.TemplateRenderError;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {% props title:text level:number=2 open:flag=False items:list post %}}. */
public record Props(List<Prop> props) implements TagRenderer {
  /** A parameter; without a default it must be given. */
  public record Prop(String name, Type type, @Nullable Expression standard) {}

  /** What a parameter may be. */
  public enum Type {
    TEXT("text"),
    NUMBER("number"),
    FLAG("flag"),
    LIST("list"),
    ANY("any");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** As a template has it. */
    public String word() {
      return word;
    }

    boolean holds(@Nullable Object value) {
      return switch (this) {
        case TEXT -> value instanceof CharSequence;
        case NUMBER -> value instanceof Number;
        case FLAG -> value instanceof Boolean;
        case LIST -> !(value instanceof CharSequence) && Values.isIterable(value);
        case ANY -> true;
      };
    }
  }

  static TagRenderer compile(TagSource tag) {
    List<Prop> props = new ArrayList<>();
    for (String word : tag.arguments()) {
      int equals = word.indexOf('=');
      String declared = equals < 0 ? word : word.substring(0, equals);
      int colon = declared.indexOf(':');
      String name = colon < 0 ? declared : declared.substring(0, colon);
      Expression standard = equals < 0 ? null : tag.expression(word.substring(equals + 1));
      props.add(
          new Prop(
              name, colon < 0 ? Type.ANY : type(tag, declared.substring(colon + 1)), standard));
    }
    return new Props(List.copyOf(props));
  }

  private static Type type(TagSource tag, String word) {
    List<String> words = new ArrayList<>();
    for (Type type : Type.values()) {
      if (type.word.equals(word)) {
        return type;
      }
      words.add(type.word);
    }
    throw tag.error("'" + word + "' is no type of 'props': " + String.join(", ", words));
  }

  @Override
  public void render(Context context, Output output) {
    List<String> known = props.stream().map(Prop::name).toList();
    if (context.get(Components.GIVEN) instanceof List<?> given) {
      for (Object name : given) {
        if (!known.contains(name)) {
          throw unknown(String.valueOf(name), known);
        }
      }
    }
    for (Prop prop : props) {
      Object value = context.get(prop.name());
      if (value == TemplateObject.ABSENT) {
        if (prop.standard() == null) {
          throw new TemplateRenderError(
              "The component needs '"
                  + prop.name()
                  + "' ("
                  + prop.type().word
                  + "): {% component … "
                  + prop.name()
                  + "=… %}.");
        }
        value = prop.standard().resolve(context);
        context.set(prop.name(), value);
      }
      check(prop.name(), prop.type(), value);
    }
  }

  private static TemplateRenderError unknown(String name, List<String> known) {
    return new TemplateRenderError(
        "The component has no parameter '"
            + name
            + "'"
            + Nearest.suggestion(name, known)
            + ", only: "
            + String.join(", ", known)
            + ".");
  }

  /**
   * Refuses a value of another type.
   *
   * @throws TemplateRenderError if the parameter is not of that type
   */
  public static void check(String name, Type type, @Nullable Object value) {
    if (!type.holds(value)) {
      throw new TemplateRenderError(
          "'"
              + name
              + "' is a "
              + type.word
              + " of the component, not "
              + (value == null ? "null" : "a " + value.getClass().getSimpleName())
              + ".");
    }
  }
}
