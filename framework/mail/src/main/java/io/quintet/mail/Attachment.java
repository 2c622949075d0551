package io.quintet.mail;

import java.util.Arrays;

/**
 * A file that goes with a mail.
 *
 * @param fileName the name it is saved under
 * @param contentType such as {@code application/pdf}
 * @param content the bytes
 */
public record Attachment(String fileName, String contentType, byte[] content) {
  /**
   * An attachment; the bytes are copied.
   *
   * @throws MailException if name or type hold a line break, or the type is none
   */
  public Attachment {
    HeaderText.require("The file name of an attachment", fileName);
    HeaderText.require("The content type of the attachment " + fileName, contentType);
    int slash = contentType.indexOf('/');
    if (slash < 1 || slash == contentType.length() - 1) {
      throw new MailException(
          "The attachment \"%s\" has the content type \"%s\"; write one such as application/pdf"
              .formatted(fileName, contentType));
    }
    if (contentType.startsWith("multipart/")) {
      throw new MailException(
          "The attachment \"%s\" cannot have the content type %s; use application/octet-stream"
              .formatted(fileName, contentType));
    }
    content = content.clone();
  }

  /** A copy of the bytes. */
  @Override
  public byte[] content() {
    return content.clone();
  }

  /** The number of bytes. */
  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attachment that
        && fileName.equals(that.fileName)
        && contentType.equals(that.contentType)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return fileName.hashCode() * 31 + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return fileName + " (" + contentType + ", " + content.length + " bytes)";
  }
}
