package io.quintet.templates;

import java.util.List;

/** No loader has the template. */
public final class TemplateDoesNotExist extends TemplateException {
  private static final long serialVersionUID = 1L;

  private final String name;

  /**
   * For one name.
   *
   * @param name the name that was asked for
   * @param tried where it was looked for
   */
  public TemplateDoesNotExist(String name, List<String> tried) {
    super(tried.isEmpty() ? name : name + "; looked in " + String.join(", ", tried), null, null);
    this.name = name;
  }

  /** The name that was asked for; several are joined by a comma. */
  public String name() {
    return name;
  }

  @Override
  public String getMessage() {
    return "Template does not exist: " + super.getMessage();
  }
}
