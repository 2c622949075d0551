package io.quintet.views;

import io.quintet.cache.Cache;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.forms.BoundField;
import io.quintet.forms.Fillable;
import io.quintet.forms.Submission;
import io.quintet.forms.validators.Violation;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TooManyRequests;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The check of one field while a form is filled in. The script {@code quintet/live-forms.js} sends
 * the inputs of the field to the address of the form, with a header that names one of them:
 *
 * <pre>
 * X-Form-Field: email
 * </pre>
 *
 * and gets {@code {"field": "email", "valid": false, "errors": ["Enter a valid email address."]}}.
 * Only fields that the form declares {@link io.quintet.forms.BaseField#live} are checked, the form
 * is not acted upon, and the number of checks is limited. As every sent form it needs its token
 * against forgery.
 */
public final class LiveCheck {
  /** How many checks a visitor may ask for in a minute, by address. */
  public static final Setting<Integer> PER_MINUTE =
      Setting.integer(
          "forms.live-checks-per-minute",
          120,
          "How many fields of forms an address may have checked in a minute while filling them in");

  private static final String HEADER = "X-Form-Field";

  private LiveCheck() {}

  static boolean isAsked(Request request) {
    return request.header(HEADER).isPresent();
  }

  static Response answer(Request request, Fillable form) {
    int limit = SiteContext.current().setting(PER_MINUTE);
    Duration minute = Duration.ofMinutes(1);
    if (Cache.current().count("live-forms:" + request.remoteAddress(), minute) > limit) {
      throw new TooManyRequests("Too many fields were checked; wait a minute.", minute);
    }
    String input = request.header(HEADER).orElse("");
    BoundField field =
        form.alone(input, Submission.of(request.post()))
            .filter(found -> found.field().isLive())
            .orElseThrow(() -> new NotFound("No field is checked alone under this name."));
    List<String> errors = field.check().stream().map(Violation::message).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("field", field.htmlName());
    answer.put("valid", errors.isEmpty());
    answer.put("errors", errors);
    return Response.json(answer).withHeader("Cache-Control", "no-store");
  }
}
