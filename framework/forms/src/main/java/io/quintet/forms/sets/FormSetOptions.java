package io.quintet.forms.sets;

import java.util.function.Consumer;

/**
 * How many forms a form set has, and what can be done with them. Each method returns other options
 * and leaves these as they are.
 *
 * <pre>{@code
 * FormSetOptions.of().extra(2).max(8).validateMax().canDelete()
 * }</pre>
 */
public final class FormSetOptions {
  /** The most forms unless told otherwise. */
  public static final int USUAL_MAX = 1_000;

  /** By how many forms a submission may exceed {@link #max} before the rest is not even read. */
  public static final int MARGIN = 1_000;

  private static final FormSetOptions USUAL = new FormSetOptions();

  private String prefix = "";
  private int extra = 1;
  private int min;
  private int max = USUAL_MAX;
  private int absoluteMax = -1;
  private boolean validateMin;
  private boolean validateMax;
  private boolean canOrder;
  private boolean canDelete;
  private boolean canDeleteExtra = true;
  private boolean editOnly;

  private FormSetOptions() {}

  /** One empty form beyond those with initial values, no order, no deletion. */
  public static FormSetOptions of() {
    return USUAL;
  }

  private FormSetOptions with(Consumer<FormSetOptions> change) {
    FormSetOptions copy = new FormSetOptions();
    copy.prefix = prefix;
    copy.extra = extra;
    copy.min = min;
    copy.max = max;
    copy.absoluteMax = absoluteMax;
    copy.validateMin = validateMin;
    copy.validateMax = validateMax;
    copy.canOrder = canOrder;
    copy.canDelete = canDelete;
    copy.canDeleteExtra = canDeleteExtra;
    copy.editOnly = editOnly;
    change.accept(copy);
    return copy;
  }

  /** What the names of all inputs begin with, to keep two form sets of a page apart. */
  public FormSetOptions prefix(String prefix) {
    return with(o -> o.prefix = prefix);
  }

  /**
   * How many empty forms are shown beyond those that are filled; 1 unless told otherwise.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public FormSetOptions extra(int forms) {
    require(forms >= 0, "extra", forms);
    return with(o -> o.extra = forms);
  }

  /**
   * How many forms are shown at least, and mandatory; that many are sent only with {@link
   * #validateMin}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public FormSetOptions min(int forms) {
    require(forms >= 0, "min", forms);
    return with(o -> o.min = forms);
  }

  /**
   * How many forms are shown at most, unless more have initial values; more are refused only with
   * {@link #validateMax}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public FormSetOptions max(int forms) {
    require(forms >= 0, "max", forms);
    return with(o -> o.max = forms);
  }

  /**
   * How many forms are read at most, however many are said to be sent: a guard against submissions
   * that would fill the memory. Unless told otherwise it is {@link #max} and {@link #MARGIN}.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public FormSetOptions absoluteMax(int forms) {
    require(forms >= 1, "absoluteMax", forms);
    return with(o -> o.absoluteMax = forms);
  }

  /** Refuses fewer filled forms than {@link #min}. */
  public FormSetOptions validateMin() {
    return with(o -> o.validateMin = true);
  }

  /** Refuses more forms than {@link #max}. */
  public FormSetOptions validateMax() {
    return with(o -> o.validateMax = true);
  }

  /** Gives each form a number by which they are sorted. */
  public FormSetOptions canOrder() {
    return with(o -> o.canOrder = true);
  }

  /** Gives each form a box that removes it. */
  public FormSetOptions canDelete() {
    return with(o -> o.canDelete = true);
  }

  /** Whether empty forms have the box, too; they have unless told otherwise. */
  public FormSetOptions canDeleteExtra(boolean can) {
    return with(o -> o.canDeleteExtra = can);
  }

  /** Nothing can be added: no empty forms are shown, and those that are sent are not read. */
  public FormSetOptions editOnly() {
    return with(o -> o.editOnly = true);
  }

  private static void require(boolean holds, String option, int found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "The option \"%s\" of a form set cannot be %d; it takes %s."
              .formatted(option, found, option.equals("absoluteMax") ? "1 or more" : "0 or more"));
    }
  }

  /** These, with a prefix if none was chosen. */
  public FormSetOptions usualPrefix(String usual) {
    return prefix.isEmpty() ? prefix(usual) : this;
  }

  String prefix() {
    return prefix;
  }

  int extra() {
    return editOnly ? 0 : extra;
  }

  int min() {
    return min;
  }

  /** How many forms there are at most. */
  public int max() {
    return max;
  }

  int absoluteMax() {
    return absoluteMax < 0 ? (int) Math.min(Integer.MAX_VALUE, (long) max + MARGIN) : absoluteMax;
  }

  boolean requiresMin() {
    return validateMin;
  }

  boolean requiresMax() {
    return validateMax;
  }

  boolean orders() {
    return canOrder;
  }

  boolean deletes() {
    return canDelete;
  }

  boolean deletesExtra() {
    return canDeleteExtra;
  }

  boolean onlyEdits() {
    return editOnly;
  }

  /** Refuses limits that contradict each other. */
  FormSetOptions checked() {
    if (max > absoluteMax()) {
      throw new IllegalArgumentException(
          "A form set of at most %d forms cannot read only %d: raise absoluteMax or lower max."
              .formatted(max, absoluteMax));
    }
    return this;
  }
}
