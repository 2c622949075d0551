package io.quintet.processor.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;

/** Names for the generated list of what a module declares. */
public final class ProviderNames {
  private ProviderNames() {}

  /**
   * {@code QuintetKind} in the package that all these have in common, or in the first of them.
   * Tests are compiled against the classes of their module, which may have a list of that name:
   * theirs is {@code QuintetTestKind}.
   */
  public static String of(
      ProcessingEnvironment environment, Collection<String> packages, String kind) {
    String common = packages.stream().reduce(ProviderNames::shared).orElseThrow();
    String home = common.isEmpty() ? packages.stream().sorted().findFirst().orElseThrow() : common;
    String name = home + ".Quintet" + kind;
    return takenByAnotherModule(environment, name) ? home + ".QuintetTest" + kind : name;
  }

  private static boolean takenByAnotherModule(ProcessingEnvironment environment, String name) {
    if (environment.getElementUtils().getTypeElement(name) == null) {
      return false;
    }
    try {
      environment
          .getFiler()
          .getResource(StandardLocation.CLASS_OUTPUT, "", name.replace('.', '/') + ".class")
          .openInputStream()
          .close();
      return false;
    } catch (IOException notOurs) {
      return true;
    }
  }

  private static String shared(String a, String b) {
    String[] left = a.split("\\.");
    String[] right = b.split("\\.");
    List<String> same = new ArrayList<>();
    for (int i = 0; i < Math.min(left.length, right.length) && left[i].equals(right[i]); i++) {
      same.add(left[i]);
    }
    return String.join(".", same);
  }
}
