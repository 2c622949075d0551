package io.quintet.orm.internal.inspect;

/** Writes the class of the app that models belong to, for a site that has none. */
final class AppSource {
  private AppSource() {}

  static Inspection.Source of(Selection selection) {
    String name = JavaNames.camel(selection.app()) + "App";
    String body =
        Selection.label(selection.javaPackage()).equals(selection.app())
            ? "{}\n"
            : """
            {
              @Override
              public String label() {
                return "%s";
              }
            }
            """
                .formatted(selection.app());
    return new Inspection.Source(
        selection.javaPackage(),
        name,
        """
        package %s;

        import io.quintet.core.App;

        /** The app %s; installed by naming it in the site's {@code apps(...)}. */
        public final class %s implements App %s\
        """
            .formatted(selection.javaPackage(), selection.app(), name, body));
  }
}
