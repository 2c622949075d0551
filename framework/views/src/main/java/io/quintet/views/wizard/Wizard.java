package io.quintet.views.wizard;

import io.quintet.forms.validators.ValidationException;
import io.quintet.http.MethodNotAllowed;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.View1;
import io.quintet.views.Shortcuts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form on several pages.
 *
 * <pre>{@code
 * static final Wizard BOOKING =
 *     Wizard.named("booking")
 *         .step(CONTACT)
 *         .step(GUESTS.when(answers -> answers.get(CONTACT).company.value()))
 *         .template("booking/wizard.html")
 *         .onDone((request, answers) -> {
 *           book(answers.get(CONTACT));
 *           return redirect("booking:thanks");
 *         });
 *
 * routes.path("book/", BOOKING);                                  // one address for all steps, or
 *
 * routes.path("book/", BOOKING.at("booking:step"));               // an address for each
 * routes.path("book/<slug:step>/", BOOKING.at("booking:step").steps()).name("step");
 * }</pre>
 *
 * <p>The page has {@code form} and {@code wizard}; {@code {{ wizard.management }}} must stand
 * within the form element. A button with the name {@code wizard_goto_step} and the name of a step
 * as value goes back to it. Reading the wizard's own address begins anew.
 *
 * <p>A step is reached when all steps before it are answered, whatever address or name is sent. In
 * the end everything is validated again, and one passage is finished once: sending its last page
 * again begins anew. Uploaded files wait among the site's private files; passwords should not be
 * asked in a wizard, since what was typed is kept until the end.
 */
public final class Wizard implements View {
  /** What to do with the answers. */
  @FunctionalInterface
  public interface Action {
    /**
     * Does the work and says where to go.
     *
     * @throws ValidationException to show the last step again with its messages
     */
    Response done(Request request, Answers answers) throws Exception;
  }

  private final String name;
  private final List<WizardStep<?>> steps;
  private final String template;
  private final String route;
  private final WizardStore store;
  private final List<Function<Request, ? extends Map<String, ?>>> extra;
  private final @Nullable Action action;

  private Wizard(
      String name,
      List<WizardStep<?>> steps,
      String template,
      String route,
      WizardStore store,
      List<Function<Request, ? extends Map<String, ?>>> extra,
      @Nullable Action action) {
    this.name = name;
    this.steps = List.copyOf(steps);
    this.template = template;
    this.route = route;
    this.store = store;
    this.extra = List.copyOf(extra);
    this.action = action;
  }

  /**
   * A wizard without steps yet, whose answers are kept in the session.
   *
   * @param name sets it apart from the other wizards of the site: letters, digits and underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  public static Wizard named(String name) {
    if (!name.matches("\\w+")) {
      throw new IllegalArgumentException(
          "A wizard is called with letters, digits and underscores, not \"" + name + "\"");
    }
    return new Wizard(name, List.of(), "", "", WizardStore.session(), List.of(), null);
  }

  /**
   * Adds a step.
   *
   * @throws IllegalArgumentException if there is one of this name
   */
  public Wizard step(WizardStep<?> step) {
    if (steps.stream().anyMatch(known -> known.name().equals(step.name()))) {
      throw new IllegalArgumentException(
          "The wizard \"%s\" has two steps called \"%s\"".formatted(name, step.name()));
    }
    return new Wizard(name, plus(steps, step), template, route, store, extra, action);
  }

  /** Sets the template of the steps that have none of their own. */
  public Wizard template(String template) {
    return new Wizard(name, steps, template, route, store, extra, action);
  }

  /** Adds values to the pages. */
  public Wizard with(Function<Request, ? extends Map<String, ?>> values) {
    return new Wizard(name, steps, template, route, store, plus(extra, values), action);
  }

  /** Sets where the answers are kept between two pages. */
  public Wizard keptIn(WizardStore store) {
    return new Wizard(name, steps, template, route, store, extra, action);
  }

  /** Gives each step an address: the route of this name, which takes the name of the step. */
  public Wizard at(String route) {
    return new Wizard(name, steps, template, route, store, extra, action);
  }

  /** Sets what to do with the answers of all steps. */
  public Wizard onDone(Action action) {
    return new Wizard(name, steps, template, route, store, extra, action);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }

  /** Begins anew, or takes what was sent from a wizard of one address. */
  @Override
  public Response handle(Request request) throws Exception {
    WizardRun run = run(request);
    try {
      if (isSubmission(request)) {
        return run.sent(request.post().get(WizardRun.STEP, ""));
      }
      return run.begin();
    } finally {
      run.close();
    }
  }

  /**
   * The view of the steps' own addresses.
   *
   * @throws IllegalStateException if {@link #at} was not called
   */
  public View1<String> steps() {
    if (route.isEmpty()) {
      throw new IllegalStateException(
          "The wizard \"%s\" needs the name of the route of its steps: call at(...) first"
              .formatted(name));
    }
    return (request, step) -> {
      if (steps.stream().noneMatch(known -> known.name().equals(step))) {
        throw new NotFound("The wizard has no step \"%s\".".formatted(step));
      }
      WizardRun run = run(request);
      try {
        return isSubmission(request) ? run.sent(step) : run.shown(step);
      } finally {
        run.close();
      }
    };
  }

  private static boolean isSubmission(Request request) {
    if (!request.isSafe() && !request.isPost()) {
      throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD", "OPTIONS", "POST"));
    }
    return request.isPost();
  }

  private WizardRun run(Request request) {
    if (steps.isEmpty()) {
      throw new IllegalStateException("The wizard \"%s\" has no step".formatted(name));
    }
    return new WizardRun(this, request);
  }

  String name() {
    return name;
  }

  List<WizardStep<?>> list() {
    return steps;
  }

  String route() {
    return route;
  }

  WizardStore store() {
    return store;
  }

  Action action() {
    if (action == null) {
      throw new IllegalStateException(
          "The wizard \"%s\" does not know what to do with the answers: give it onDone(...)"
              .formatted(name));
    }
    return action;
  }

  Response page(Request request, WizardStep<?> step, Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    extra.forEach(more -> all.putAll(more.apply(request)));
    return Shortcuts.render(request, step.template().isEmpty() ? template : step.template(), all);
  }
}
