package io.quintet.http.sessions;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;

/** Deletes the sessions that have expired; to be run daily. */
final class ClearSessionsCommand implements Command {
  @Override
  public String name() {
    return "clearsessions";
  }

  @Override
  public String help() {
    return "Deletes the sessions that have expired.";
  }

  @Override
  public int run(CommandContext context) {
    int count = context.site().service(Sessions.STORE).clearExpired();
    context.line(
        count < 0
            ? "This session store forgets expired sessions itself"
            : count + " expired sessions deleted");
    return 0;
  }
}
