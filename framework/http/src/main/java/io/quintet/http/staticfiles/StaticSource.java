package io.quintet.http.staticfiles;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A place with static files. */
interface StaticSource {
  /** A file by a name that {@link StaticNames#isSafe} has passed. */
  Optional<StaticFile> find(String name) throws IOException;

  /** All files. */
  List<StaticFile> all() throws IOException;
}
