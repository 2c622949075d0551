package io.quintet.forms;

import io.quintet.core.text.HtmlValue;
import io.quintet.forms.validators.Violation;
import java.util.Optional;

/** What a visitor fills in and sends: a {@link Form}, or a form set. */
public interface Fillable extends HtmlValue {
  /** Fills in what was sent. */
  Fillable bind(Submission sent);

  /** Whether something was filled in. */
  boolean isBound();

  /** Whether it was filled in and every rule holds. */
  boolean isValid();

  /** Whether it must be sent as {@code multipart/form-data}. */
  boolean isMultipart();

  /** What the names of its inputs begin with, before a hyphen; empty for nothing. */
  String prefix();

  /**
   * The field that an input of it belongs to, filled in alone with what was sent, whatever else is.
   *
   * @param input the name of the input in HTML
   */
  Optional<BoundField> alone(String input, Submission sent);

  /** Complains about it as a whole. */
  void addError(Violation violation);
}
