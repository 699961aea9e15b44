package caixiang.layouts.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a template file, from the program or from a folder, never more than a template can need. */
final class TemplateText {

    private static final int BYTES_MAX = 64 * 1024;

    private TemplateText() {}

    static String shipped(String name) throws TemplateException {
        try (InputStream in = TemplateText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new TemplateException(name + ": missing from the program");
            }
            return decode(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(Path file) throws TemplateException {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(file.toString(), in);
        } catch (IOException e) {
            throw new TemplateException(file + ": cannot be read: " + e, e);
        }
    }

    private static String decode(String name, InputStream in) throws IOException, TemplateException {
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new TemplateException(name + ": is above " + BYTES_MAX + " bytes, so it is no template");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TemplateException(name + ": is not UTF-8 text; save it as UTF-8", e);
        }
    }
}
