package io.quintet.views.wizard;

import io.quintet.cache.Cache;
import io.quintet.core.text.SafeString;
import io.quintet.forms.Fillable;
import io.quintet.forms.Form;
import io.quintet.forms.Submission;
import io.quintet.forms.validators.ValidationException;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.storage.UploadedFile;
import io.quintet.views.Shortcuts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request to a wizard: what is known of its answers, and where it goes from there. */
final class WizardRun {
  static final String STEP = "wizard_step";
  static final String GO_TO = "wizard_goto_step";

  /** How long a passage that is finished is remembered, so that it is not finished again. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final Wizard wizard;
  private final Request request;
  private WizardState state;

  WizardRun(Wizard wizard, Request request) {
    this.wizard = wizard;
    this.request = request;
    this.state = WizardState.read(wizard.store().load(request, wizard.name()));
  }

  void close() {
    state.close();
  }

  /**
   * How far the answers lead.
   *
   * @param answers the valid answers before the place
   * @param asked the steps that are asked, as far as is known
   * @param open the first step that is not answered validly, or null if all are
   * @param form its form with what was sent, or null if nothing was
   */
  private record Progress(
      Answers answers,
      List<WizardStep<?>> asked,
      @Nullable WizardStep<?> open,
      @Nullable Fillable form) {
    boolean reaches(String step) {
      return asked.stream().anyMatch(each -> each.name().equals(step));
    }
  }

  /** Validates what was sent with the steps, up to one that is not answered, or that is named. */
  private Progress progress(@Nullable String until) {
    Answers answers = new Answers();
    List<WizardStep<?>> asked = new ArrayList<>();
    for (WizardStep<?> step : wizard.list()) {
      if (!step.isAsked(answers)) {
        continue;
      }
      asked.add(step);
      if (step.name().equals(until)) {
        return new Progress(answers, asked, step, null);
      }
      if (!state.has(step.name())) {
        return new Progress(answers, asked, step, null);
      }
      Fillable form = form(step, answers);
      form.bind(state.submission(step.name()));
      if (!form.isValid()) {
        return new Progress(answers, asked, step, form);
      }
      answers.put(step, form);
    }
    return new Progress(answers, asked, null, null);
  }

  private static Fillable form(WizardStep<?> step, Answers answers) {
    Fillable form = step.form(answers);
    if (form instanceof Form plain && plain.prefix().isEmpty()) {
      plain.prefix(step.name());
    }
    return form;
  }

  /** Shows the first step with nothing answered. */
  Response begin() {
    state.discardFiles();
    state.close();
    state = WizardState.begun();
    WizardStep<?> first = Objects.requireNonNull(progress(null).open());
    return go(first.name());
  }

  /** Shows a step, or the one that has to be answered before it. */
  Response shown(String step) {
    Progress to = progress(step);
    if (to.open() == null || !to.open().name().equals(step)) {
      return go(to.open() == null ? to.asked().getLast().name() : to.open().name());
    }
    return page(to, filled(to.open(), to.answers()));
  }

  /** A form with what was sent before, if anything was. */
  private Fillable filled(WizardStep<?> step, Answers answers) {
    Fillable form = form(step, answers);
    if (state.has(step.name())) {
      form.bind(state.submission(step.name()));
    }
    return form;
  }

  /** Takes what was sent with a step. */
  Response sent(String step) throws Exception {
    String goTo = request.post().get(GO_TO, "");
    Progress here = progress(goTo.isEmpty() ? step : goTo);
    if (!goTo.isEmpty()) {
      return go(here.open() == null ? here.asked().getLast().name() : here.open().name());
    }
    if (here.open() == null || !here.open().name().equals(step)) {
      return here.open() == null ? begin() : go(here.open().name());
    }
    WizardStep<?> open = here.open();
    Fillable form = form(open, here.answers());
    ReadInputs inputs = new ReadInputs(Submission.of(request.post(), name -> uploads(open, name)));
    form.bind(inputs);
    if (!form.isValid()) {
      return page(here, form);
    }
    state.put(step, inputs.names(), request.post(), request.files());
    Progress next = progress(null);
    boolean last = next.asked().getLast().name().equals(step);
    return next.open() == null && last ? done(next) : go(following(next, step));
  }

  /** The step after one, which was answered before or not; an open one that comes first, though. */
  private static String following(Progress progress, String step) {
    List<WizardStep<?>> asked = progress.asked();
    for (int i = 0; i < asked.size() - 1; i++) {
      if (asked.get(i).name().equals(step)) {
        return asked.get(i + 1).name();
      }
    }
    return asked.getLast().name();
  }

  private List<UploadedFile> uploads(WizardStep<?> step, String name) {
    List<UploadedFile> sent = request.files().list(name);
    return sent.isEmpty() ? state.files(step.name(), name) : sent;
  }

  private Response done(Progress all) throws Exception {
    String passage = "wizard:" + wizard.name() + ":" + state.run();
    Cache cache = Cache.current();
    if (!cache.add(passage, true, REMEMBERED)) {
      return begin();
    }
    boolean finished = false;
    try {
      Response answer = wizard.action().done(request, all.answers());
      finished = true;
      state.discardFiles();
      return wizard.store().keep(request, wizard.name(), null, answer);
    } catch (ValidationException e) {
      WizardStep<?> last = all.asked().getLast();
      Fillable form = filled(last, all.answers());
      if (form.isValid()) {
        e.violations().forEach(form::addError);
      }
      return page(new Progress(all.answers(), all.asked(), last, form), form);
    } finally {
      if (!finished) {
        cache.delete(passage);
      }
    }
  }

  /** To the address of a step, or its page where all have one address. */
  private Response go(String step) {
    if (!wizard.route().isEmpty()) {
      return keep(Shortcuts.redirect(wizard.route(), step));
    }
    Progress to = progress(step);
    WizardStep<?> open = to.open();
    if (open == null) {
      throw new IllegalStateException("The wizard \"%s\" lost its step".formatted(wizard.name()));
    }
    return page(to, filled(open, to.answers()));
  }

  private Response page(Progress at, Fillable form) {
    WizardStep<?> step = Objects.requireNonNull(at.open());
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("form", form);
    values.put("wizard", described(at, step));
    return keep(wizard.page(request, step, values));
  }

  private Response keep(Response response) {
    return wizard.store().keep(request, wizard.name(), state.written(), response);
  }

  private Map<String, @Nullable Object> described(Progress at, WizardStep<?> step) {
    Progress whole = state.has(step.name()) ? progress(null) : at;
    List<String> names = possible(whole.reaches(step.name()) ? whole : at);
    int index = names.indexOf(step.name());
    Map<String, @Nullable Object> steps = new LinkedHashMap<>();
    steps.put("all", names);
    steps.put("count", names.size());
    steps.put("current", step.name());
    steps.put("index", index);
    steps.put("step0", index);
    steps.put("step1", index + 1);
    steps.put("first", names.getFirst());
    steps.put("last", names.getLast());
    steps.put("prev", index > 0 ? names.get(index - 1) : null);
    steps.put("next", index < names.size() - 1 ? names.get(index + 1) : null);
    return Map.of("steps", steps, "management", management(step), "name", wizard.name());
  }

  /** The steps that are asked, and those behind that may be. */
  private List<String> possible(Progress at) {
    List<String> names = new ArrayList<>(at.asked().stream().map(WizardStep::name).toList());
    boolean beyond = false;
    for (WizardStep<?> step : wizard.list()) {
      if (beyond && mayBeAsked(step, at.answers())) {
        names.add(step.name());
      }
      beyond |= step == at.open();
    }
    return names;
  }

  private static boolean mayBeAsked(WizardStep<?> step, Answers answers) {
    try {
      return step.isAsked(answers);
    } catch (IllegalStateException unanswered) {
      return true;
    }
  }

  private static SafeString management(WizardStep<?> step) {
    return SafeString.of(
        "<input type=\"hidden\" name=\"" + STEP + "\" value=\"" + step.name() + "\">");
  }
}
