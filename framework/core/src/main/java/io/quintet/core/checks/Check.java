package io.quintet.core.checks;

import java.util.List;

/** A system check: looks at the site and reports what is wrong; changes nothing. */
@FunctionalInterface
public interface Check {

  /** The findings; empty when all is well. */
  List<CheckMessage> run(CheckContext context);
}
