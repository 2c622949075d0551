package io.quintet.auth.forms;

import io.quintet.forms.Field;
import io.quintet.forms.Form;

/** What users may change of themselves. */
public final class ProfileForm extends Form {
  private static final int LONGEST_NAME = 150;

  /** Given name. */
  public final Field<String> firstName =
      text("first_name")
          .maxLength(LONGEST_NAME)
          .optional()
          .label("First name")
          .attr("autocomplete", "given-name");

  /** Family name. */
  public final Field<String> lastName =
      text("last_name")
          .maxLength(LONGEST_NAME)
          .optional()
          .label("Last name")
          .attr("autocomplete", "family-name");
}
