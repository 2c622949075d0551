package io.quintet.auth.forms;

import io.quintet.forms.Field;
import io.quintet.forms.Form;

/** The address to which a reset link goes, if an account has it. */
public final class PasswordResetForm extends Form {
  private static final int LONGEST_EMAIL = 254;

  /** The address. */
  public final Field<String> email =
      email("email")
          .maxLength(LONGEST_EMAIL)
          .label("E-mail")
          .attr("autocomplete", "email")
          .attr("autofocus", true);
}
