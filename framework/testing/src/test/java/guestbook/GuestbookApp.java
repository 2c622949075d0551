package guestbook;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.mail.Mail;
import io.quintet.tasks.Task;
import io.quintet.tasks.Tasks;

/** The guest book. */
public final class GuestbookApp implements App {
  /** Tells the owner. */
  static final Task<Long> TELL = Task.named("guestbook.tell", GuestbookApp::tell);

  @Override
  public void configure(AppConfig config) {
    config.add(Tasks.POINT, TELL);
  }

  private static void tell(long id) {
    Entry entry = Entry.objects.filter("id", id).first().orElseThrow();
    Mail.builder().to("owner@example.org").subject("A new entry").text(entry.words).build().send();
  }
}
