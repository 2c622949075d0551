package io.quintet.core.commands;

import io.quintet.core.checks.CheckMessage;
import java.util.List;
import java.util.Locale;

/** The findings of system checks as text. */
final class CheckReport {
  private CheckReport() {}

  static String of(List<CheckMessage> messages) {
    var text = new StringBuilder();
    for (CheckMessage message : messages) {
      text.append(message.level().name().toLowerCase(Locale.ROOT))
          .append(" (")
          .append(message.id())
          .append(") ")
          .append(message.text())
          .append('\n');
      if (!message.hint().isEmpty()) {
        text.append("  hint: ").append(message.hint()).append('\n');
      }
    }
    return text.toString();
  }
}
