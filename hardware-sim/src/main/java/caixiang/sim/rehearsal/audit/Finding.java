package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.plan.Wording;

/** One thing that is not as it must be. {@code what} names files, numbers and people; it is the same in both languages. */
public record Finding(Kind kind, String what) {
    /** In order of how bad it is. */
    public enum Kind {
        SWAPPED(new Wording("归错人", "swapped")),
        LOST(new Wording("丢失", "lost")),
        DOUBLED(new Wording("重复", "doubled")),
        FOREIGN(new Wording("来历不明", "foreign")),
        UNACCOUNTED(new Wording("账实不符", "unaccounted for"));

        private final Wording wording;

        Kind(Wording wording) {
            this.wording = wording;
        }

        public Wording wording() {
            return wording;
        }
    }
}
