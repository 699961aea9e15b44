package caixiang.station.config;

import java.nio.file.Path;

/** Where everything the station keeps lies. The identity key is elsewhere on purpose. */
public record DataFolder(Path root) {

    public Path database() {
        return root.resolve("db").resolve("caixiang.sqlite");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    /** Frames that came from a camera and are not filed yet. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Self-taken pictures that are not filed yet; apart, because the camera's program tidies its own spool. */
    public Path pictureSpool() {
        return spool().resolve("self-taken");
    }

    /** The journal's files. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** Sheet templates of the lab's own; need not be there. */
    public Path templates() {
        return root.resolve("templates");
    }

    public Path log() {
        return root.resolve("log");
    }
}
