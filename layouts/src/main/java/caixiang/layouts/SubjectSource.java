package caixiang.layouts;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where {@link BookCommand} has its people from: a folder of pictures, or whoever knows better. */
public interface SubjectSource {

    /** The options that say which people; each of them has a value. */
    Set<String> options();

    /** Their lines of the usage. */
    String usage();

    /**
     * The people in the order of their numbers.
     *
     * @param options those of {@link #options()} that were given
     */
    List<Subject> subjects(Map<String, String> options) throws SourceException;

    /** The message says, to the person at the keyboard, what is wrong and what to do. */
    final class SourceException extends Exception {

        public SourceException(String message) {
            super(message);
        }

        public SourceException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
