package io.quintet.forms.widgets;

import io.quintet.forms.internal.Moments;
import io.quintet.forms.internal.TimeFormat;
import java.util.List;

/**
 * The widgets that come with the framework.
 *
 * <pre>{@code
 * text("secret").widget(Widgets.password().attr("autocomplete", "new-password"))
 * }</pre>
 */
public final class Widgets {
  private Widgets() {}

  /** One line of text. */
  public static Widget text() {
    return new Input("text");
  }

  /** An input of any type: {@code color}, {@code search}, {@code tel} ... */
  public static Widget input(String type) {
    return new Input(type);
  }

  /** A number. */
  public static Widget number() {
    return new Input("number");
  }

  /** An e-mail address. */
  public static Widget email() {
    return new Input("email");
  }

  /** A URL. */
  public static Widget url() {
    return new Input("url");
  }

  /** A password; after an error it is empty again. */
  public static Widget password() {
    return new PasswordInput(false);
  }

  /** A password that is sent back to the browser when the form is shown again. */
  public static Widget passwordShownAgain() {
    return new PasswordInput(true);
  }

  /** A hidden value. */
  public static Widget hidden() {
    return new Input("hidden");
  }

  /** Several hidden values. */
  public static Widget multipleHidden() {
    return new MultipleHidden();
  }

  /** Text of several lines. */
  public static Widget textarea() {
    return new Textarea();
  }

  /** Text of this many lines. */
  public static Widget textarea(int rows) {
    return new Textarea().attr("rows", rows);
  }

  /** A checkbox. */
  public static Widget checkbox() {
    return new Checkbox();
  }

  /** A select of one. */
  public static ChoiceWidget select() {
    return new Select(false);
  }

  /** A select of many. */
  public static ChoiceWidget selectMultiple() {
    return new Select(true);
  }

  /** Radio buttons. */
  public static ChoiceWidget radios() {
    return new OptionList(false);
  }

  /** Checkboxes, several of which can be ticked. */
  public static ChoiceWidget checkboxes() {
    return new OptionList(true);
  }

  /** A select of yes, no and unknown. */
  public static ChoiceWidget yesNo() {
    return new YesNoSelect();
  }

  /** The browser's date picker. */
  public static Widget date() {
    return new TemporalInput("date", "%Y-%m-%d");
  }

  /** The browser's time picker. */
  public static Widget time() {
    return new TemporalInput("time", "%H:%M");
  }

  /** The browser's picker of date and time. */
  public static Widget dateTime() {
    return new TemporalInput("datetime-local", "%Y-%m-%dT%H:%M");
  }

  /** A date or time as text, in a format such as {@code %d.%m.%Y}. */
  public static Widget temporalText(String format) {
    return new TemporalInput("text", format);
  }

  /** A day as text, as people write it in the current language. */
  public static Widget localDate() {
    return new TemporalInput(() -> shown(Moments.dates(), "%Y-%m-%d"));
  }

  /** A time of day as text, as people write it in the current language. */
  public static Widget localTime() {
    return new TemporalInput(() -> shown(Moments.times(), "%H:%M:%S"));
  }

  /** A day with a time of day as text, as people write it in the current language. */
  public static Widget localDateTime() {
    return new TemporalInput(() -> shown(Moments.dateTimes(), "%Y-%m-%d %H:%M:%S"));
  }

  private static TimeFormat shown(List<TimeFormat> formats, String none) {
    return formats.isEmpty() ? TimeFormat.of(none) : formats.getFirst();
  }

  /** An input of a type of your own that shows dates and times in a format. */
  public static Widget temporal(String type, String format) {
    return new TemporalInput(type, format);
  }

  /** Date and time in an input each, with the browser's pickers. */
  public static MultiWidget splitDateTime() {
    return splitDateTime(date(), time());
  }

  /** Date and time in a widget each. */
  public static MultiWidget splitDateTime(Widget date, Widget time) {
    return new SplitDateTime(date, time);
  }

  /** Date and time in a hidden input each. */
  public static MultiWidget splitDateTimeHidden() {
    return new SplitDateTime(
        new TemporalInput("hidden", "%Y-%m-%d"), new TemporalInput("hidden", "%H:%M:%S"));
  }

  /** A day in three selects, with the years from one to another. */
  public static SelectDate selectDate(int firstYear, int lastYear) {
    return new SelectDate(firstYear, lastYear);
  }

  /** A file to upload. */
  public static Widget file() {
    return new FileInput(false);
  }

  /** A file to upload, with a link to the stored one and a box to remove it. */
  public static Widget clearableFile() {
    return new FileInput(true);
  }
}
