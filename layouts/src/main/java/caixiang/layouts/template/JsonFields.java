package caixiang.layouts.template;

import caixiang.layouts.geometry.Length;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one JSON object, read strictly: each error names file and field, and no field may be left over. */
final class JsonFields {

    /** Nothing a photo lab prints is longer; it also keeps all sums far from overflow. */
    private static final Length LENGTH_MAX = Length.ofMillimetres("2000");

    private static final int TEXT_MAX = 100;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new TreeSet<>();

    private JsonFields(String file, String path, JsonNode node) throws TemplateException {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new TemplateException(file + ": " + (path.isEmpty() ? "the file" : path) + " must be an object {…}");
        }
    }

    static JsonFields parse(String file, String json) throws TemplateException {
        try {
            JsonNode node = READER.readValue(json);
            return new JsonFields(file, "", node);
        } catch (JsonProcessingException e) {
            int line = Optional.ofNullable(e.getLocation())
                    .map(location -> location.getLineNr())
                    .orElse(1);
            throw new TemplateException(file + ": line " + line + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    JsonFields object(String name) throws TemplateException {
        return new JsonFields(file, full(name), field(name));
    }

    List<JsonFields> objects(String name, int max) throws TemplateException {
        JsonNode array = field(name);
        if (!array.isArray() || array.size() > max) {
            throw problem(name, "must be a list […] of at most " + max);
        }
        var objects = new ArrayList<JsonFields>();
        for (int i = 0; i < array.size(); i++) {
            objects.add(new JsonFields(file, full(name) + "[" + i + "]", array.get(i)));
        }
        return objects;
    }

    /** Whether the field is there; asking makes it known. */
    boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    /** Full name of a field, as messages have it. */
    String path() {
        return path;
    }

    boolean flag(String name) throws TemplateException {
        if (!has(name)) {
            return false;
        }
        JsonNode value = field(name);
        if (!value.isBoolean()) {
            throw problem(name, "must be true or false, not " + value);
        }
        return value.booleanValue();
    }

    /** A list of words out of a given vocabulary, each once; all of it when the field is not there. */
    List<String> words(String name, List<String> vocabulary) throws TemplateException {
        if (!has(name)) {
            return vocabulary;
        }
        JsonNode array = field(name);
        var words = new ArrayList<String>();
        for (JsonNode word : array) {
            words.add(word.asText());
        }
        if (!array.isArray()
                || words.isEmpty()
                || !vocabulary.containsAll(words)
                || Set.copyOf(words).size() < words.size()) {
            throw problem(
                    name, "must be a list of some of " + String.join(", ", vocabulary) + ", each once, not " + array);
        }
        return words;
    }

    String text(String name) throws TemplateException {
        JsonNode value = field(name);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > TEXT_MAX) {
            throw problem(name, "must be text of 1 to " + TEXT_MAX + " characters, not " + value);
        }
        return value.textValue();
    }

    int count(String name, int max) throws TemplateException {
        JsonNode value = field(name);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1 || value.intValue() > max) {
            throw problem(name, "must be a whole number from 1 to " + max + ", not " + value);
        }
        return value.intValue();
    }

    /** Any length up to two metres either way: whether it makes sense is for the rules of the sheet. */
    Length millimetres(String name) throws TemplateException {
        JsonNode value = field(name);
        if (!value.isNumber()
                || value.decimalValue().scale() < -3
                || value.decimalValue().precision() > 12) {
            throw problem(name, "must be a number of millimetres, not " + value);
        }
        BigDecimal number = value.decimalValue();
        Length length;
        try {
            length = Length.ofMillimetres(number);
        } catch (ArithmeticException e) {
            throw new TemplateException(
                    message(name, "is finer than a thousandth of a millimetre: " + number + " mm"), e);
        }
        if (Math.abs(length.micrometres()) > LENGTH_MAX.micrometres()) {
            throw problem(name, "is beyond " + LENGTH_MAX + ": " + length);
        }
        return length;
    }

    Length positiveMillimetres(String name) throws TemplateException {
        Length length = millimetres(name);
        if (!length.isPositive()) {
            throw problem(name, "must be above 0 mm, not " + length);
        }
        return length;
    }

    /** Zero or more. */
    Length lengthOrZero(String name, Length whenMissing) throws TemplateException {
        if (!has(name)) {
            return whenMissing;
        }
        Length length = millimetres(name);
        if (length.isNegative()) {
            throw problem(name, "must not be below 0 mm, not " + length);
        }
        return length;
    }

    /** Call when all wanted fields were read. */
    void noOthers() throws TemplateException {
        var others = new TreeSet<String>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw problem(others.iterator().next(), "is unknown; the fields here are " + String.join(", ", known));
        }
    }

    TemplateException problem(String name, String what) {
        return new TemplateException(message(name, what));
    }

    private JsonNode field(String name) throws TemplateException {
        known.add(name);
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw problem(name, "is missing");
        }
        return value;
    }

    private String message(String name, String what) {
        return file + ": " + full(name) + " " + what;
    }

    private String full(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
