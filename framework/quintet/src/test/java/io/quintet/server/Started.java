package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The small site in a process of its own, and what it printed. */
final class Started implements AutoCloseable {
  private final Process process;
  private final BufferedReader reader;
  private final List<String> lines = new ArrayList<>();

  private Started(Process process) {
    this.process = process;
    this.reader = process.inputReader();
  }

  static Started development(Path folder, String... options) throws IOException {
    return start(folder, Map.of("QUINTET_DEBUG", "true"), options);
  }

  static Started start(Path folder, Map<String, String> environment, String... options)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(SmallSite.class.getName(), "runserver", "0"));
    return java(folder, environment, words);
  }

  /** Starts Java in a folder. */
  static Started java(Path folder, Map<String, String> environment, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(words);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("QUINTET_"));
    builder.environment().putAll(environment);
    builder.environment().put("QUINTET_AUTH_PASSWORD_ITERATIONS", "1");
    return new Started(builder.start());
  }

  /** Reads on until a line has that text. */
  String line(String text) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("It ended without '" + text + "':\n" + String.join("\n", lines));
  }

  /** Reads to the end and returns everything that it printed. */
  String toTheEnd() throws IOException {
    reader.lines().forEach(lines::add);
    return printed();
  }

  /** The address, once it listens. */
  String url() throws IOException {
    String line = line("Listening at ");
    return line.substring(line.indexOf("http://"));
  }

  /** Everything it printed so far. */
  String printed() {
    return String.join("\n", lines);
  }

  CompletableFuture<HttpResponse<String>> get(String url) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  void type(String text) throws IOException {
    process.outputWriter().append(text).flush();
  }

  /** Tells it to stop, as systemd and Ctrl-C do. */
  void terminate() {
    process.toHandle().destroy(); // the process's own destroy() would close what it prints
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  int status() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
