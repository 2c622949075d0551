package io.quintet.forms;

import io.quintet.forms.fields.BooleanField;
import io.quintet.forms.fields.ChoiceField;
import io.quintet.forms.fields.Choices;
import io.quintet.forms.fields.DateField;
import io.quintet.forms.fields.DateTimeField;
import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.DurationField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.fields.InstantField;
import io.quintet.forms.fields.IpAddressField;
import io.quintet.forms.fields.JsonField;
import io.quintet.forms.fields.MultipleChoiceField;
import io.quintet.forms.fields.NullBooleanField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.SlugField;
import io.quintet.forms.fields.SplitDateTimeField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.fields.TimeField;
import io.quintet.forms.fields.UrlField;
import io.quintet.forms.fields.UuidField;
import java.util.regex.Pattern;

/** The words with which a form declares its fields. */
abstract class FormFields {
  FormFields() {}

  /** Adds a field of your own type to the form. */
  protected abstract <F extends Field<?>> F add(F field);

  /** Text. */
  protected final TextField text(String name) {
    return add(new TextField(name));
  }

  /** Text that matches a pattern as a whole. */
  protected final TextField text(String name, Pattern pattern) {
    return add(TextField.matching(name, pattern));
  }

  /** Text of several lines. */
  protected final TextField textarea(String name) {
    return text(name).widget(io.quintet.forms.widgets.Widgets.textarea());
  }

  /** A password: kept as typed, spaces included, and not sent back to the browser. */
  protected final TextField password(String name) {
    return text(name).strip(false).widget(io.quintet.forms.widgets.Widgets.password());
  }

  /** A text that is not shown. */
  protected final TextField hidden(String name) {
    return text(name).widget(io.quintet.forms.widgets.Widgets.hidden());
  }

  /** An e-mail address. */
  protected final TextField email(String name) {
    return add(TextField.email(name));
  }

  /** A URL; without a scheme it gets {@code https}. */
  protected final UrlField url(String name) {
    return add(new UrlField(name));
  }

  /** Letters, digits, underscores and hyphens. */
  protected final SlugField slug(String name) {
    return add(new SlugField(name));
  }

  /** A whole number. */
  protected final NumberField<Integer> integer(String name) {
    return add(NumberField.integer(name));
  }

  /** A whole number of up to 64 bits. */
  protected final NumberField<Long> longInteger(String name) {
    return add(NumberField.longInteger(name));
  }

  /** A number in floating point. */
  protected final NumberField<Double> floating(String name) {
    return add(NumberField.floating(name));
  }

  /** A decimal number, exact. */
  protected final DecimalField decimal(String name) {
    return add(new DecimalField(name));
  }

  /** A checkbox; mandatory means it must be ticked, so most are {@code .optional()}. */
  protected final BooleanField bool(String name) {
    return add(new BooleanField(name));
  }

  /** Yes, no or unknown. */
  protected final NullBooleanField nullBool(String name) {
    return add(new NullBooleanField(name));
  }

  /** A day. */
  protected final DateField date(String name) {
    return add(new DateField(name));
  }

  /** A time of day. */
  protected final TimeField time(String name) {
    return add(new TimeField(name));
  }

  /** A day and a time of day, in no time zone. */
  protected final DateTimeField dateTime(String name) {
    return add(new DateTimeField(name));
  }

  /** A moment, typed in the current time zone. */
  protected final InstantField instant(String name) {
    return add(new InstantField(name));
  }

  /** A day and a time of day in two inputs. */
  protected final SplitDateTimeField splitDateTime(String name) {
    return add(new SplitDateTimeField(name));
  }

  /** A length of time, such as {@code 2 days 03:15:00}. */
  protected final DurationField duration(String name) {
    return add(new DurationField(name));
  }

  /** One of an enum's constants. */
  protected final <E extends Enum<E>> ChoiceField<E> choice(String name, Class<E> type) {
    return add(new ChoiceField<>(name, Choices.of(type)));
  }

  /** One of these. */
  protected final <T> ChoiceField<T> choice(String name, Choices<T> choices) {
    return add(new ChoiceField<>(name, choices));
  }

  /** Some of an enum's constants. */
  protected final <E extends Enum<E>> MultipleChoiceField<E> choices(String name, Class<E> type) {
    return add(new MultipleChoiceField<>(name, Choices.of(type)));
  }

  /** Some of these. */
  protected final <T> MultipleChoiceField<T> choices(String name, Choices<T> choices) {
    return add(new MultipleChoiceField<>(name, choices));
  }

  /** An uploaded file. */
  protected final FileUploadField file(String name) {
    return add(new FileUploadField(name));
  }

  /** An uploaded PNG, JPEG, GIF or WebP image. */
  protected final FileUploadField image(String name) {
    return add(FileUploadField.image(name));
  }

  /** A JSON document: maps, lists, text, numbers, truth values. */
  protected final JsonField json(String name) {
    return add(new JsonField(name));
  }

  /** A UUID. */
  protected final UuidField uuid(String name) {
    return add(new UuidField(name));
  }

  /** An IP address of version 4 or 6. */
  protected final IpAddressField ipAddress(String name) {
    return add(new IpAddressField(name));
  }
}
