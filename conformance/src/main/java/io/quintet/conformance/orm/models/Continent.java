package io.quintet.conformance.orm.models;

import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Stored;

/** Where a country lies. */
public enum Continent {
  @Stored("EU")
  @Label("Europe")
  EU,
  @Stored("AS")
  @Label("Asia")
  AS,
  @Stored("AF")
  @Label("Africa")
  AF,
  @Stored("NA")
  @Label("North America")
  NA,
  @Stored("SA")
  @Label("South America")
  SA,
  @Stored("OC")
  @Label("Oceania")
  OC
}
