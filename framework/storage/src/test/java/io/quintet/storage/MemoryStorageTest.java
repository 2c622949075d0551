package io.quintet.storage;

import java.time.Clock;

class MemoryStorageTest extends StorageContract {
  private final Storage publicFiles =
      MemoryStorage.publicFiles("default", "/media/", Clock.systemUTC());
  private final Storage privateFiles = MemoryStorage.privateFiles("private", Clock.systemUTC());

  @Override
  protected Storage publicFiles() {
    return publicFiles;
  }

  @Override
  protected Storage privateFiles() {
    return privateFiles;
  }
}
