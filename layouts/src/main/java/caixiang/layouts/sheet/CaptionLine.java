package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;

/** Where the one caption of a sheet stands, in the template's own orientation: in the waste, outside every picture. */
public record CaptionLine(Rectangle area, Length fontSize) {}
