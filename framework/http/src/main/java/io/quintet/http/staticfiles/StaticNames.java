package io.quintet.http.staticfiles;

import io.quintet.storage.FileNames;
import io.quintet.storage.UnsafeNameException;

/** The one check of names of static and media files, before anything is looked up by them. */
final class StaticNames {
  private static final int LONGEST = 500;

  private StaticNames() {}

  /**
   * Whether a decoded name may be looked up: relative, no {@code ..}, back-slash, colon, control
   * character or percent sign that a second decoding would act on, and no element that starts with
   * a dot except {@code .well-known}.
   */
  public static boolean isSafe(String name) {
    if (name.length() > LONGEST || name.indexOf('%') >= 0 || name.indexOf(';') >= 0) {
      return false;
    }
    try {
      FileNames.check(name);
    } catch (UnsafeNameException e) {
      return false;
    }
    for (String element : name.split("/", -1)) {
      if (element.startsWith(".") && !element.equals(".well-known")) {
        return false;
      }
    }
    return true;
  }
}
