package io.quintet.rest.serializers;

import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Checks the rules of a field and collects all messages. */
final class RuleCheck {
  private static final Validator<String> EMAIL = Validators.email();
  private static final Validator<String> URL = Validators.url();
  private static final Validator<String> SLUG = Validators.slug();

  private RuleCheck() {}

  static void text(FieldType type, List<FieldRule> rules, String value) throws Wrong {
    List<String> messages = new ArrayList<>();
    if (value.indexOf('\0') >= 0) {
      messages.add("Null characters are not allowed.");
    }
    boolean sized = false;
    for (FieldRule rule : rules) {
      switch (rule) {
        case FieldRule.Size size -> {
          sized = true;
          size(size, value.codePointCount(0, value.length()), "characters", messages);
        }
        case FieldRule.Pattern p -> {
          if (!p.regexp().matcher(value).matches()) {
            messages.add(or(p.message(), "This value does not match the required pattern."));
          }
        }
        case FieldRule.Email e -> {
          if (!(type instanceof FieldType.Email)) {
            shape(EMAIL, value, or(e.message(), "Enter a valid email address."), messages);
          }
        }
        default -> {
          // not about text
        }
      }
    }
    int max = type.maxLengthOrZero();
    if (!sized && max > 0 && value.codePointCount(0, value.length()) > max) {
      messages.add("Ensure this field has no more than " + max + " characters.");
    }
    switch (type) {
      case FieldType.Email e -> shape(EMAIL, value, emailMessage(rules), messages);
      case FieldType.Url u -> shape(URL, value, "Enter a valid URL.", messages);
      case FieldType.Slug s ->
          shape(
              SLUG,
              value,
              "Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens.",
              messages);
      default -> {
        // any text
      }
    }
    if (!messages.isEmpty()) {
      throw new Wrong(messages);
    }
  }

  private static String emailMessage(List<FieldRule> rules) {
    for (FieldRule rule : rules) {
      if (rule instanceof FieldRule.Email(String message) && !message.isEmpty()) {
        return message;
      }
    }
    return "Enter a valid email address.";
  }

  private static void shape(
      Validator<String> validator, String value, String message, List<String> messages) {
    try {
      validator.validate(value);
    } catch (io.quintet.forms.validators.ValidationException e) {
      messages.add(message);
    }
  }

  static void number(List<FieldRule> rules, BigDecimal value) throws Wrong {
    List<String> messages = new ArrayList<>();
    for (FieldRule rule : rules) {
      switch (rule) {
        case FieldRule.Max max -> {
          if (value.compareTo(max.value()) > 0) {
            messages.add(or(max.message(), atMost(max.value())));
          }
        }
        case FieldRule.Min min -> {
          if (value.compareTo(min.value()) < 0) {
            messages.add(or(min.message(), atLeast(min.value())));
          }
        }
        default -> {
          // not about numbers
        }
      }
    }
    if (!messages.isEmpty()) {
      throw new Wrong(messages);
    }
  }

  static String atMost(BigDecimal limit) {
    return "Ensure this value is less than or equal to " + limit.toPlainString() + ".";
  }

  static String atLeast(BigDecimal limit) {
    return "Ensure this value is greater than or equal to " + limit.toPlainString() + ".";
  }

  static void size(List<FieldRule> rules, int found, String things) throws Wrong {
    List<String> messages = new ArrayList<>();
    for (FieldRule rule : rules) {
      if (rule instanceof FieldRule.Size size) {
        size(size, found, things, messages);
      }
    }
    if (!messages.isEmpty()) {
      throw new Wrong(messages);
    }
  }

  private static void size(FieldRule.Size rule, int found, String things, List<String> messages) {
    if (found > rule.max()) {
      messages.add(
          or(
              rule.message(),
              "Ensure this field has no more than " + rule.max() + " " + things + "."));
    }
    if (found < rule.min()) {
      messages.add(
          or(rule.message(), "Ensure this field has at least " + rule.min() + " " + things + "."));
    }
  }

  static String blankMessage(List<FieldRule> rules) {
    for (FieldRule rule : rules) {
      if (rule instanceof FieldRule.NotBlank(String message) && !message.isEmpty()) {
        return message;
      }
    }
    return "This field may not be blank.";
  }

  private static String or(String message, String standard) {
    return message.isEmpty() ? standard : message;
  }
}
