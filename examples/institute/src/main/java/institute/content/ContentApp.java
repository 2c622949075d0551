package institute.content;

import io.quintet.SampleContent;
import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** Brings the sample content. */
public final class ContentApp implements App {
  @Override
  public void configure(AppConfig config) {
    config.add(SampleContent.POINT, new InstituteContent());
  }
}
