package io.quintet.storage;

import io.quintet.core.SiteContext;
import java.util.function.Function;

/**
 * A storage that an app adds to its site, or puts in the place of one of the same alias.
 *
 * <pre>{@code
 * config.add(Storages.POINT, new NamedStorage("invoices",
 *     site -> LocalStorage.privateFiles("invoices", site.baseDir().resolve("var/invoices"))));
 * }</pre>
 *
 * @param alias the alias to know it by
 * @param factory makes the storage when the site first needs its storages
 */
public record NamedStorage(String alias, Function<SiteContext, ? extends Storage> factory) {}
