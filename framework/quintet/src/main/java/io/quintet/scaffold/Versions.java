package io.quintet.scaffold;

/** The versions that a new project starts with; written by the build. */
final class Versions {
  static final String QUINTET;
  static final String JUNIT;

  static {
    String[] lines = Scaffold.read("versions.txt").strip().split("\n", -1);
    QUINTET = lines[0].strip();
    JUNIT = lines[1].strip();
  }

  private Versions() {}
}
