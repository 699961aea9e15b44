package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectFormat;
import caixiang.sim.ptp.ObjectInfo;
import caixiang.sim.ptp.StorageInfo;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The memory card: pictures in DCF folders (JEITA CP-3461), {@code DCIM/100ND750/DSC_0001.JPG} and on. Handles are
 * given once and never again, so that a late request can never fetch another person's frame. Safe for use by several
 * threads.
 */
public final class Card {
    public static final int STORAGE_ID = 0x0001_0001;

    /** DCF numbers files 0001 to 9999 within a folder. */
    public static final int FILE_NUMBER_MAX = 9999;

    private static final int FIRST_HANDLE = 0x0B00_0001;

    /** Handles set aside for one card, so that those of two cards in one body never meet. */
    private static final int HANDLES_PER_CARD = 0x0010_0000;

    private static final int FIRST_FOLDER_NUMBER = 100;
    private static final int FOLDER_NUMBER_MAX = 999;
    private static final long TYPICAL_FRAME_BYTES = 9_000_000;

    private final Map<Integer, CardObject> objects = new LinkedHashMap<>();
    private final long capacityBytes;
    private final int dcim;
    private long usedBytes;
    private int nextHandle;
    private int folderNumber = FIRST_FOLDER_NUMBER;
    private int folder;
    private int nextFileNumber;

    /** @param firstFileNumber the number of the first file, 1 to {@link #FILE_NUMBER_MAX} */
    public Card(long capacityBytes, int firstFileNumber, LocalDateTime formatted) {
        this(0, capacityBytes, firstFileNumber, formatted);
    }

    /** @param index how many cards were in this body before */
    Card(int index, long capacityBytes, int firstFileNumber, LocalDateTime formatted) {
        this.nextHandle = FIRST_HANDLE + index * HANDLES_PER_CARD;
        this.capacityBytes = capacityBytes;
        this.nextFileNumber = firstFileNumber;
        this.dcim = addFolder(0, "DCIM", formatted);
        this.folder = addFolder(dcim, folderName(), formatted);
    }

    /** What an exposure brought: its files in the order given, and their folder when that is new, too. */
    public record Stored(Optional<CardObject> newFolder, List<CardObject> files) {
        public CardObject file() {
            return files.get(0);
        }
    }

    /** Whether a file of this size fits. */
    public synchronized boolean hasRoomFor(long sizeBytes) {
        boolean numbersLeft = folderNumber < FOLDER_NUMBER_MAX || nextFileNumber <= FILE_NUMBER_MAX;
        return numbersLeft && usedBytes + sizeBytes <= capacityBytes;
    }

    /** Whether one more frame of usual size fits. */
    public boolean hasRoom() {
        return hasRoomFor(TYPICAL_FRAME_BYTES);
    }

    /** Gives the files of one exposure one number and a handle each; ask {@link #hasRoomFor} first. */
    synchronized Stored add(List<ExposedFile> exposed) {
        Optional<CardObject> newFolder = Optional.empty();
        if (nextFileNumber > FILE_NUMBER_MAX) {
            nextFileNumber = 1;
            folderNumber++;
            folder = addFolder(dcim, folderName(), exposed.get(0).at());
            newFolder = Optional.of(object(folder).orElseThrow());
        }
        String stem = String.format(Locale.ROOT, "DSC_%04d.", nextFileNumber++);
        List<CardObject> files = new ArrayList<>();
        for (ExposedFile each : exposed) {
            CardObject file = each.as(
                    nextHandle++,
                    new ObjectInfo.Place(STORAGE_ID, folder),
                    stem + each.kind().extension());
            objects.put(file.handle(), file);
            usedBytes += each.sizeBytes();
            files.add(file);
        }
        return new Stored(newFolder, List.copyOf(files));
    }

    public synchronized Optional<CardObject> object(int handle) {
        return Optional.ofNullable(objects.get(handle));
    }

    /** Where a file lies on the card, as in {@code DCIM/100ND750/DSC_0001.JPG}. */
    public synchronized String pathOf(CardObject object) {
        String name = object.info().fileName();
        return object(object.parent())
                .map(folder -> pathOf(folder) + "/" + name)
                .orElse(name);
    }

    /** All objects in the order they were made. */
    public synchronized List<CardObject> objects() {
        return List.copyOf(objects.values());
    }

    /** Removes a file. Folders stay. */
    public synchronized void delete(CardObject file) {
        if (!file.isFolder() && objects.remove(file.handle()) != null) {
            usedBytes -= file.info().content().sizeBytes();
        }
    }

    public synchronized StorageInfo storageInfo() {
        long free = capacityBytes - usedBytes;
        return new StorageInfo(capacityBytes, free, (int) (free / TYPICAL_FRAME_BYTES), "NIKON D750");
    }

    private String folderName() {
        return folderNumber + "ND750";
    }

    private int addFolder(int parent, String name, LocalDateTime created) {
        ObjectInfo info = new ObjectInfo(
                new ObjectInfo.Place(STORAGE_ID, parent),
                new ObjectInfo.Content(ObjectFormat.ASSOCIATION, 0, ObjectInfo.Picture.NONE),
                ObjectInfo.Picture.NONE,
                name,
                created);
        int handle = nextHandle++;
        objects.put(handle, new CardObject(handle, info, Optional.empty()));
        return handle;
    }
}
