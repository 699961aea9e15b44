package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.plan.Wording;

/** One thing that is not as it must be. {@code what} names files, numbers and people; it is the same in both languages. */
public record Finding(Kind kind, String what) {
    /** In order of how bad it is. */
    public enum Kind {
        SWAPPED("归错人", "swapped"),
        LOST("丢失", "lost"),
        DOUBLED("重复", "doubled"),
        FOREIGN("来历不明", "foreign"),
        UNACCOUNTED("账实不符", "unaccounted for");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public Wording wording() {
            return new Wording(chinese, english);
        }
    }
}
