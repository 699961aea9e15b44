package caixiang.station.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the site's notices ({@code LISTEN caixiang}) on a connection and a thread of its own, {@code site-listen}. Only a
 * shortcut: a lost connection, or an engine without notices, costs two seconds and nothing else.
 */
public final class SiteListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SiteListener.class);
    private static final int HEAR_MILLIS = 1_000;
    private static final int PAUSE_MILLIS = 2_000;
    private static final int ANSWER_SECONDS = 4;

    private final SharedAddress address;
    private final Runnable heard;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "site-listen");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean isClosed;

    /** @param heard called on this listener's thread; must return at once */
    public SiteListener(SharedAddress address, Runnable heard) {
        this.address = address;
        this.heard = heard;
    }

    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::listen, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Until the connection is lost. */
    private void listen() {
        try (Connection connection = DriverManager.getConnection(address.url(), properties());
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Notices.CHANNEL);
            // What was changed while nobody listened.
            heard.run();
            PGConnection notices = connection.unwrap(PGConnection.class);
            while (!isClosed) {
                PGNotification[] news = notices.getNotifications(HEAR_MILLIS);
                if (news != null && news.length > 0) {
                    heard.run();
                }
                // Asked so that a connection whose other end is gone is noticed.
                statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            log.debug("no notices from the site now: {}", e.getMessage());
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "caixiang listener");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "" + ANSWER_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public void close() {
        isClosed = true;
        thread.shutdownNow();
    }
}
