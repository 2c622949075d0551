package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.templates.Engine;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilePropertiesTest {
  @Test
  void aTemplateShowsAStoredFile() throws Exception {
    SiteContext site =
        SiteContext.builder("test")
            .env(Map.of())
            .apps(new StorageApp())
            .replace(Storages.SERVICE, Storages::inMemory)
            .build();
    Engine engine = Engine.builder().properties(new FileProperties()).build();

    String html =
        site.call(() -> {
          StoredFile file =
              Storages.current()
                  .publicFiles()
                  .save("c/sea view.png", new ByteArrayInputStream(new byte[3]));
          return engine
              .fromString("{{ f }} {{ f.url }} {{ f.size }} {{ f.content_type }} {{ f.delete }}")
              .render(Map.of("f", file));
        });

    assertThat(html).isEqualTo("c/sea_view.png /media/c/sea_view.png 3 image/png ");
  }
}
