package io.quintet.http;

/** Whether a browser sends a cookie with requests that another site starts. */
public enum SameSite {
  /** Only with requests from the site itself. */
  STRICT("Strict"),
  /** Also when the visitor follows a link to the site. */
  LAX("Lax"),
  /** Always; browsers then ask for {@code Secure} too. */
  NONE("None");

  private final String attribute;

  SameSite(String attribute) {
    this.attribute = attribute;
  }

  /** As written in the cookie. */
  public String attribute() {
    return attribute;
  }
}
