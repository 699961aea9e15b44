package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.Card;
import caixiang.sim.camera.body.CardObject;
import caixiang.sim.camera.body.PropertyTable;
import caixiang.sim.camera.body.Thumbnail;
import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.ObjectFormat;
import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptp.PtpWriter;
import caixiang.sim.ptp.ResponseCode;
import java.util.List;
import java.util.Optional;

/** The operations every camera has: ISO 15740:2013 §10.4. */
final class StandardOperations {
    private static final int ALL_STORAGES = 0xFFFF_FFFF;
    private static final int PARENT_ANY = 0;
    private static final int PARENT_ROOT = 0xFFFF_FFFF;
    private static final int ALL_OBJECTS = 0xFFFF_FFFF;

    /** Property codes from here up are the vendor's, told by the vendor's own operation. */
    private static final int VENDOR_PROPERTIES = 0xD000;

    private final Personality personality;
    private final DeviceInfo.Identity identity;
    private final CameraBody body;
    private final OperationTable table;
    private final Session session;

    private StandardOperations(
            Personality personality,
            DeviceInfo.Identity identity,
            CameraBody body,
            OperationTable table,
            Session session) {
        this.personality = personality;
        this.identity = identity;
        this.body = body;
        this.table = table;
        this.session = session;
    }

    static void addTo(
            OperationTable table,
            Personality personality,
            DeviceInfo.Identity identity,
            CameraBody body,
            Session session) {
        StandardOperations standard = new StandardOperations(personality, identity, body, table, session);
        table.add(OperationCode.GET_DEVICE_INFO, standard::getDeviceInfo);
        table.add(OperationCode.OPEN_SESSION, standard::openSession);
        table.add(OperationCode.CLOSE_SESSION, standard::closeSession);
        table.add(OperationCode.GET_STORAGE_IDS, request -> u32Array(List.of(Card.STORAGE_ID)));
        table.add(OperationCode.GET_STORAGE_INFO, standard::getStorageInfo);
        table.add(OperationCode.GET_NUM_OBJECTS, standard::getNumObjects);
        table.add(OperationCode.GET_OBJECT_HANDLES, standard::getObjectHandles);
        table.add(OperationCode.GET_OBJECT_INFO, standard::getObjectInfo);
        table.add(OperationCode.GET_OBJECT, standard::getObject);
        table.add(OperationCode.GET_THUMB, standard::getThumb);
        table.add(OperationCode.GET_PARTIAL_OBJECT, standard::getPartialObject);
        table.add(OperationCode.DELETE_OBJECT, standard::deleteObject);
        table.add(OperationCode.GET_DEVICE_PROP_DESC, standard::getDevicePropDesc);
        table.add(OperationCode.GET_DEVICE_PROP_VALUE, standard::getDevicePropValue);
        table.add(OperationCode.SET_DEVICE_PROP_VALUE, standard::setDevicePropValue);
    }

    private Answer getDeviceInfo(Request request) {
        DeviceInfo.Supported supported = new DeviceInfo.Supported(
                table.codes(),
                personality.events(),
                body.properties().codes().stream()
                        .filter(code -> code.wire() < VENDOR_PROPERTIES)
                        .toList(),
                List.of(ObjectFormat.EXIF_JPEG),
                List.of(ObjectFormat.EXIF_JPEG, ObjectFormat.UNDEFINED, ObjectFormat.ASSOCIATION));
        return Answer.data(new DeviceInfo(personality.vendorExtension(), supported, identity).encode());
    }

    private Answer openSession(Request request) {
        if (session.isOpen()) {
            return Answer.of(ResponseCode.SESSION_ALREADY_OPEN, session.id());
        }
        if (request.parameter(0) == 0) {
            return Answer.of(ResponseCode.INVALID_PARAMETER);
        }
        session.open(request.parameter(0));
        return Answer.of(ResponseCode.OK);
    }

    private Answer closeSession(Request request) {
        session.close();
        return Answer.of(ResponseCode.OK);
    }

    private Answer getStorageInfo(Request request) {
        if (request.parameter(0) != Card.STORAGE_ID) {
            return Answer.of(ResponseCode.INVALID_STORAGE_ID);
        }
        return Answer.data(body.card().storageInfo().encode());
    }

    private Answer getNumObjects(Request request) {
        return refusedListing(request)
                .orElseGet(() -> Answer.of(ResponseCode.OK, handles(request).size()));
    }

    private Answer getObjectHandles(Request request) {
        return refusedListing(request).orElseGet(() -> u32Array(handles(request)));
    }

    private Optional<Answer> refusedListing(Request request) {
        int storage = request.parameter(0);
        int parent = request.parameter(2);
        if (storage != ALL_STORAGES && storage != Card.STORAGE_ID) {
            return Optional.of(Answer.of(ResponseCode.INVALID_STORAGE_ID));
        }
        if (request.parameter(1) != 0) {
            return Optional.of(Answer.of(ResponseCode.SPECIFICATION_BY_FORMAT_UNSUPPORTED));
        }
        boolean folder = parent == PARENT_ANY
                || parent == PARENT_ROOT
                || body.card().object(parent).filter(CardObject::isFolder).isPresent();
        return folder ? Optional.empty() : Optional.of(Answer.of(ResponseCode.INVALID_PARENT_OBJECT));
    }

    private List<Integer> handles(Request request) {
        int parent = request.parameter(2);
        int folder = parent == PARENT_ROOT ? 0 : parent;
        return body.card().objects().stream()
                .filter(object -> parent == PARENT_ANY || object.parent() == folder)
                .map(CardObject::handle)
                .toList();
    }

    private Answer getObjectInfo(Request request) {
        return body.storage()
                .object(request.parameter(0))
                .map(object -> Answer.data(object.info().encode()))
                .orElseGet(() -> Answer.of(ResponseCode.INVALID_OBJECT_HANDLE));
    }

    private Answer getObject(Request request) {
        return part(request.parameter(0), 0, Long.MAX_VALUE)
                .map(Answer::data)
                .orElseGet(() -> Answer.of(ResponseCode.INVALID_OBJECT_HANDLE));
    }

    private Answer getThumb(Request request) {
        Optional<CardObject> object = body.storage().object(request.parameter(0));
        if (object.isEmpty()) {
            return Answer.of(ResponseCode.INVALID_OBJECT_HANDLE);
        }
        boolean hasThumbnail = object.get().info().thumbnail().sizeBytes() > 0;
        return hasThumbnail ? Answer.data(Thumbnail.bytes()) : Answer.of(ResponseCode.NO_THUMBNAIL_PRESENT);
    }

    /** The length sent is also the response's parameter. */
    private Answer getPartialObject(Request request) {
        long offset = Integer.toUnsignedLong(request.parameter(1));
        long most = Integer.toUnsignedLong(request.parameter(2));
        return part(request.parameter(0), offset, most)
                .map(data -> Answer.data(data, (int) data.lengthBytes()))
                .orElseGet(() -> Answer.of(ResponseCode.INVALID_OBJECT_HANDLE));
    }

    /** A part of a file, cut off at its end. */
    private Optional<DataIn> part(int handle, long offset, long most) {
        return body.storage()
                .object(handle)
                .flatMap(object -> object.file().map(file -> {
                    long size = object.info().content().sizeBytes();
                    return DataIn.of(file, offset, Math.max(0, Math.min(most, size - offset)));
                }));
    }

    private Answer deleteObject(Request request) {
        if (request.parameter(0) == ALL_OBJECTS) {
            body.card().objects().stream().filter(object -> !object.isFolder()).forEach(body.storage()::delete);
            return Answer.of(ResponseCode.OK);
        }
        Optional<CardObject> object = body.storage().object(request.parameter(0));
        if (object.isEmpty()) {
            return Answer.of(ResponseCode.INVALID_OBJECT_HANDLE);
        }
        if (object.get().isFolder()) {
            return Answer.of(ResponseCode.OBJECT_WRITE_PROTECTED);
        }
        body.storage().delete(object.get());
        return Answer.of(ResponseCode.OK);
    }

    private Answer getDevicePropDesc(Request request) {
        return propertyData(properties().describe(request.parameter(0)));
    }

    private Answer getDevicePropValue(Request request) {
        return propertyData(properties().value(request.parameter(0)));
    }

    private Answer setDevicePropValue(Request request) {
        return Answer.of(properties().set(request.parameter(0), request.data().bytes()));
    }

    private PropertyTable properties() {
        return body.properties();
    }

    private static Answer propertyData(Optional<byte[]> bytes) {
        return bytes.map(Answer::data).orElseGet(() -> Answer.of(ResponseCode.DEVICE_PROP_NOT_SUPPORTED));
    }

    private static Answer u32Array(List<Integer> items) {
        return Answer.data(new PtpWriter().u32Array(items).toByteArray());
    }
}
