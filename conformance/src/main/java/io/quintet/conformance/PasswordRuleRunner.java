package io.quintet.conformance;

import io.quintet.auth.passwords.CommonPasswordRule;
import io.quintet.auth.passwords.MinimumLengthRule;
import io.quintet.auth.passwords.NumericPasswordRule;
import io.quintet.auth.passwords.PasswordRule;
import io.quintet.auth.passwords.SimilarityRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules of new passwords. */
final class PasswordRuleRunner implements AreaRunner {
  private static final List<String> ATTRIBUTES =
      List.of("username", "first_name", "last_name", "email");

  @Override
  public boolean handles(Case one) {
    return one.op().equals("password_validate") || one.op().equals("password_help");
  }

  @Override
  public Outcome run(Case one) {
    Object expected =
        one.object("expected").containsKey("errors")
            ? one.object("expected").get("errors")
            : one.object("expected").get("output");
    Object actual = one.op().equals("password_help") ? help(one) : validate(one);
    return Expected.same(expected, actual)
        ? new Outcome.Passed()
        : new Outcome.Failed(String.valueOf(expected), String.valueOf(actual));
  }

  private static List<?> validators(Case one) {
    return (List<?>) Objects.requireNonNull(one.object("input").get("validators"));
  }

  private static Object help(Case one) {
    return validators(one).stream().map(each -> rule(Cases.object(each)).help()).toList();
  }

  private static Object validate(Case one) {
    List<Object> violations = new ArrayList<>();
    String password = String.valueOf(one.object("input").get("password"));
    for (Object each : validators(one)) {
      Map<String, @Nullable Object> validator = Cases.object(each);
      rule(validator)
          .check(password, user(one, validator))
          .ifPresent(violation -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("code", violation.code());
            shown.put("message", violation.message());
            violations.add(shown);
          });
    }
    return violations.isEmpty() ? "valid" : violations;
  }

  private static PasswordRule rule(Map<String, @Nullable Object> validator) {
    Map<String, @Nullable Object> options = Cases.object(validator.get("options"));
    return switch (String.valueOf(validator.get("name"))) {
      case "UserAttributeSimilarityValidator" ->
          new SimilarityRule(
              options.get("max_similarity") instanceof Number most ? most.doubleValue() : 0.7);
      case "MinimumLengthValidator" ->
          new MinimumLengthRule(
              options.get("min_length") instanceof Number least ? least.intValue() : 8);
      case "CommonPasswordValidator" -> new CommonPasswordRule();
      default -> new NumericPasswordRule();
    };
  }

  /** The attributes that are compared, by the names that a person reads. */
  private static Map<String, String> user(Case one, Map<String, @Nullable Object> validator) {
    Map<String, @Nullable Object> user = Cases.object(one.object("input").get("user"));
    Object named = Cases.object(validator.get("options")).get("user_attributes");
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Object name : named instanceof List<?> list ? list : ATTRIBUTES) {
      if (user.get(String.valueOf(name)) instanceof String value) {
        attributes.put(
            name.equals("email") ? "email address" : name.toString().replace('_', ' '), value);
      }
    }
    return attributes;
  }
}
