package io.quintet.admin.library;

import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** An author who translates: a model that extends a model. */
@Model
public class Translator extends Author {
  public static final Manager<Translator> objects = Manager.of(Translator.class);

  @Size(max = 20)
  public String language = "";
}
