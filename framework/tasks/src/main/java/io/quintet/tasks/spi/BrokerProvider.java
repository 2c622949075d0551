package io.quintet.tasks.spi;

import io.quintet.core.SiteContext;
import java.util.function.Function;

/**
 * A kind of broker that an app brings, added at {@code Tasks.BROKERS} and chosen by the setting
 * {@code tasks.broker}.
 *
 * @param name the word in the setting
 * @param factory makes the broker of a site; called once a site
 */
public record BrokerProvider(String name, Function<SiteContext, Broker> factory) {}
