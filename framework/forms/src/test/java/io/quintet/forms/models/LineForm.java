package io.quintet.forms.models;

import io.quintet.forms.shop.Item;

/** The form of the tests for form sets of rows: what of an item is edited in a line. */
final class LineForm extends ModelForm<Item> {
  LineForm(Item item) {
    super(item, "title", "slug", "pieces", "picture");
  }
}
