package io.quintet.orm.meta;

import io.quintet.core.text.IpAddresses;
import io.quintet.orm.Entity;
import io.quintet.orm.FieldConverter;
import io.quintet.orm.annotation.IpAddress.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kind of value that a field holds; decides the column, the form field and the JSON shape. */
public sealed interface FieldType {
  /**
   * A number that the database gives out.
   *
   * @param bits how wide its column is, 64 or 32
   */
  record Identity(int bits) implements FieldType {
    /** Of 64 bits. */
    public Identity() {
      this(64);
    }
  }

  /** Text of at most {@code maxLength} characters. */
  record Chars(int maxLength) implements FieldType {}

  /** Text of any length. */
  record LongText() implements FieldType {}

  /** Letters, digits, hyphens and underscores. */
  record Slug(int maxLength) implements FieldType {}

  /** An e-mail address. */
  record Email(int maxLength) implements FieldType {}

  /** An absolute address. */
  record Url(int maxLength) implements FieldType {}

  /**
   * An address of the Internet, as text.
   *
   * @param protocol which versions are allowed
   * @param unpackIpv4 whether an address of version 4 inside one of version 6 is taken out
   */
  record IpAddress(Protocol protocol, boolean unpackIpv4) implements FieldType {
    /** The address in the form in which it is stored and compared. */
    public String kept(String text) {
      return IpAddresses.kept(text, unpackIpv4);
    }

    /** Whether a text is an address that is allowed here. */
    public boolean accepts(String text) {
      return text.length() <= IpAddresses.LONGEST
          && ((protocol != Protocol.IPV6 && IpAddresses.isIpv4(text))
              || (protocol != Protocol.IPV4 && IpAddresses.isIpv6(text)));
    }

    /** What a person is told who gave something else. */
    public String refusal() {
      String versions =
          switch (protocol) {
            case BOTH -> "IPv4 or IPv6";
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
          };
      return "Enter a valid " + versions + " address.";
    }
  }

  /** A Java {@code short}. */
  record Int16() implements FieldType {}

  /** A Java {@code int}. */
  record Int32() implements FieldType {}

  /** A Java {@code long}. */
  record Int64() implements FieldType {}

  /** A Java {@code double}. */
  record Float64() implements FieldType {}

  /**
   * A {@code BigDecimal} of at most {@code maxDigits} digits, {@code decimalPlaces} of them after
   * the point.
   */
  record Decimal(int maxDigits, int decimalPlaces) implements FieldType {
    /** A decimal number that the database computes, with as many places as it has. */
    public static final Decimal ANY = new Decimal(1000, -1);
  }

  /** True or false. */
  record Bool() implements FieldType {}

  /** A {@code LocalDate}. */
  record Date() implements FieldType {}

  /** A {@code LocalTime}. */
  record Time() implements FieldType {}

  /** A {@code LocalDateTime}: a date and time without a zone. */
  record DateTime() implements FieldType {}

  /** An {@code Instant}. */
  record Timestamp() implements FieldType {}

  /** A {@code java.time.Duration}, kept in microseconds. */
  record Span() implements FieldType {}

  /** A {@code UUID}. */
  record Uuid() implements FieldType {}

  /** A constant of an enum, kept as text. */
  record Choices(int maxLength, List<Choice> choices) implements FieldType {
    /** Copies the list. */
    public Choices {
      choices = List.copyOf(choices);
    }

    /** The choice of a constant. */
    public Choice of(Enum<?> constant) {
      return choices.get(constant.ordinal());
    }

    /**
     * The constant that a text of the database stands for; null for null.
     *
     * @throws IllegalStateException when no constant has that text
     */
    public @Nullable Enum<?> constant(@Nullable String value) {
      if (value == null) {
        return null;
      }
      for (Choice choice : choices) {
        if (choice.value().equals(value)) {
          return choice.constant();
        }
      }
      throw new IllegalStateException(
          "The database holds a value that is no %s. Known: %s."
              .formatted(
                  choices.getFirst().constant().getDeclaringClass().getSimpleName(),
                  String.join(", ", choices.stream().map(Choice::value).toList())));
    }
  }

  /** Maps, lists, strings, numbers, booleans and null. */
  record JsonValue() implements FieldType {}

  /** The name of a file in a storage. */
  record FileName(int maxLength, String uploadTo, String storage) implements FieldType {}

  /** The name of an image in a storage. */
  record ImageName(int maxLength, String uploadTo, String storage) implements FieldType {}

  /** A {@code byte[]}. */
  record Bytes() implements FieldType {}

  /**
   * A list of values of one type, none of them null; PostgreSQL only.
   *
   * @param element what each of them is
   */
  record Array(FieldType element) implements FieldType {}

  /**
   * A value of an application's own class.
   *
   * @param held what stands in the column
   * @param javaType the class of the value
   * @param converter from one to the other
   */
  record Converted(FieldType held, Class<?> javaType, FieldConverter<?, ?> converter)
      implements FieldType {
    /** What stands in the column for a value; anything but a value of the class stays as it is. */
    @SuppressWarnings("unchecked") // the processor checked that the converter is for this class
    public @Nullable Object stored(@Nullable Object value) {
      return javaType.isInstance(value)
          ? ((FieldConverter<Object, Object>) converter).stored(value)
          : value;
    }

    /**
     * The value of what stands in the column of a row; null for null.
     *
     * @throws IllegalStateException when it stands for no value
     */
    public @Nullable Object loaded(@Nullable Object stored) {
      try {
        return restored(stored);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            "The database holds a value that %s turns into no %s."
                .formatted(converter.getClass().getSimpleName(), javaType.getSimpleName()),
            e);
      }
    }

    /**
     * The value of a plain one; null for null.
     *
     * @throws IllegalArgumentException when it stands for no value
     */
    @SuppressWarnings("unchecked") // the processor checked that the converter is for this type
    public @Nullable Object restored(@Nullable Object stored) {
      return stored == null ? null : ((FieldConverter<Object, Object>) converter).restored(stored);
    }
  }

  /** The primary key of another model. */
  record Reference(Class<? extends Entity> target) implements FieldType {}

  /** One value of an enum: the constant, the text in the database, the text for people. */
  record Choice(Enum<?> constant, String value, String label) {}

  /** What the column holds: for a converted value what its converter makes of it, else itself. */
  default FieldType held() {
    return this;
  }

  /** The greatest number of characters, or 0 when there is no limit or the value is not text. */
  default int maxLengthOrZero() {
    return switch (held()) {
      case Chars t -> t.maxLength();
      case Slug t -> t.maxLength();
      case Email t -> t.maxLength();
      case Url t -> t.maxLength();
      case Choices t -> t.maxLength();
      case FileName t -> t.maxLength();
      case ImageName t -> t.maxLength();
      default -> 0;
    };
  }

  /** Whether the value is a Java {@code String}. */
  default boolean isText() {
    return this instanceof Chars
        || this instanceof LongText
        || this instanceof Slug
        || this instanceof Email
        || this instanceof Url;
  }
}
