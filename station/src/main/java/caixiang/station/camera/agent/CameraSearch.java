package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraPort;
import caixiang.station.camera.gphoto2.DetectedCamera;
import caixiang.station.camera.gphoto2.GphotoCamera;
import caixiang.station.camera.gphoto2.GphotoLibrary;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the camera until it is there. */
final class CameraSearch {
    private static final Logger log = LoggerFactory.getLogger(CameraSearch.class);

    /** A failed connection may leave two file descriptors behind; then a fresh process goes on searching. */
    private static final int ATTEMPTS_MAX = 30;

    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long WAIT_MAX_MILLIS = 5_000;

    /** A body that wakes up answers late, several times in a row. */
    private static final long CONNECT_SILENT_MILLIS = 30_000;

    /** The model whose driver libgphoto2's own program takes for every camera behind {@code ptpip:}. */
    private static final String PTPIP_DRIVER = "PTP/IP Camera";

    private final GphotoLibrary library;
    private final CameraPort port;
    private final StationLink link;

    CameraSearch(GphotoLibrary library, CameraPort port, StationLink link) {
        this.library = library;
        this.port = port;
        this.link = link;
    }

    /** Empty when told to stop, when the station is gone, or after many attempts. */
    Optional<FoundCamera> find() throws InterruptedException {
        long waitMillis = FIRST_WAIT_MILLIS;
        for (int attempt = 0; attempt < ATTEMPTS_MAX && !link.isLost(); attempt++) {
            link.send(new AgentMessage.Alive("connecting to " + port, CONNECT_SILENT_MILLIS));
            try {
                return Optional.of(open());
            } catch (CameraException e) {
                log.info("no camera yet: {}", e.getMessage());
                link.send(new AgentMessage.Searching(e.fault(), e.detail()));
            }
            Optional<StationMessage> order = link.order(waitMillis);
            if (order.isPresent()) {
                log.info("search ended by {}", order.get());
                return Optional.empty();
            }
            waitMillis = Math.min(2 * waitMillis, WAIT_MAX_MILLIS);
        }
        return Optional.empty();
    }

    private FoundCamera open() throws CameraException {
        DetectedCamera place = place();
        GphotoCamera camera = library.open(place);
        String model = camera.model().orElse(place.driver());
        Optional<String> serial = camera.serial();
        if (serial.isEmpty()) {
            log.warn("{} at {} names no serial number; it is known by model and port", model, place.port());
        }
        String known = serial.orElse(model + "@" + place.port());
        return new FoundCamera(camera, new CameraIdentity(known, model, place.port()));
    }

    private DetectedCamera place() throws CameraException {
        return switch (port.kind()) {
            case AUTO -> detected("usb:");
            case USB -> detected(port.place());
            case PTPIP -> {
                String address = address(port.place()) + ":" + port.tcpPort();
                // The event connection has a port of its own in the path, which would default to 15740.
                yield new DetectedCamera(PTPIP_DRIVER, "ptpip:" + address + ":" + port.tcpPort());
            }
        };
    }

    private DetectedCamera detected(String prefix) throws CameraException {
        return library.detect().stream()
                .filter(camera -> camera.port().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new CameraException(CameraFault.NOT_FOUND, "no camera at " + prefix));
    }

    /** libgphoto2 takes nothing but dotted IPv4. */
    private static String address(String host) throws CameraException {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(Inet4Address.class::isInstance)
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElseThrow(() -> new CameraException(
                            CameraFault.NOT_FOUND, host + " has no IPv4 address; libgphoto2 needs one"));
        } catch (UnknownHostException e) {
            throw new CameraException(CameraFault.NOT_FOUND, "host name " + host + " is unknown");
        }
    }
}
