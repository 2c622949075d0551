package io.quintet.orm;

import java.util.ArrayList;
import java.util.List;

/** The rows of one result: a relation touched in one of them is loaded for all. */
final class Peers {
  final List<Entity> rows = new ArrayList<>();
  final FetchMode mode;

  Peers(FetchMode mode) {
    this.mode = mode;
  }
}
