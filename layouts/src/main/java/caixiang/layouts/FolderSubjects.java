package caixiang.layouts;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** People of a lab without a station: a folder of pictures, and perhaps a list that says whose they are. */
final class FolderSubjects implements SubjectSource {

    private static final int PEOPLE_MAX = 100_000;
    private static final long LIST_BYTES_MAX = 32 << 20;

    /** Each column by the words its heading may have. */
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "number", List.of("number", "号码", "拍摄号", "学号"),
            "name", List.of("name", "姓名"),
            "class", List.of("class", "班级"),
            "file", List.of("file", "文件"),
            "remark", List.of("remark", "备注"));

    @Override
    public Set<String> options() {
        return Set.of("--pictures", "--people", "--class");
    }

    @Override
    public String usage() {
        return """
                  --pictures DIR    照片文件夹；文件名即号码 / folder of portraits; the file name is the number
                  --people FILE     名单 CSV（UTF-8）：号码,姓名,班级,文件,备注 / list with a heading: number,name,class,file,remark
                  --class NAME      只要此班 / this class only
                """;
    }

    @Override
    public List<Subject> subjects(Map<String, String> options) throws SourceException {
        String given = options.get("--pictures");
        if (given == null) {
            throw new SourceException("需要 --pictures 照片文件夹 / needs --pictures, a folder of portraits");
        }
        Path folder = Path.of(given);
        String list = options.get("--people");
        List<Subject> subjects = list == null ? ofFolder(folder) : ofList(folder, Path.of(list));
        String wanted = options.get("--class");
        List<Subject> chosen = subjects.stream()
                .filter(subject -> wanted == null || subject.group().equals(wanted))
                .toList();
        if (chosen.isEmpty()) {
            throw new SourceException(
                    (wanted == null ? "没有照片 / no portraits in " + folder : "没有此班 / nobody of class " + wanted));
        }
        return chosen;
    }

    private static List<Subject> ofFolder(Path folder) throws SourceException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isJpeg(file.getFileName().toString()))
                    .sorted()
                    .limit(PEOPLE_MAX)
                    .map(file -> new Subject(
                            Optional.ofNullable(folder.toAbsolutePath().getFileName())
                                    .map(Path::toString)
                                    .orElse(""),
                            stem(file.getFileName().toString()),
                            "",
                            Optional.of(file),
                            ""))
                    .toList();
        } catch (IOException e) {
            throw new SourceException("无法读取文件夹 / the folder cannot be read: " + e, e);
        }
    }

    private static List<Subject> ofList(Path folder, Path list) throws SourceException {
        List<String> lines = lines(list);
        if (lines.isEmpty()) {
            throw new SourceException(list + ": 名单是空的 / is empty");
        }
        List<String> heading = cells(list, 1, lines.get(0));
        var subjects = new ArrayList<Subject>();
        var numbers = new HashSet<String>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            List<String> row = cells(list, i + 1, lines.get(i));
            String number = cell(heading, row, "number");
            if (number.isBlank()) {
                throw new SourceException(list + " 第 / line " + (i + 1)
                        + ": 缺号码 / has no number; the heading needs one of " + HEADINGS.get("number"));
            }
            if (!numbers.add(number)) {
                throw new SourceException(list + " 第 / line " + (i + 1) + ": 号码重复 / number twice: " + number);
            }
            String file = cell(heading, row, "file");
            subjects.add(new Subject(
                    cell(heading, row, "class"),
                    number,
                    cell(heading, row, "name"),
                    portrait(folder, file.isBlank() ? number + ".jpg" : file),
                    cell(heading, row, "remark")));
        }
        return subjects;
    }

    private static Optional<Path> portrait(Path folder, String file) throws SourceException {
        try {
            Path portrait = folder.resolve(file);
            return Files.isRegularFile(portrait) ? Optional.of(portrait) : Optional.empty();
        } catch (InvalidPathException e) {
            throw new SourceException("文件名无效 / no file can be called " + file, e);
        }
    }

    private static List<String> lines(Path list) throws SourceException {
        try {
            if (Files.size(list) > LIST_BYTES_MAX) {
                throw new SourceException(list + ": 太大 / is above 32 MB, so it is no list");
            }
            String text = Files.readString(list, StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "").lines().limit(PEOPLE_MAX + 1L).toList();
        } catch (CharacterCodingException e) {
            throw new SourceException(list + ": 不是 UTF-8，请另存为 UTF-8 / is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new SourceException("无法读取名单 / the list cannot be read: " + e, e);
        }
    }

    private static List<String> cells(Path list, int line, String text) throws SourceException {
        if (text.indexOf('"') >= 0) {
            throw new SourceException(
                    list + " 第 / line " + line + ": 不支持引号 / has quotes, which this simple list may not have");
        }
        return Stream.of(text.split(text.indexOf('\t') >= 0 ? "\t" : ",", -1))
                .map(String::strip)
                .toList();
    }

    private static String cell(List<String> heading, List<String> row, String column) {
        for (String word : HEADINGS.getOrDefault(column, List.of())) {
            int at = heading.indexOf(word);
            if (at >= 0 && at < row.size()) {
                return row.get(at);
            }
        }
        return "";
    }

    private static boolean isJpeg(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
