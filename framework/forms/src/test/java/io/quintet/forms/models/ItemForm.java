package io.quintet.forms.models;

import static io.quintet.forms.shop.QMaker.maker;

import io.quintet.forms.shop.Item;
import io.quintet.forms.shop.Maker;

/** The form of the tests: most of an item, with makers that are open. */
final class ItemForm extends ModelForm<Item> {
  ItemForm(Item item) {
    super(
        item,
        "title",
        "slug",
        "maker",
        "labels",
        "stock",
        "pieces",
        "price",
        "since",
        "featured",
        "picture");
    model("title").label("Name of the item");
    choices("maker", Maker.objects.filter(maker.open.eq(true)));
  }
}
