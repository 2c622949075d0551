package io.quintet.tasks;

class SqliteBrokerTest extends DatabaseBrokerContract {
  @Override
  TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
