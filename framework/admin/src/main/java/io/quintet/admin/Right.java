package io.quintet.admin;

import java.util.Locale;

/** What a user may do with the rows of a model. */
public enum Right {
  /** Look at them. */
  VIEW,
  /** Make new ones. */
  ADD,
  /** Change them; includes looking at them. */
  CHANGE,
  /** Delete them. */
  DELETE;

  /** The word in the permission's name: {@code change} of {@code blog.change_post}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
