package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An address of the Internet, of version 4 or 6: a {@code String}.
 *
 * <p>An address of version 6 is stored and compared in its short form: {@code 2001:DB8:0:0::1} and
 * {@code 2001:db8::1} are the same. PostgreSQL has a type of its own for it ({@code inet}), other
 * databases keep text. An empty text is stored as null.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface IpAddress {
  /** Which versions are allowed. */
  enum Protocol {
    /** Both. */
    BOTH,
    /** Version 4, as in {@code 192.0.2.1}. */
    IPV4,
    /** Version 6, as in {@code 2001:db8::1}. */
    IPV6
  }

  /** Which versions are allowed. */
  Protocol protocol() default Protocol.BOTH;

  /**
   * Whether {@code ::ffff:192.0.2.1} becomes {@code 192.0.2.1}; only where both versions are
   * allowed.
   */
  boolean unpackIpv4() default false;
}
