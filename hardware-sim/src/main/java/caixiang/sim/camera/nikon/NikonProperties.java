package caixiang.sim.camera.nikon;

import static caixiang.sim.ptp.DataType.INT16;
import static caixiang.sim.ptp.DataType.STRING;
import static caixiang.sim.ptp.DataType.UINT16;
import static caixiang.sim.ptp.DataType.UINT32;
import static caixiang.sim.ptp.DataType.UINT8;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.DeviceProperty;
import caixiang.sim.ptp.DataType;
import caixiang.sim.ptp.DevicePropDesc;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.ptp.PropertyForm;
import caixiang.sim.ptp.PropertyValue;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** The D750's device properties in mode M that matter for tethered portraits, with the values a body offers. */
final class NikonProperties {
    private static final DateTimeFormatter PTP_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final PropertyForm ANY = new PropertyForm.Anything();

    private static final long[] F_NUMBERS_HUNDREDTHS = {
        400, 450, 500, 560, 630, 710, 800, 900, 1000, 1100, 1300, 1400, 1600, 1800, 2000, 2200
    };
    private static final long[] ISO_SPEEDS = {
        100, 125, 160, 200, 250, 320, 400, 500, 640, 800, 1000, 1250, 1600, 2000, 2500, 3200, 4000, 5000, 6400, 8000
    };
    /** Exposure times as numerators and denominators of seconds, from 1/4000 s to 30 s, in thirds of a stop. */
    private static final int[][] EXPOSURE_SECONDS = {
        {1, 4000}, {1, 3200}, {1, 2500}, {1, 2000}, {1, 1600}, {1, 1250}, {1, 1000}, {1, 800}, {1, 640}, {1, 500},
        {1, 400}, {1, 320}, {1, 250}, {1, 200}, {1, 160}, {1, 125}, {1, 100}, {1, 80}, {1, 60}, {1, 50}, {1, 40},
        {1, 30}, {1, 25}, {1, 20}, {1, 15}, {1, 13}, {1, 10}, {1, 8}, {1, 6}, {1, 5}, {1, 4}, {1, 3}, {10, 25}, {1, 2},
        {10, 16}, {10, 13}, {1, 1}, {13, 10}, {16, 10}, {2, 1}, {25, 10}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {8, 1},
        {10, 1}, {13, 1}, {15, 1}, {20, 1}, {25, 1}, {30, 1}
    };

    private static final long BULB = 0xFFFF_FFFFL;

    private final CameraBody body;

    private NikonProperties(CameraBody body) {
        this.body = body;
    }

    static void addTo(CameraBody body) {
        NikonProperties properties = new NikonProperties(body);
        properties.addStandard();
        properties.addNikon();
    }

    private void addStandard() {
        readOnly(PropertyCode.BATTERY_LEVEL, UINT8, 100, new PropertyForm.Range(1, 100, 1));
        add(PropertyCode.IMAGE_SIZE, STRING, PropertyValue.of("6000x4000"), texts("6000x4000"));
        setting(PropertyCode.COMPRESSION_SETTING, UINT8, 2, 0, 1, 2, 4, 5, 6, 7);
        setting(PropertyCode.WHITE_BALANCE, UINT16, 7, 2, 4, 5, 6, 7, 0x8010, 0x8011, 0x8012, 0x8013);
        setting(PropertyCode.F_NUMBER, UINT16, 800, F_NUMBERS_HUNDREDTHS);
        readOnly(PropertyCode.FOCAL_LENGTH, UINT32, 8500, ANY);
        readOnly(PropertyCode.FOCUS_MODE, UINT16, 0x8010, numbers(1, 0x8010, 0x8011, 0x8012));
        setting(PropertyCode.EXPOSURE_METERING_MODE, UINT16, 3, 2, 3, 4);
        setting(PropertyCode.FLASH_MODE, UINT16, 0x8010, 2, 4, 0x8010, 0x8011, 0x8012, 0x8013);
        setting(PropertyCode.EXPOSURE_TIME, UINT32, 80, tenThousandths());
        readOnly(PropertyCode.EXPOSURE_PROGRAM_MODE, UINT16, 1, numbers(1, 2, 3, 4));
        setting(PropertyCode.EXPOSURE_INDEX, UINT16, 100, ISO_SPEEDS);
        setting(PropertyCode.EXPOSURE_BIAS_COMPENSATION, INT16, 0, thirdsOfStops());
        live(PropertyCode.DATE_TIME, STRING, () -> PropertyValue.of(PTP_TIME.format(LocalDateTime.now(body.clock()))));
        setting(PropertyCode.STILL_CAPTURE_MODE, UINT16, 1, 1, 0x8010, 0x8011, 0x8016);
    }

    private void addNikon() {
        setting(PropertyCode.NIKON_SHUTTER_SPEED, UINT32, 1 << 16 | 125, fractions());
        readOnly(PropertyCode.NIKON_AC_POWER, UINT8, 0, new PropertyForm.Range(0, 1, 1));
        add(PropertyCode.NIKON_RECORDING_MEDIA, UINT8, PropertyValue.of(0), new PropertyForm.Range(0, 2, 1));
        setting(PropertyCode.NIKON_AUTOFOCUS_MODE, UINT8, 0, 0, 1, 2, 3, 4);
        readOnly(PropertyCode.NIKON_LIVE_VIEW_STATUS, UINT8, 0, ANY);
        readOnly(PropertyCode.NIKON_LIVE_VIEW_PROHIBIT_CONDITION, UINT32, 0, ANY);
        live(
                PropertyCode.NIKON_EXPOSURE_REMAINING,
                UINT32,
                () -> PropertyValue.of(body.card().storageInfo().freeImages()));
    }

    /** A setting with a list of values. */
    private void setting(PropertyCode code, DataType type, long initial, long... values) {
        add(code, type, PropertyValue.of(initial), numbers(values));
    }

    private void add(PropertyCode code, DataType type, PropertyValue initial, PropertyForm form) {
        body.properties().add(DeviceProperty.stored(new DevicePropDesc(code, type, true, initial, form)));
    }

    private void readOnly(PropertyCode code, DataType type, long value, PropertyForm form) {
        body.properties()
                .add(DeviceProperty.stored(new DevicePropDesc(code, type, false, PropertyValue.of(value), form)));
    }

    private void live(PropertyCode code, DataType type, Supplier<PropertyValue> reading) {
        body.properties().add(DeviceProperty.live(new DevicePropDesc(code, type, false, reading.get(), ANY), reading));
    }

    private static PropertyForm numbers(long... values) {
        return new PropertyForm.Enumeration(
                LongStream.of(values).mapToObj(PropertyValue::of).toList());
    }

    private static PropertyForm texts(String... values) {
        return new PropertyForm.Enumeration(
                List.of(values).stream().map(PropertyValue::of).toList());
    }

    private static long[] tenThousandths() {
        long[] values = new long[EXPOSURE_SECONDS.length + 1];
        for (int i = 0; i < EXPOSURE_SECONDS.length; i++) {
            values[i] = 10_000L * EXPOSURE_SECONDS[i][0] / EXPOSURE_SECONDS[i][1];
        }
        values[EXPOSURE_SECONDS.length] = BULB;
        return values;
    }

    private static long[] fractions() {
        long[] values = new long[EXPOSURE_SECONDS.length + 1];
        for (int i = 0; i < EXPOSURE_SECONDS.length; i++) {
            values[i] = (long) EXPOSURE_SECONDS[i][0] << 16 | EXPOSURE_SECONDS[i][1];
        }
        values[EXPOSURE_SECONDS.length] = BULB;
        return values;
    }

    /** From -5 to +5 stops in thirds, in thousandths of a stop: -5000, -4667, -4333 and on. */
    private static long[] thirdsOfStops() {
        return LongStream.rangeClosed(-15, 15)
                .map(thirds -> Math.round(thirds * 1000 / 3.0))
                .toArray();
    }
}
