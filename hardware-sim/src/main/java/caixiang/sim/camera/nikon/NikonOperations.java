package caixiang.sim.camera.nikon;

import caixiang.sim.camera.Answer;
import caixiang.sim.camera.OperationTable;
import caixiang.sim.camera.Request;
import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.CameraEvent;
import caixiang.sim.camera.body.CardObject;
import caixiang.sim.camera.body.Shutter;
import caixiang.sim.camera.body.Storage;
import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.ptp.PtpWriter;
import caixiang.sim.ptp.ResponseCode;
import java.util.List;
import java.util.Optional;

/** Nikon's own operations, as libgphoto2's {@code camlibs/ptp2} uses them on a D750. */
final class NikonOperations {
    private static final int VENDOR_PROPERTIES = 0xD000;

    /** As many events as one answer holds; more wait for the next. */
    private static final int EVENTS_PER_ANSWER = 100;

    private static final int TO_SDRAM = 1;
    private static final int CONTROL_MODE_MAX = 1;

    private final CameraBody body;

    NikonOperations(CameraBody body) {
        this.body = body;
    }

    void addTo(OperationTable table) {
        table.add(OperationCode.NIKON_INITIATE_CAPTURE_REC_IN_SDRAM, request -> press(Shutter.Destination.SDRAM));
        table.add(OperationCode.NIKON_AF_CAPTURE_SDRAM, request -> press(Shutter.Destination.SDRAM));
        table.add(OperationCode.NIKON_INITIATE_CAPTURE_REC_IN_MEDIA, this::initiateCaptureRecInMedia);
        table.add(OperationCode.NIKON_AF_DRIVE, request -> Answer.of(ResponseCode.OK));
        table.add(OperationCode.NIKON_CHANGE_CAMERA_MODE, this::changeCameraMode);
        table.add(OperationCode.NIKON_DEL_IMAGE_SDRAM, this::delImageSdram);
        table.add(OperationCode.NIKON_GET_EVENT, this::getEvent);
        table.add(
                OperationCode.NIKON_DEVICE_READY,
                request -> Answer.of(body.shutter().readiness()));
        table.add(OperationCode.NIKON_GET_VENDOR_PROP_CODES, this::getVendorPropCodes);
    }

    private Answer press(Shutter.Destination destination) {
        return Answer.of(body.shutter().press(destination));
    }

    /** Parameters: autofocus (FFFFFFFF no, FFFFFFFE yes), destination (0 card, 1 SDRAM). Answers at once. */
    private Answer initiateCaptureRecInMedia(Request request) {
        return press(request.parameter(1) == TO_SDRAM ? Shutter.Destination.SDRAM : Shutter.Destination.CARD);
    }

    /** 1 gives control to the initiator, 0 back to the body. Our body's button works in both. */
    private Answer changeCameraMode(Request request) {
        int mode = request.parameter(0);
        return Answer.of(mode < 0 || mode > CONTROL_MODE_MAX ? ResponseCode.INVALID_PARAMETER : ResponseCode.OK);
    }

    private Answer delImageSdram(Request request) {
        Optional<CardObject> buffered = body.storage().object(Storage.BUFFER_HANDLE);
        buffered.ifPresent(body.storage()::delete);
        return Answer.of(buffered.isPresent() ? ResponseCode.OK : ResponseCode.INVALID_OBJECT_HANDLE);
    }

    /** Data: a count, then code and parameter of each event; what was told is gone. */
    private Answer getEvent(Request request) {
        List<CameraEvent> events = body.events().drain(EVENTS_PER_ANSWER);
        PtpWriter writer = new PtpWriter().u16(events.size());
        events.forEach(event -> writer.u16(event.code().wire()).u32(event.parameter()));
        return Answer.data(writer.toByteArray());
    }

    private Answer getVendorPropCodes(Request request) {
        List<PropertyCode> vendors = body.properties().codes().stream()
                .filter(code -> code.wire() >= VENDOR_PROPERTIES)
                .toList();
        return Answer.data(new PtpWriter().codes(vendors).toByteArray());
    }
}
