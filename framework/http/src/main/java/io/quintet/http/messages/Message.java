package io.quintet.http.messages;

import io.quintet.templates.TemplateObject;
import org.jspecify.annotations.Nullable;

/**
 * One message. In a template: {@code <p class="{{ message.tags }}">{{ message }}</p>}.
 *
 * @param level how important it is
 * @param text what it says; plain text
 * @param extraTags more CSS classes, or empty
 */
public record Message(Level level, String text, String extraTags) implements TemplateObject {
  /** The CSS classes: the extra ones and that of the level. */
  public String tags() {
    return extraTags.isEmpty() ? level.tag() : extraTags + " " + level.tag();
  }

  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "message", "text" -> text;
      case "tags" -> tags();
      case "level" -> level.number();
      case "level_tag", "levelTag" -> level.tag();
      case "extra_tags", "extraTags" -> extraTags;
      default -> ABSENT;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
