package io.quintet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class UploadToTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-04T05:06:07Z");

  @Test
  void dateCodesNameTheFolders() {
    assertThat(new UploadTo("covers/%Y/%m/%d").name("My Sea.png", NOW))
        .isEqualTo("covers/2026/03/04/My_Sea.png");
    assertThat(new UploadTo("%y-%j/%H%M%S/100%%/").folder(NOW)).isEqualTo("26-063/050607/100%");
    assertThat(new UploadTo("").name("../x.txt", NOW)).isEqualTo("x.txt");
  }

  @Test
  void anUnknownCodeIsRefusedWithTheOnesAllowed() {
    assertThatThrownBy(() -> new UploadTo("covers/%B"))
        .hasMessage(
            "uploadTo \"covers/%B\" holds the unknown code %B; allowed are %Y %y %m %d %j %H %M %S %%");
  }

  @Test
  void aFolderOutsideTheStorageIsRefused() {
    assertThatThrownBy(() -> new UploadTo("../%Y")).isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> new UploadTo("/%Y")).isInstanceOf(UnsafeNameException.class);
  }
}
