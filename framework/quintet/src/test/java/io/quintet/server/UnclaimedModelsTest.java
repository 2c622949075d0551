package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.Site;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnclaimedModelsTest {
  @TempDir Path folder;

  @Test
  void roomsOfTheFrameworkThatASiteDoesWithoutAreNotMissed() {
    try (SiteContext site =
        Site.named("bare").configure(b -> b.baseDir(folder).env(Map.of())).build()) {
      assertThat(Checks.run(site, false)).extracting(CheckMessage::id).doesNotContain("orm.W102");
    }
  }
}
