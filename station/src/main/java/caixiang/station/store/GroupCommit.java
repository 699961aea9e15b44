package caixiang.station.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Writes that wait for the same thread are committed together, so that one sync of the disk serves them all. Each is
 * whole or not at all as before, sees those before it, and is answered after the commit; one that fails takes back
 * nothing but itself.
 */
final class GroupCommit {
    /** What is committed together at most. */
    static final int WRITES_MAX = 32;

    private final Runnable afterCommit;
    private final Function<Throwable, Throwable> explain;

    /**
     * For one database.
     *
     * @param afterCommit called after each commit, before the answers
     * @param explain what the asker is told of a failure
     */
    GroupCommit(Runnable afterCommit, Function<Throwable, Throwable> explain) {
        this.afterCommit = afterCommit;
        this.explain = explain;
    }

    /** A write and its answer. */
    static final class Write<T> {
        private final Work<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Runnable tell = () -> fail(new IllegalStateException("not run yet"));

        Write(Work<T> work) {
            this.work = work;
        }

        CompletableFuture<T> answer() {
            return answer;
        }

        private void alone(Handle handle) throws Exception {
            T result = Transaction.run(handle, work);
            tell = () -> answer.complete(result);
        }

        private void amongOthers(Handle handle, Function<Throwable, Throwable> explain) {
            handle.execute("SAVEPOINT one_of_many");
            try {
                T result = work.run(handle);
                tell = () -> answer.complete(result);
            } catch (Throwable e) { // As in a lane: it is the answer, whatever it is.
                tell = () -> fail(explain.apply(e));
                handle.execute("ROLLBACK TO one_of_many");
            }
            handle.execute("RELEASE one_of_many");
        }

        void fail(Throwable e) {
            answer.completeExceptionally(e);
        }
    }

    /** Runs and commits; answers each write, with one failure for all of them when none could be committed. */
    boolean run(Handle handle, List<Write<?>> writes) {
        try {
            if (writes.size() == 1) {
                writes.get(0).alone(handle);
            } else {
                Transaction.run(handle, inside -> {
                    writes.forEach(write -> write.amongOthers(inside, explain));
                    return true;
                });
            }
            afterCommit.run();
        } catch (Exception e) {
            Throwable told = explain.apply(e);
            writes.forEach(write -> write.fail(told));
            return false;
        }
        writes.forEach(write -> write.tell.run());
        return true;
    }
}
