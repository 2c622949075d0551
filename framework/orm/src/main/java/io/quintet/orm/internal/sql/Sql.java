package io.quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;

/** SQL in the making: text and parameters. */
final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<Param> params = new ArrayList<>();

  private boolean nothing;

  /** Its conditions cannot be met. */
  void findsNothing() {
    nothing = true;
  }

  boolean isNothing() {
    return nothing;
  }

  /** The finished statement. */
  Statement statement() {
    return new Statement(text.toString(), params, nothing);
  }

  Sql add(String more) {
    text.append(more);
    return this;
  }

  Sql add(Sql other) {
    text.append(other.text);
    params.addAll(other.params);
    return this;
  }

  Sql add(Fragment fragment) {
    text.append(fragment.text());
    params.addAll(fragment.params());
    return this;
  }

  Sql add(List<Fragment> fragments, String separator) {
    for (int i = 0; i < fragments.size(); i++) {
      if (i > 0) {
        text.append(separator);
      }
      add(fragments.get(i));
    }
    return this;
  }

  List<Param> params() {
    return params;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
