package caixiang.station.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Where the threads of a {@link Lane} have their database handles from. */
interface Handles extends AutoCloseable {
    @SuppressWarnings("ThrowsException") // As in Work: its failures pass through unchanged.
    <T> T with(Work<T> work) throws Exception;

    /** Called when no thread works any more. */
    @Override
    void close();

    /** Each thread opens one handle and keeps it. */
    static Handles ownedByThread(Supplier<Handle> source) {
        Set<Handle> open = ConcurrentHashMap.newKeySet();
        ThreadLocal<Handle> own = ThreadLocal.withInitial(() -> {
            Handle handle = source.get();
            open.add(handle);
            return handle;
        });
        return new Handles() {
            @Override
            public <T> T with(Work<T> work) throws Exception {
                return work.run(own.get());
            }

            @Override
            public void close() {
                open.forEach(Handle::close);
            }
        };
    }

    /** Each piece of work borrows a handle; one that is broken afterwards is not given to the next. */
    static Handles borrowed(Supplier<Handle> source, Runnable close) {
        return new Handles() {
            @Override
            public <T> T with(Work<T> work) throws Exception {
                try (Handle handle = source.get()) {
                    return work.run(handle);
                }
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
