package io.quintet.orm;

import static io.quintet.orm.fields.QHost.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quintet.orm.fields.Host;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class IpAddressTest extends OrmTest {
  IpAddressTest(Backend backend) {
    super(backend);
  }

  private static Host saved(String address) {
    Host made = new Host(address);
    made.save();
    return made;
  }

  private static String read(Host row) {
    return Host.objects.getById(row.id).address;
  }

  @Test
  void anAddressIsStoredInItsShortForm() {
    assertThat(read(saved("2001:DB8:0:0:0:0:0:1"))).isEqualTo("2001:db8::1");
    assertThat(read(saved(" 192.0.2.7 "))).isEqualTo("192.0.2.7");
    assertThat(read(saved("::ffff:192.0.2.7"))).isEqualTo("::ffff:192.0.2.7");
  }

  @Test
  void allWaysOfWritingShortenIt() {
    Host made = saved("::1");
    Host.objects.filter("pk", made.id).update(host.address.set("0:0:0:0:0:0:0:2"));
    assertThat(read(made)).isEqualTo("::2");
    Host.objects.filter("pk", made.id).update(Map.of("address", "0::3"));
    assertThat(read(made)).isEqualTo("::3");
    Host more = new Host("2001:DB8::F");
    Host.objects.bulkCreate(List.of(more));
    assertThat(read(more)).isEqualTo("2001:db8::f");
    more.address = "2001:DB8::E";
    Host.objects.all().bulkUpdate(List.of(more), "address");
    assertThat(read(more)).isEqualTo("2001:db8::e");
    more.set("address", "2001:DB8::D");
    more.save();
    assertThat(read(more)).isEqualTo("2001:db8::d");
  }

  @Test
  void anAddressOfVersion4IsTakenOutWhereThatIsAsked() {
    Host made = new Host("::1");
    made.gateway = "::ffff:192.0.2.1";
    made.save();
    assertThat(Host.objects.getById(made.id).gateway).isEqualTo("192.0.2.1");
    assertThat(Host.objects.filter(host.gateway.eq("::FFFF:192.0.2.1")).count()).isEqualTo(1);
  }

  @Test
  void anEmptyTextIsNoAddress() {
    Host made = new Host("::1");
    made.gateway = "";
    made.save();
    assertThat(Host.objects.getById(made.id).gateway).isNull();
    assertThat(Host.objects.filter(host.gateway.isNull()).count()).isEqualTo(1);
  }

  @Test
  void addressesAreComparedWhateverTheSpelling() {
    saved("2001:db8::1");
    saved("10.0.0.5");
    assertThat(Host.objects.filter(host.address.eq("2001:0DB8::0:1")).count()).isEqualTo(1);
    assertThat(Host.objects.filter("address__in", List.of("2001:DB8:0::1", "10.0.0.5")).count())
        .isEqualTo(2);
    assertThat(Host.objects.exclude("address", "2001:0db8::1").values("address").list())
        .containsExactly(Map.of("address", "10.0.0.5"));
    assertThat(Host.objects.filter("address__iexact", "2001:0DB8::0:1").count()).isEqualTo(1);
  }

  @Test
  void addressesAreFoundByPartsOfTheirText() {
    saved("2001:db8::ff00:42");
    saved("10.0.0.5");
    assertThat(Host.objects.filter("address__startswith", "10.").count()).isEqualTo(1);
    assertThat(Host.objects.filter("address__icontains", "FF00").count()).isEqualTo(1);
    assertThat(Host.objects.filter("address__endswith", ".5").count()).isEqualTo(1);
    assertThat(Host.objects.filter("address__regex", "^2001:.*42$").count()).isEqualTo(1);
    assertThat(Host.objects.filter(host.address.contains("'); DROP")).count()).isZero();
  }

  @Test
  void whatIsNoAddressIsNoValidValue() {
    Host made = new Host("1.2.3.4.5");
    made.old = "::1";
    made.gateway = "fe80::1::2";
    assertThat(made.validate().all())
        .extracting(
            ValidationErrors.Error::field,
            ValidationErrors.Error::code,
            ValidationErrors.Error::message)
        .containsExactly(
            tuple("address", "invalid", "Enter a valid IPv4 or IPv6 address."),
            tuple("gateway", "invalid", "Enter a valid IPv4 or IPv6 address."),
            tuple("old", "invalid", "Enter a valid IPv4 address."));
    assertThat(new Host("").validate().all())
        .extracting(ValidationErrors.Error::code)
        .containsExactly("blank");
  }

  @Test
  void aSpellingLongerThanTheColumnIsRefused() {
    Host made = new Host("0000:0000:0000:0000:0000:ffff:192.168.100.228");
    assertThat(made.validate().all())
        .extracting(ValidationErrors.Error::message)
        .containsExactly("Enter a valid IPv4 or IPv6 address.");
  }

  @Test
  void aTextWithANulIsRefusedWhereTheDatabaseCannotHoldIt() {
    var post = new io.quintet.orm.blog.Post("a\0b", "nul", ann);
    if (backend != Backend.POSTGRESQL) {
      assertThat(post.validate().all()).isEmpty();
      post.save();
      assertThat(io.quintet.orm.blog.Post.objects.get("title", "a\0b")).isEqualTo(post);
      return;
    }
    assertThat(post.validate().all())
        .extracting(ValidationErrors.Error::field, ValidationErrors.Error::message)
        .containsExactly(tuple("title", "Null characters are not allowed."));
    assertThat(io.quintet.orm.blog.Post.objects.filter("title", "a\0b").exists()).isFalse();
    assertThatThrownBy(() -> Db.atomic(post::save)).isInstanceOf(DbException.class);
  }
}
