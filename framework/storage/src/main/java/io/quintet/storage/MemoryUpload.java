package io.quintet.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An upload whose bytes are in memory. */
final class MemoryUpload implements UploadedFile {
  private final String name;
  private final String contentType;
  private final long size;
  private volatile byte @Nullable [] content;

  MemoryUpload(String name, String contentType, byte[] content) {
    this.name = name;
    this.contentType = contentType;
    this.size = content.length;
    this.content = content;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes());
  }

  @Override
  public void moveTo(Path target) throws IOException {
    Files.write(target, bytes());
    content = null;
  }

  @Override
  public void close() {
    content = null;
  }

  private byte[] bytes() {
    byte[] bytes = content;
    if (bytes == null) {
      throw new IllegalStateException(
          "The upload \"" + name + "\" was moved or closed; read it before");
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "UploadedFile[" + name + ", " + size + " bytes]";
  }
}
