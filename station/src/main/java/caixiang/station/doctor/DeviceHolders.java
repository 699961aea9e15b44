package caixiang.station.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which processes hold a USB device open, as Linux tells in {@code /proc}. Other users' processes can be seen by root
 * only.
 */
final class DeviceHolders {
    private final Path proc;
    private final Path usb;

    DeviceHolders(Path proc, Path usb) {
        this.proc = proc;
        this.usb = usb;
    }

    /** The programs' names with their process numbers, for a port such as {@code usb:001,004}. */
    List<String> of(String port) {
        Path node = node(port);
        try (Stream<Path> processes = Files.list(proc)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]{1,10}"))
                    .filter(process -> holds(process, node))
                    .map(DeviceHolders::name)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    boolean mayOpen(String port) {
        return Files.isReadable(node(port)) && Files.isWritable(node(port));
    }

    private Path node(String port) {
        return usb.resolve(port.replaceFirst("^usb:", "").replace(',', '/'));
    }

    private static boolean holds(Path process, Path node) {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> isLinkTo(descriptor, node));
        } catch (IOException | UncheckedIOException e) {
            // It has just ended, or belongs to somebody else.
            return false;
        }
    }

    private static boolean isLinkTo(Path descriptor, Path node) {
        try {
            return Files.readSymbolicLink(descriptor).equals(node);
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path process) {
        String number = process.getFileName().toString();
        try {
            return Files.readString(process.resolve("comm")).strip() + " (" + number + ")";
        } catch (IOException e) {
            return "process " + number;
        }
    }
}
