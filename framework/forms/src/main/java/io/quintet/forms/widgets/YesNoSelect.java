package io.quintet.forms.widgets;

import io.quintet.forms.Submission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A select of yes, no and unknown. */
final class YesNoSelect extends Select {
  YesNoSelect() {
    super(false);
    options(Option.of("unknown", "Unknown"), Option.of("true", "Yes"), Option.of("false", "No"));
  }

  @Override
  protected Set<String> chosen(@Nullable Object value) {
    Boolean known = known(value);
    return Set.of(known == null ? "unknown" : known.toString());
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    return known(sent.get(name));
  }

  /** Also understands {@code 2} and {@code 3}, as older Django forms send. */
  private static @Nullable Boolean known(@Nullable Object value) {
    return switch (value) {
      case Boolean known -> known;
      case String text ->
          switch (text) {
            case "true", "True", "2" -> Boolean.TRUE;
            case "false", "False", "3" -> Boolean.FALSE;
            default -> null;
          };
      case null, default -> null;
    };
  }
}
