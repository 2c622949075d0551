package io.quintet.orm.internal.schema;

import java.util.List;

/** Keeps what a person who waits is told. */
record Notices(List<String> notices, List<String> progress) implements Executor.Listener {
  static Notices into(List<String> notices) {
    return new Notices(notices, new java.util.ArrayList<>());
  }

  @Override
  public void begins(Executor.Step step) {}

  @Override
  public void done(Executor.Step step) {}

  @Override
  public void notice(String text) {
    notices.add(text);
  }

  @Override
  public void progress(String text) {
    progress.add(text);
  }
}
