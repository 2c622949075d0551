package io.quintet.auth.passwords;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.SiteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a site: the four of the framework, then those that apps add. */
public final class PasswordRules {
  /** Where apps add rules. */
  public static final ExtensionPoint<PasswordRule> POINT = ExtensionPoint.named("password rules");

  private static final List<PasswordRule> BUILT_IN =
      List.of(
          new SimilarityRule(SimilarityRule.MOST_SIMILAR),
          new MinimumLengthRule(MinimumLengthRule.SHORTEST),
          new CommonPasswordRule(),
          new NumericPasswordRule());

  private PasswordRules() {}

  /** All rules of a site. */
  public static List<PasswordRule> of(SiteContext site) {
    List<PasswordRule> rules = new ArrayList<>(BUILT_IN);
    rules.addAll(site.extensions(POINT));
    return List.copyOf(rules);
  }

  /** Everything that is wrong with a password; empty when it may be used. */
  public static List<PasswordRule.Violation> check(
      SiteContext site, String password, Map<String, String> attributes) {
    return of(site).stream().flatMap(rule -> rule.check(password, attributes).stream()).toList();
  }
}
