package io.quintet.orm.internal.inspect;

import java.util.List;

/**
 * The models of a database.
 *
 * @param sources one for each file
 * @param remarks what is not in them, or not as it is in the database, and why
 */
record Inspection(List<Source> sources, List<String> remarks) {
  /**
   * A file.
   *
   * @param name the name of its type
   */
  record Source(String javaPackage, String name, String text) {
    /** The file below a root of sources. */
    String path() {
      return javaPackage.replace('.', '/') + "/" + name + ".java";
    }
  }
}
