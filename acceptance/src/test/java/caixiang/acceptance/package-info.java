/** The packaged programs seen from outside: processes, the public API, a real browser. */
@NullMarked
package caixiang.acceptance;

import org.jspecify.annotations.NullMarked;
