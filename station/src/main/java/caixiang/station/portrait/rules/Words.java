package caixiang.station.portrait.rules;

/** One sentence in both languages. */
public record Words(String zh, String en) {
    static final Words NONE = new Words("", "");

    Words with(String name, String value) {
        return new Words(zh.replace(name, value), en.replace(name, value));
    }
}
