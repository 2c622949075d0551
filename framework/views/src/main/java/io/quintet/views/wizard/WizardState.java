package io.quintet.views.wizard;

import io.quintet.core.MultiMap;
import io.quintet.forms.Submission;
import io.quintet.http.uploads.UploadedFiles;
import io.quintet.storage.UploadedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a wizard remembers between two pages: what was sent with each step, as it was sent, and the
 * files. It is validated anew each time, so it need not be believed.
 */
final class WizardState {
  private static final String RUN = "run";

  private final String run;
  private final Map<String, Map<String, List<String>>> texts = new LinkedHashMap<>();
  private final Map<String, Map<String, List<KeptFile>>> files = new LinkedHashMap<>();
  private final List<UploadedFile> opened = new ArrayList<>();

  private WizardState(String run) {
    this.run = run;
  }

  static WizardState begun() {
    return new WizardState(UUID.randomUUID().toString());
  }

  /** Names this passage through the wizard; it can be finished once. */
  String run() {
    return run;
  }

  boolean has(String step) {
    return texts.containsKey(step);
  }

  /**
   * Keeps what was sent with a step; files that were sent before and not again stay.
   *
   * @param inputs the names of the inputs that the form read: what else was sent is not kept
   */
  void put(String step, Set<String> inputs, MultiMap sent, UploadedFiles uploads) {
    Map<String, List<String>> own = new LinkedHashMap<>();
    Map<String, List<KeptFile>> kept = files.computeIfAbsent(step, name -> new LinkedHashMap<>());
    for (String name : inputs) {
      if (sent.has(name)) {
        own.put(name, List.copyOf(sent.list(name)));
      }
      if (uploads.has(name)) {
        List<KeptFile> before =
            kept.put(name, uploads.list(name).stream().map(KeptFile::keep).toList());
        if (before != null) {
          before.forEach(KeptFile::discard);
        }
      }
    }
    texts.put(step, own);
  }

  /** What was sent with a step. */
  Submission submission(String step) {
    MultiMap text = MultiMap.copyOf(texts.getOrDefault(step, Map.of()));
    return Submission.of(text, name -> files(step, name));
  }

  /** The files of an input that were sent before. */
  List<UploadedFile> files(String step, String input) {
    List<UploadedFile> found = new ArrayList<>();
    for (KeptFile kept :
        files.getOrDefault(step, Map.of()).getOrDefault(input, List.<KeptFile>of())) {
      UploadedFile upload = kept.upload();
      if (upload != null) {
        opened.add(upload);
        found.add(upload);
      }
    }
    return found;
  }

  /** Closes the files that were opened for this request. */
  void close() {
    opened.forEach(UploadedFile::close);
    opened.clear();
  }

  /** Forgets the files that nobody took over. */
  void discardFiles() {
    files
        .values()
        .forEach(byName -> byName.values().forEach(kept -> kept.forEach(KeptFile::discard)));
    files.clear();
  }

  Map<String, Object> written() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(RUN, run);
    texts.forEach((step, own) -> {
      Map<String, Object> kept = new LinkedHashMap<>();
      files
          .getOrDefault(step, Map.of())
          .forEach((name, list) -> kept.put(name, list.stream().map(KeptFile::written).toList()));
      all.put("step:" + step, List.of(own, kept));
    });
    return all;
  }

  /** Reads what was written; begins anew if that is nothing or of another shape. */
  static WizardState read(@Nullable Object written) {
    if (!(written instanceof Map<?, ?> all) || !(all.get(RUN) instanceof String run)) {
      return begun();
    }
    WizardState state = new WizardState(run);
    all.forEach((key, value) -> {
      if (key.toString().startsWith("step:") && value instanceof List<?> both && both.size() == 2) {
        state.readStep(key.toString().substring("step:".length()), both);
      }
    });
    return state;
  }

  private void readStep(String step, List<?> both) {
    Map<String, List<String>> own = new LinkedHashMap<>();
    ((Map<?, ?>) both.get(0))
        .forEach((name, list) ->
            own.put(name.toString(), ((List<?>) list).stream().map(Object::toString).toList()));
    texts.put(step, own);
    Map<String, List<KeptFile>> kept = new LinkedHashMap<>();
    ((Map<?, ?>) both.get(1))
        .forEach((name, list) ->
            kept.put(
                name.toString(),
                ((List<?>) list).stream().map(one -> KeptFile.read((List<?>) one)).toList()));
    files.put(step, kept);
  }
}
