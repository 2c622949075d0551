package io.quintet.forms;

/** The form of the tests for form sets: a guest and what they eat. */
public final class GuestForm extends Form {
  public final Field<String> name = text("name").maxLength(20);
  public final Field<Integer> meals = integer("meals").min(0).initial(1);
}
