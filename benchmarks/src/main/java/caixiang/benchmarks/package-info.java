/** Figures of the archive beside what else could do the work, measured in one run. */
@NullMarked
package caixiang.benchmarks;

import org.jspecify.annotations.NullMarked;
