package caixiang.station.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL database that the stations of a site share. May be used from any thread; work is done on threads named
 * {@code shared-n}, each piece with a connection of its own.
 *
 * <p>Every stage completes within {@link #ANSWER_MAX}. When the server cannot be reached it fails with
 * {@link StoreException.Fault#UNREACHABLE}; then it is not known whether a transaction was committed, so a request that
 * is sent again must carry an id. A transaction that the server gave up in favour of another one is run again, so work
 * must change nothing but the database.
 */
public final class SharedDatabase implements Transactor, AutoCloseable {
    public static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 8;
    private static final int WAITING_MAX = 64;
    private static final int ATTEMPTS_MAX = 5;
    private static final long BORROW_MILLIS = 1_500;
    private static final long VALIDATE_MILLIS = 1_000;
    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 4;
    private static final int MIGRATE_SECONDS = 60;

    /** The server, too, gives up: else a station that loses its power would keep the others waiting for its locks. */
    private static final String SERVER_LIMITS = "-c statement_timeout=3500 -c lock_timeout=3000"
            + " -c idle_in_transaction_session_timeout=5000 -c tcp_user_timeout=5000";

    private final SharedAddress address;
    private final Clock clock;
    private final Lane lane;
    private final ScheduledThreadPoolExecutor deadlines;

    private SharedDatabase(SharedAddress address, Clock clock, Lane lane) {
        this.address = address;
        this.clock = clock;
        this.lane = lane;
        this.deadlines = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "shared-deadline");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Does not touch the network: connections are made when there is work for them. */
    public static SharedDatabase at(SharedAddress address, Clock clock) {
        HikariDataSource pool = new HikariDataSource(pool(address));
        Jdbi jdbi = Jdbi.create(pool);
        return new SharedDatabase(
                address,
                clock,
                new Lane("shared", CONNECTIONS, WAITING_MAX, Handles.borrowed(jdbi::open, pool::close)));
    }

    private static HikariConfig pool(SharedAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("shared");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(BORROW_MILLIS);
        config.setValidationTimeout(VALIDATE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "caixiang");
        config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
        config.addDataSourceProperty("loginTimeout", CONNECT_SECONDS);
        config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        config.addDataSourceProperty("options", SERVER_LIMITS);
        return config;
    }

    /**
     * Brings the tables up to date; of several stations that start at once one does it and the others wait. Blocks for
     * up to a minute.
     *
     * @throws StoreException with fault {@code UNREACHABLE} if the server does not answer
     */
    public void migrate() throws StoreException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(MIGRATE_SECONDS);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/common", "classpath:db/postgresql")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw SharedFaults.explain(e, address);
        }
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public <T> CompletionStage<T> write(Work<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        return answered(answer, handle -> commit(handle, inTime(answer, work)));
    }

    /** All that is read belongs to one state of the database. */
    @Override
    public <T> CompletionStage<T> read(Work<T> work) {
        return answered(new CompletableFuture<>(), handle -> {
            handle.setReadOnly(true);
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            return commit(handle, work);
        });
    }

    /** Whoever has been told that the server was not reached shall not find later that it did what was asked. */
    private <T> Work<T> inTime(CompletableFuture<T> answer, Work<T> work) {
        return handle -> {
            T result = work.run(handle);
            if (answer.isDone()) {
                throw SharedFaults.late(address);
            }
            return result;
        };
    }

    private <T> CompletionStage<T> answered(CompletableFuture<T> answer, Work<T> work) {
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> answer.completeExceptionally(SharedFaults.late(address)),
                ANSWER_MAX.toMillis(),
                TimeUnit.MILLISECONDS);
        lane.submit(work).whenComplete((result, failure) -> {
            deadline.cancel(false);
            if (failure == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(
                        failure instanceof JdbiException e ? SharedFaults.explain(e, address) : failure);
            }
        });
        return answer;
    }

    @SuppressWarnings("ThrowsException") // As in Work: its failures pass through unchanged.
    private static <T> T commit(Handle handle, Work<T> work) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return Transaction.run(handle, work);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS_MAX || !SharedFaults.isGivenUpForAnother(e)) {
                    throw e;
                }
            }
        }
    }

    /** Finishes what is waiting, then closes. Blocks for a few seconds at most. */
    @Override
    public void close() {
        lane.close();
        deadlines.shutdownNow();
    }
}
