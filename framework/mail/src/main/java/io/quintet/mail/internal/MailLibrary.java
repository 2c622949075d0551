package io.quintet.mail.internal;

import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;

/** Calls into the mail library, which finds its own parts through the thread's class loader. */
final class MailLibrary {
  interface Work<T extends @Nullable Object> {
    T run() throws Exception;
  }

  private MailLibrary() {}

  static <T extends @Nullable Object> T call(Work<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Session.class.getClassLoader());
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
