package caixiang.station.roster;

import caixiang.station.roster.RefusedRow.Code;
import caixiang.station.roster.RosterTable.RosterRow;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a roster from the bytes of a CSV file: UTF-8 or GB18030, separated by commas, semicolons or tabs, a header in
 * Chinese or with the registry's codes, columns in any order, unknown columns ignored. Every row that cannot be taken is
 * named; nothing is guessed and nothing is shortened.
 */
public final class RosterReader {
    public static final int BYTES_MAX = 20_000_000;
    public static final int ROWS_MAX = 50_000;
    /** More would not be read by anyone; the first ones say what is wrong with the file. */
    public static final int REFUSED_MAX = 200;

    private static final int RECORD_CHARACTERS_MAX = 100_000;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final List<RosterRow> rows = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private final Set<String> studentNumbers = new HashSet<>();
    private final Set<IdNumber> idNumbers = new HashSet<>();

    private RosterReader() {}

    public static RosterTable read(byte[] bytes) {
        RosterReader reader = new RosterReader();
        if (bytes.length > BYTES_MAX) {
            return reader.unreadable(1, Code.TOO_LONG, "");
        }
        Optional<RosterText> text = RosterText.decode(bytes);
        if (text.isEmpty()) {
            return reader.unreadable(1, Code.UNREADABLE, "");
        }
        return reader.readText(text.get());
    }

    private RosterTable readText(RosterText text) {
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text.text()))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(RECORD_CHARACTERS_MAX)
                .ofCsvRecord(text.text())) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                return unreadable(1, Code.MISSING_COLUMN, text.encoding());
            }
            RosterHeader header = RosterHeader.of(records.next().getFields());
            refused.addAll(header.problems());
            while (refused.size() < REFUSED_MAX && header.problems().isEmpty() && records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                if (rows.size() == ROWS_MAX) {
                    return unreadable(line, Code.TOO_LONG, text.encoding());
                }
                take(row, header);
            }
        } catch (CsvParseException e) {
            return unreadable(line, Code.UNREADABLE, text.encoding());
        } catch (IOException e) {
            throw new AssertionError("text in memory is closed without input or output", e);
        }
        return new RosterTable(rows, text.encoding(), refused);
    }

    private RosterTable unreadable(long line, Code code, String encoding) {
        refused.add(new RefusedRow(line, Optional.empty(), code));
        return new RosterTable(List.of(), encoding, refused);
    }

    private void take(CsvRecord row, RosterHeader header) {
        List<String> fields = row.getFields();
        if (fields.stream().allMatch(String::isBlank)) {
            return;
        }
        int refusedBefore = refused.size();
        long line = row.getStartingLineNumber();
        if (fields.stream().skip(header.width()).anyMatch(field -> !field.isBlank())) {
            // A separator inside a value that is not quoted has moved the values after it to wrong columns.
            refused.add(new RefusedRow(line, Optional.empty(), Code.UNREADABLE));
            return;
        }
        String student = field(line, fields, header, RosterHeader.Column.STUDENT_NUMBER);
        String name = field(line, fields, header, RosterHeader.Column.NAME);
        String idTyped = field(line, fields, header, RosterHeader.Column.ID_NUMBER);
        String college = field(line, fields, header, RosterHeader.Column.COLLEGE);
        String className = field(line, fields, header, RosterHeader.Column.CLASS_NAME);
        String studentNumber = IdNumber.normalise(student);
        Optional<IdNumber> idNumber = IdNumber.parse(idTyped);
        if (!idTyped.isEmpty() && idNumber.isEmpty()) {
            refuse(line, header, RosterHeader.Column.ID_NUMBER, Code.BAD_ID_NUMBER);
        }
        if (!studentNumber.isEmpty() && !studentNumbers.add(studentNumber)) {
            refuse(line, header, RosterHeader.Column.STUDENT_NUMBER, Code.DUPLICATE);
        }
        if (idNumber.isPresent() && !idNumbers.add(idNumber.get())) {
            refuse(line, header, RosterHeader.Column.ID_NUMBER, Code.DUPLICATE);
        }
        if (refused.size() == refusedBefore) {
            rows.add(new RosterRow(line, new Person(studentNumber, name, idNumber, college, className)));
        }
    }

    private String field(long line, List<String> fields, RosterHeader header, RosterHeader.Column column) {
        int index = header.index(column);
        String value =
                index < 0 || index >= fields.size() ? "" : fields.get(index).strip();
        if (value.isEmpty() && column.required) {
            refuse(line, header, column, Code.MISSING_VALUE);
        } else if (value.codePointCount(0, value.length()) > column.lengthMax) {
            refuse(line, header, column, Code.TOO_LONG);
        } else if (value.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL || c == 0xFFFD)) {
            refuse(line, header, column, Code.UNREADABLE);
        }
        return value;
    }

    private void refuse(long line, RosterHeader header, RosterHeader.Column column, Code code) {
        refused.add(new RefusedRow(line, Optional.of(header.title(column)), code));
    }

    /** Spreadsheets save with a semicolon or a tab in some languages; the header shows which. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
