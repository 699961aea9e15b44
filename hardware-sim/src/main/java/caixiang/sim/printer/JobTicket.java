package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import java.util.List;

/**
 * What the client asked of a job.
 *
 * @param requested the job template attributes as accepted, for Get-Job-Attributes
 */
record JobTicket(String name, String user, int copies, PageSetup page, List<Attribute<?>> requested) {
    JobTicket {
        requested = List.copyOf(requested);
    }

    /**
     * Lengths in hundredths of a millimetre; a margin of -1 was not asked for.
     *
     * @param mediaWasAsked false when the size is the printer's own default
     */
    record PageSetup(int width, int height, boolean mediaWasAsked, Margins margins, String printScaling) {}

    record Margins(int top, int right, int bottom, int left) {
        static final int NOT_ASKED = -1;
        static final Margins UNSPECIFIED = new Margins(NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_ASKED);
    }
}
