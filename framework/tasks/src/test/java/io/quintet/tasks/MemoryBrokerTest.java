package io.quintet.tasks;

import io.quintet.tasks.brokers.MemoryBroker;
import io.quintet.tasks.spi.Broker;

class MemoryBrokerTest extends BrokerContract {
  private final MemoryBroker broker = new MemoryBroker();

  @Override
  Broker broker() {
    return broker;
  }
}
