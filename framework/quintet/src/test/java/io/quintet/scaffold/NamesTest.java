package io.quintet.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @Test
  void classesAreNamedAfterTheWords() {
    assertThat(Names.of("blog").className()).isEqualTo("Blog");
    assertThat(Names.of("my_shop2").className()).isEqualTo("MyShop2");
    assertThat(Names.of("blog").modelVariable()).isEqualTo("blogEntry");
  }

  @Test
  void aMainClassDoesNotHideWhatItNames() {
    assertThat(Names.of("shop").mainClass()).isEqualTo("Shop");
    assertThat(Names.of("site").mainClass()).isEqualTo("SiteSite");
    assertThat(Names.of("string").mainClass()).isEqualTo("StringSite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Blog", "2blog", "my-shop", "a/b", "../up", "blög", "a b", "_a"})
  void whatCannotBeAPackageIsRefused(String name) {
    assertThatThrownBy(() -> Names.of(name)).hasMessageContaining("cannot be a name here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "record", "java", "quintet", "true"})
  void whatJavaOrTheFrameworkHasTakenIsRefused(String name) {
    assertThatThrownBy(() -> Names.of(name)).hasMessageContaining("choose another name");
  }
}
