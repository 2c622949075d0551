package io.quintet.benchmarks.micro;

import io.quintet.core.MultiMap;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a form of five fields from a request's body: parse, make, bind, validate. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FormBenchmark {
  private static final String GOOD =
      "name=Ann+Marsh&email=ann%40example.org&day=2026-12-01&guests=3&note=We+come+late.";
  private static final String BAD = "name=&email=ann&day=2026-13-01&guests=12&note=";

  private static final class Booking extends Form {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_GUESTS = 5;

    private final Field<String> name = text("name").maxLength(LONGEST_NAME);
    private final Field<String> email = email("email");
    private final Field<LocalDate> day = date("day");
    private final Field<Integer> guests = integer("guests").min(0).max(MOST_GUESTS);
    private final Field<String> note = textarea("note").optional();
  }

  /** Every field is right; its typed values are read. */
  @Benchmark
  public int goodForm() {
    var form = new Booking();
    form.bind(MultiMap.parse(GOOD));
    if (!form.isValid()) {
      throw new IllegalStateException("The good form has errors: " + form.errors());
    }
    return form.name.value().length()
        + form.email.value().length()
        + form.day.value().getDayOfMonth()
        + form.guests.value()
        + form.note.value().length();
  }

  /** Four fields are wrong; their messages are made. */
  @Benchmark
  public int badForm() {
    var form = new Booking();
    form.bind(MultiMap.parse(BAD));
    if (form.isValid()) {
      throw new IllegalStateException("The bad form has no errors");
    }
    return form.errors().size();
  }
}
