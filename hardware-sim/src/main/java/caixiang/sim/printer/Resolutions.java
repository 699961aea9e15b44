package caixiang.sim.printer;

import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import java.util.List;

/** What the print head can do. */
final class Resolutions {
    static final Resolution DPI_300 = new Resolution(300, 300, ResolutionUnit.dotsPerInch);
    static final Resolution DPI_600 = new Resolution(600, 600, ResolutionUnit.dotsPerInch);
    static final List<Resolution> SUPPORTED = List.of(DPI_300, DPI_600);

    private Resolutions() {}
}
