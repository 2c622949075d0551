package io.quintet.processor.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a strict template refuses when the project compiles, and how it says so. */
class StrictTemplatesTest {
  private static final String ITEM =
      "public record Item(String title, double price, List<String> tags) {}";
  private static final String PAGE =
      "@TemplateFor(\"shop/item.html\") public record ItemPage(Item item, List<Item> others) {}";

  @TempDir Path output;

  private List<String> errors(String template) {
    return new Project(output)
        .template("shop/base.html", "<{% block content %}{% endblock %}>")
        .template("shop/item.html", template)
        .java("Item", ITEM)
        .java("ItemPage", PAGE)
        .errors();
  }

  @Test
  void aTemplateWhoseNamesAllExistCompiles() {
    assertThat(errors("{{ item.title|upper }}{% for o in others %}{{ o.price }}{% endfor %}"))
        .isEmpty();
  }

  @Test
  void anUnknownVariable() {
    assertThat(errors("<p>\n  {{ itm.title }}"))
        .containsExactly(
            "shop/item.html:2:3: unknown variable 'itm' (did you mean 'item'?). There are: item, others.\n"
                + "    {{ itm.title }}");
  }

  @Test
  void anUnknownAttribute() {
    assertThat(errors("{% if item.titel %}x{% endif %}"))
        .containsExactly(
            "shop/item.html:1:1: unknown attribute 'titel' of Item (did you mean 'title'?). It has: price, tags, title.\n"
                + "    {% if item.titel %}");
  }

  @Test
  void anUnknownAttributeOfALoopVariable() {
    assertThat(errors("{% for o in others %}{{ o.cost }}{% endfor %}"))
        .containsExactly(
            "shop/item.html:1:22: unknown attribute 'cost' of Item. It has: price, tags, title.\n"
                + "    {{ o.cost }}");
  }

  @Test
  void aLoopVariableIsUnknownAfterTheLoop() {
    assertThat(errors("{% for o in others %}{% endfor %}{{ o }}")).hasSize(1);
  }

  @Test
  void anUnknownFilter() {
    assertThat(errors("{{ item.title|uper }}").getFirst())
        .startsWith("shop/item.html:1:1: Invalid filter: 'uper'\n    {{ item.title|uper }}")
        .contains(
            "The filter 'uper' is unknown (did you mean 'upper'?). There are: add, addslashes,");
  }

  @Test
  void anUnknownTag() {
    assertThat(errors("{% fro o in others %}{% endfor %}").getFirst())
        .startsWith("shop/item.html:1:1: Invalid block tag on line 1: 'fro'")
        .contains("The tag 'fro' is unknown (did you mean 'for'?). There are: autoescape, block,");
  }

  @Test
  void anUnknownBlock() {
    assertThat(errors("{% extends 'shop/base.html' %}{% block contnet %}{% endblock %}"))
        .containsExactly(
            "shop/item.html:1:31: unknown block 'contnet' (did you mean 'content'?). 'shop/base.html' has: content.\n"
                + "    {% block contnet %}");
  }

  @Test
  void anUnknownTemplate() {
    assertThat(errors("{% include 'shop/bse.html' %}"))
        .containsExactly(
            "shop/item.html:1:1: unknown template 'shop/bse.html' (did you mean 'shop/base.html'?), looked for in the"
                + " resources below templates/. There are: shop/base.html, shop/item.html.\n"
                + "    {% include 'shop/bse.html' %}");
  }

  @Test
  void anIncludedTemplateIsCheckedWithTheNamesThatItGets() {
    new Project(output).template("shop/card.html", "{{ o.title }}{{ item.title }}");
    assertThat(errors("{% include 'shop/card.html' with o=item only %}"))
        .containsExactly(
            "shop/card.html:1:14: unknown variable 'item'. There are: o.\n    {{ item.title }}");
  }

  @Test
  void whatStandsInTheTagOfALibraryIsCheckedToo() {
    assertThat(errors("{% firstof item.titel item.title %}")).hasSize(1);
    assertThat(errors("{% filter upper %}{{ item.titel }}{% endfilter %}")).hasSize(1);
  }

  @Test
  void namesOfContextProcessorsAreDeclared() {
    Project project =
        new Project(output)
            .template("shop/item.html", "{{ user.name }}")
            .java(
                "ItemPage",
                "@TemplateFor(value = \"shop/item.html\", also = \"user\") record ItemPage() {}");
    assertThat(project.errors()).isEmpty();
  }

  @Test
  void aLibraryOfTheProjectIsDeclared() {
    Project project =
        new Project(output)
            .template(
                "shop/item.html",
                "{% load money %}{{ title|euro }}{% box title %}{{ titel }}{% endbox %}")
            .java("ItemPage", "@TemplateFor(\"shop/item.html\") record ItemPage(String title) {}")
            .java(
                "Money",
                "@TagLibrary(value = \"money\", tags = \"box endbox\", filters = \"euro\") class Money {}");
    assertThat(project.errors())
        .containsExactly(
            "shop/item.html:1:48: unknown variable 'titel' (did you mean 'title'?). There are: title.\n"
                + "    {{ titel }}");
  }

  @Test
  void aStrictFolderHasARecordForEachTemplate() {
    Project project =
        new Project(output)
            .template("shop/other.html", "x")
            .template("shop/item.html", "{% include 'shop/part.html' %}")
            .template("shop/part.html", "x")
            .option("-Aquintet.templates.strict=shop/")
            .java("ItemPage", "@TemplateFor(\"shop/item.html\") record ItemPage() {}");
    assertThat(project.errors())
        .containsExactly(
            "shop/other.html:1:1: the template is in the strict place 'shop/', but no record carries its values and no"
                + " strict template uses it. Write: @TemplateFor(\"shop/other.html\") record …(…) {}.");
  }

  @Test
  void severalErrorsAreReportedAtOnce() {
    assertThat(errors("{{ a }}{{ b }}{{ item.c }}")).hasSize(3);
  }
}
