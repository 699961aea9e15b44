package caixiang.station.store;

/** Several steps on the owner thread, some of them transactions; between them files may be written. */
@FunctionalInterface
public interface Task<T> {
    T run(Transactions transactions) throws Exception;
}
