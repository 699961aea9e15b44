package caixiang.station.store;

import org.jdbi.v3.core.Handle;

/** What is done within one transaction. It must not wait for a device, and must not keep the handle. */
@FunctionalInterface
public interface Work<T> {
    @SuppressWarnings("ThrowsException") // The work is the caller's; its failures pass through unchanged.
    T run(Handle handle) throws Exception;
}
