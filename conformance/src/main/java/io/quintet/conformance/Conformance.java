package io.quintet.conformance;

import io.quintet.conformance.migrations.MigrationRunner;
import io.quintet.conformance.orm.OrmRunner;
import io.quintet.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through the files of a folder and gives each case to the runner of its area. */
public final class Conformance {
  private static final List<AreaRunner> RUNNERS =
      List.of(
          new TemplateRunner(),
          new FilterRunner(),
          new TextRunner(),
          new DateRunner(),
          new NumberRunner(),
          new TimeSinceRunner(),
          new EncodingRunner(),
          new SigningRunner(),
          new QueryRunner(),
          new UrlRunner(),
          new CookieRunner(),
          new HeaderRunner(),
          new HostRunner(),
          new CsrfRunner(),
          new MultipartRunner(),
          new DateParseRunner(),
          new FormUtilRunner(),
          new HashRunner(),
          new PasswordRuleRunner(),
          new FormRunner(),
          new MigrationRunner());

  private Conformance() {}

  /** Runs the cases of the folder that is named and exits with 0 if none failed. */
  public static void main(String[] arguments) throws IOException {
    System.exit(CommandLine.run(arguments));
  }

  /** Runs every case of the folder and its sub-folders. */
  public static Report run(Path folder) throws IOException {
    Report report = new Report();
    List<OrmRunner> databases = databases(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        run(folder.relativize(file).toString().replace('\\', '/'), file, report, databases);
      }
    }
    return report;
  }

  /** A runner for each database that the cases of the ORM were recorded on. */
  private static List<OrmRunner> databases(Path folder) throws IOException {
    Path fixture = folder.resolve("orm").resolve("fixture.json");
    if (!Files.exists(fixture)) {
      return List.of();
    }
    Map<String, @Nullable Object> rows = Cases.object(Json.parse(Files.readString(fixture)));
    return OrmRunner.DATABASES.stream().map(name -> new OrmRunner(name, rows)).toList();
  }

  private static void run(String name, Path file, Report report, List<OrmRunner> databases)
      throws IOException {
    Object content = Json.parse(Cases.withNegativeZeros(Files.readString(file)));
    if (!(content instanceof Map<?, ?> map) || !(map.get("cases") instanceof List<?> cases)) {
      return;
    }
    Area area =
        new Area(name, map.get("area") instanceof String text ? text : name, Cases.object(map));
    if (OrmRunner.isOrm(name)) {
      databases.forEach(database -> runOn(database, area, cases, report));
      return;
    }
    for (Object entry : cases) {
      Case one = new Case(area, Cases.object(entry));
      report.add(one, run(one));
    }
  }

  private static void runOn(OrmRunner database, Area area, List<?> cases, Report report) {
    Area here = new Area(area.file() + " " + database.name(), area.name(), area.data());
    for (Object entry : cases) {
      Case one = new Case(here, Cases.object(entry));
      report.add(one, database.run(one));
    }
  }

  private static Outcome run(Case one) {
    for (AreaRunner runner : RUNNERS) {
      if (runner.handles(one)) {
        return runner.run(one);
      }
    }
    @Nullable Object op = one.get("op");
    return new Outcome.Unsupported(
        "not built yet: " + (op == null ? "area " + one.area().name() : "op " + op));
  }
}
