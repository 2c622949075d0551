package io.quintet.orm.fields;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.IpAddress;
import io.quintet.orm.annotation.IpAddress.Protocol;
import io.quintet.orm.annotation.Model;
import org.jspecify.annotations.Nullable;

/** A machine with addresses. */
@Model
public class Host extends Entity {
  public static final Manager<Host> objects = Manager.of(Host.class);

  @IpAddress public String address = "";

  @IpAddress(unpackIpv4 = true)
  public @Nullable String gateway;

  @IpAddress(protocol = Protocol.IPV4)
  public @Nullable String old;

  public Host() {}

  public Host(String address) {
    this.address = address;
  }
}
