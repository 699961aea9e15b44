package caixiang.station.store;

/**
 * Where the site's database is and who asks. The password stands in no text made of this.
 *
 * @param url {@code jdbc:postgresql://HOST[:PORT]/DATABASE}
 */
public record SharedAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
