package caixiang.station.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.template.SheetTemplates;
import caixiang.station.config.PortraitSettings;
import org.junit.jupiter.api.Test;

class PortraitRuleTest {

    /** 35 × 49 mm at 600 dpi, for 1-inch pictures too: one portrait serves all sheets of a frame. */
    @Test
    void aPortraitIsAsLargeAsTheLargestPictureOfTheSheetsNeeds() {
        PortraitSettings settings = new PortraitSettings(0.25, 0, 0.5, 1, 600);
        PortraitRule rule = PortraitRule.of(settings, SheetTemplates.shipped().all());
        assertEquals(new PixelSize(827, 1157), rule.format().size());
        assertEquals(95, rule.format().qualityPercent());
    }
}
