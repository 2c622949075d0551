package io.quintet.templates.syntax;

import io.quintet.templates.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One piece of a template as it is written. */
public sealed interface Syntax {
  /** Where it stands. */
  Position position();

  /** Text that never changes. */
  record Text(Position position, String text) implements Syntax {}

  /** {@code {{ expression }}}. */
  record Value(Position position, Expr expression) implements Syntax {}

  /** {@code {% if %}}; an else has no test. */
  record If(Position position, List<Branch> branches) implements Syntax {}

  /** A branch of an if. */
  record Branch(@Nullable Test test, List<Syntax> body) {}

  /** {@code {% for names in sequence reversed %}}. */
  record For(
      Position position,
      List<String> names,
      Expr sequence,
      boolean reversed,
      List<Syntax> body,
      List<Syntax> empty)
      implements Syntax {}

  /** {@code {% with names %}}. */
  record With(Position position, Map<String, Expr> names, List<Syntax> body) implements Syntax {}

  /** {@code {% block name %}}. */
  record Block(Position position, String name, List<Syntax> body) implements Syntax {}

  /** {@code {% extends parent %}} with the blocks of the template that says so. */
  record Extends(Position position, Expr parent, List<Block> blocks) implements Syntax {}

  /** {@code {% include template with names only %}}. */
  record Include(Position position, Expr template, Map<String, Expr> names, boolean only)
      implements Syntax {}

  /** {@code {% autoescape on %}}. */
  record Autoescape(Position position, boolean on, List<Syntax> body) implements Syntax {}

  /**
   * {@code {% component template given %}}: what stands in it is for the main slot, but for the
   * fills.
   */
  record Component(Position position, Expr template, Map<String, Expr> given, List<Syntax> body)
      implements Syntax {}

  /** {@code {% fill slot %}}. */
  record Fill(Position position, String slot, List<Syntax> body) implements Syntax {}

  /**
   * {@code {% slot name %}} with what it shows when it is not filled; the main slot has no name.
   */
  record Slot(Position position, String name, List<Syntax> body) implements Syntax {}

  /** {@code {% props %}}: the parameters of the component that says so. */
  record Props(Position position, List<Prop> props) implements Syntax {}

  /**
   * A parameter of a component.
   *
   * @param type {@code text}, {@code number}, {@code flag}, {@code list} or {@code any}
   * @param standard the value when none is given, null if one must be
   */
  record Prop(String name, String type, @Nullable Expr standard) {}

  /** Any other tag: what it evaluates, what stands in it, and the names that it gives a value. */
  record Tag(
      Position position, List<Expr> expressions, List<List<Syntax>> bodies, List<String> defines)
      implements Syntax {}

  /**
   * An expression: a literal, or names separated by dots, and the filters.
   *
   * @param literal the value if it is a literal
   * @param path the names, empty for a literal
   */
  record Expr(String source, @Nullable Object literal, List<String> path, List<Call> filters) {}

  /** A use of a filter. */
  record Call(String filter, @Nullable Expr argument) {}

  /** The condition of an if. */
  sealed interface Test {
    /** The truth of a value. */
    record Truth(Expr expression) implements Test {}

    /** {@code not operand}. */
    record Not(Test operand) implements Test {}

    /** {@code left operator right}. */
    record Operation(String operator, Test left, Test right) implements Test {}
  }
}
