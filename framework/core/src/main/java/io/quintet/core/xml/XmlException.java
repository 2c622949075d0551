package io.quintet.core.xml;

import io.quintet.core.QuintetException;

/** A document is not XML as it is read here; the message gives the place and nothing of it. */
public class XmlException extends QuintetException {
  private static final long serialVersionUID = 1;

  XmlException(String message) {
    super(message);
  }
}
