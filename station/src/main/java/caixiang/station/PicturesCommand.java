package caixiang.station;

import caixiang.station.PicturesClient.Named;
import caixiang.station.PicturesClient.RefusedException;
import caixiang.station.PicturesClient.Sent;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code station import-pictures DIR}: says which person each self-taken picture of a folder would go to, and with
 * {@code --accept} sends them to the running station and gives them to these people, as one move that is undone as one.
 */
final class PicturesCommand {
    static final String USAGE = """
            Usage: station import-pictures DIR [--accept] [--station URL]

              DIR              a folder of JPEG pictures, each named by student number, identity number or full name
              --accept         take the pictures in; without it nothing is sent and the lines say what would happen
              --station URL    the running station's console (http://127.0.0.1:8080)

            Pictures whose file names nobody, or perhaps several people, stay in the tray for somebody to look at.

            Exit status: 0 every picture has its person, 1 some have not or were refused, 2 usage, 3 no station answers.
            """;

    static final int FINE = 0;
    static final int LEFT = 1;
    static final int USAGE_ERROR = 2;
    static final int UNREACHABLE = 3;

    private static final String STATION = "http://127.0.0.1:8080";
    private static final int NAMES_AT_ONCE = 200;
    private static final int MOVED_AT_ONCE = 1500;
    private static final int FOLDERS_DEEP_MAX = 8;

    private final PrintStream out;
    private final PrintStream err;

    PicturesCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** What was typed. */
    private record Order(Path folder, boolean accept, URI station) {}

    /** @param words those after {@code import-pictures} */
    int run(List<String> words) {
        try {
            Order order = order(words);
            List<Path> pictures = pictures(order.folder());
            if (pictures.isEmpty()) {
                throw new Arguments.UsageException("there is no JPEG in " + order.folder());
            }
            PicturesClient station = new PicturesClient(order.station());
            return order.accept() ? accept(station, pictures) : preview(station, pictures);
        } catch (Arguments.UsageException e) {
            err.println("station: " + e.getMessage());
            err.println(USAGE);
            return USAGE_ERROR;
        } catch (RefusedException e) {
            err.println("station: 工作站拒绝 the station refuses: " + e.getMessage());
            return LEFT;
        } catch (IOException e) {
            err.println("station: 连不上工作站或读不出文件夹 no station answers, or the folder cannot be read: " + e.getMessage());
            return UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNREACHABLE;
        }
    }

    private static Order order(List<String> words) throws Arguments.UsageException {
        Optional<Path> folder = Optional.empty();
        boolean accept = false;
        String station = STATION;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--accept")) {
                accept = true;
            } else if (word.equals("--station") && i + 1 < words.size()) {
                station = words.get(++i);
            } else if (word.startsWith("--") || folder.isPresent()) {
                throw new Arguments.UsageException("not understood: " + word);
            } else {
                folder = Optional.of(Path.of(word));
            }
        }
        Path found = folder.filter(Files::isDirectory)
                .orElseThrow(() -> new Arguments.UsageException("say which folder the pictures lie in"));
        if (!station.matches("https?://[^/?#]+/?")) {
            throw new Arguments.UsageException("--station needs the console's address, such as " + STATION);
        }
        return new Order(found, accept, URI.create(station));
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FOLDERS_DEEP_MAX)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name(file).toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"))
                    .sorted()
                    .toList();
        }
    }

    /** The dry run: nothing is sent but the names. */
    private int preview(PicturesClient station, List<Path> pictures)
            throws IOException, InterruptedException, RefusedException {
        int known = 0;
        for (int from = 0; from < pictures.size(); from += NAMES_AT_ONCE) {
            List<Path> batch = pictures.subList(from, Math.min(pictures.size(), from + NAMES_AT_ONCE));
            List<Named> named =
                    station.find(batch.stream().map(PicturesCommand::name).toList());
            for (int i = 0; i < batch.size(); i++) {
                known += named.get(i).isKnown() ? 1 : 0;
                out.printf("%s  →  %s%n", name(batch.get(i)), words(named.get(i)));
            }
        }
        out.printf(
                "%d 张，其中 %d 张认得出人；什么都没有导入，加 --accept 才导入%n"
                        + "%d pictures, %d of them name a person; nothing was taken in, --accept does it%n",
                pictures.size(), known, pictures.size(), known);
        return known == pictures.size() ? FINE : LEFT;
    }

    private static String words(Named named) {
        String number = named.number() == 0 ? "导入时给号 gets a number" : String.format("%04d", named.number());
        return switch (named.person()) {
            case "known" -> number + "  " + named.studentNumber() + "  " + named.maskedName();
            case "ambiguous" -> "留在待认领：可能是好几个人 stays in the tray: may be several people";
            default -> "留在待认领：名单里没有这个人 stays in the tray: nobody on the list";
        };
    }

    private int accept(PicturesClient station, List<Path> pictures)
            throws IOException, InterruptedException, RefusedException {
        List<String> named = new ArrayList<>();
        int left = 0;
        for (Path picture : pictures) {
            try {
                Sent sent = station.send(name(picture), picture);
                out.printf("%s  →  %s%n", name(picture), words(sent));
                if (sent.isToBeMoved()) {
                    named.add(sent.frameId());
                } else if (!sent.result().equals("already-there")) {
                    left++;
                }
            } catch (RefusedException e) {
                out.printf("%s  ✗  %s%n", name(picture), e.getMessage());
                left++;
            }
        }
        for (int from = 0; from < named.size(); from += MOVED_AT_ONCE) {
            station.moveNamed(named.subList(from, Math.min(named.size(), from + MOVED_AT_ONCE)));
        }
        out.printf(
                "%d 张已归属（在「归属」里一次撤销），%d 张留待人看%n%d given to their people (undone at one go under Owners),"
                        + " %d left for somebody to look at%n",
                named.size(), left, named.size(), left);
        return left == 0 ? FINE : LEFT;
    }

    private static String words(Sent sent) {
        if (sent.result().equals("already-there")) {
            return "早已导入 imported before";
        }
        return sent.number() == 0
                ? "待认领 the tray"
                : String.format("%04d%s", sent.number(), sent.frameId().isEmpty() ? " 稍后归档 filed soon" : "");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
