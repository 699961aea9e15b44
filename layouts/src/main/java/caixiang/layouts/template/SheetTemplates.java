package caixiang.layouts.template;

import caixiang.layouts.sheet.SheetTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A set of sheet templates by name, each of them read, checked and fit to print. Safe for several threads. */
public final class SheetTemplates {

    private static final List<String> SHIPPED = List.of(
            "4x2in.json",
            "8x1in.json",
            "4x2in-4x6.json",
            "8x1in-4x6.json",
            "4x2in-a6.json",
            "8x1in-a6.json",
            "set-5x7.json",
            "set-4x6.json",
            "set-a4.json");
    private static final int FILES_MAX = 200;

    private final Map<String, SheetTemplate> byName = new TreeMap<>();

    private SheetTemplates() {}

    /** The templates that come with the program; {@code docs/templates.md} lists them. */
    public static SheetTemplates shipped() {
        return ours(() -> {
            var templates = new SheetTemplates();
            PhotoSizes photoSizes = PhotoSizes.shipped();
            for (String file : SHIPPED) {
                templates.add("shipped " + file, TemplateText.shipped(file), photoSizes);
            }
            return templates;
        });
    }

    /**
     * The shipped templates and those of a lab's own folder: every {@code *.json} in it. They may use the shipped photo
     * sizes and those of a {@code photo-sizes.json} in the folder.
     *
     * @throws TemplateException if the folder cannot be read, is empty, or any file in it is wrong
     */
    public static SheetTemplates from(Path folder) throws TemplateException {
        PhotoSizes photoSizes = PhotoSizes.shipped();
        Path own = folder.resolve(PhotoSizes.FILE);
        if (Files.exists(own)) {
            photoSizes = photoSizes.with(own.toString(), TemplateText.of(own));
        }
        var templates = new SheetTemplates();
        templates.byName.putAll(shipped().byName);
        for (Path file : files(folder)) {
            templates.add(file.toString(), TemplateText.of(file), photoSizes);
        }
        return templates;
    }

    /**
     * The template of this name.
     *
     * @throws TemplateException if there is none; the message lists those there are
     */
    public SheetTemplate get(String name) throws TemplateException {
        SheetTemplate template = byName.get(name);
        if (template == null) {
            throw new TemplateException("no template " + name + "; there are " + String.join(", ", byName.keySet()));
        }
        return template;
    }

    /** In the order of their names. */
    public List<SheetTemplate> all() {
        return List.copyOf(byName.values());
    }

    private void add(String file, String json, PhotoSizes photoSizes) throws TemplateException {
        SheetTemplate template = TemplateFile.read(file, json, photoSizes);
        if (byName.putIfAbsent(template.name(), template) != null) {
            throw new TemplateException(file + ": name " + template.name()
                    + " is used by another file in the same folder or by the program; choose another name");
        }
    }

    private static List<Path> files(Path folder) throws TemplateException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(SheetTemplates::isTemplate)
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
        } catch (IOException e) {
            throw new TemplateException(folder + ": cannot be read as a folder of templates: " + e, e);
        }
        if (files.isEmpty() || files.size() > FILES_MAX) {
            throw new TemplateException(folder + ": needs 1 to " + FILES_MAX + " templates (*.json)");
        }
        return files;
    }

    private static boolean isTemplate(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.equals(PhotoSizes.FILE);
    }

    /** Wrong files of our own are our mistake, not the operator's. */
    static <T> T ours(Reading<T> reading) {
        try {
            return reading.read();
        } catch (TemplateException e) {
            throw new AssertionError("the program's own templates are wrong", e);
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws TemplateException;
    }
}
