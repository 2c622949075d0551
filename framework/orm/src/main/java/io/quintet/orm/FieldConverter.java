package io.quintet.orm;

/**
 * Turns values of an application's own class into what a column can hold, and back.
 *
 * <pre>{@code
 * public final class ColourConverter implements FieldConverter<Colour, String> {
 *   public String stored(Colour colour) {
 *     return colour.hex();
 *   }
 *
 *   public Colour restored(String hex) {
 *     return Colour.parse(hex);
 *   }
 * }
 *
 * @Converted(ColourConverter.class) @Size(max = 7) public Colour background = Colour.WHITE;
 * }</pre>
 *
 * <p>Queries, forms and validation follow from the two methods: conditions take a {@code Colour},
 * forms show and read its stored value, the rules of the field ({@code @Size}, {@code @Digits} ...)
 * are those of the stored value.
 *
 * <p>A converter has a public constructor without arguments and no state; one instance serves all
 * threads. Values have to be immutable, with {@code equals} by content: that is how a save finds
 * what changed. A null never reaches a converter.
 *
 * @param <T> the class of the Java field
 * @param <S> what the column holds: a class that a field without a converter could have
 */
public interface FieldConverter<T, S> {
  /** What stands in the column for a value. */
  S stored(T value);

  /**
   * The value of what stands in a column, or of what a person entered.
   *
   * @throws IllegalArgumentException when it stands for no value; in a form its message is not
   *     shown to people
   */
  T restored(S stored);
}
