package caixiang.sim.rehearsal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads who comes to the rehearsal from the same roster the station reads; UTF-8. */
final class RosterFile {
    private static final List<String> STUDENT_NUMBER_HEADINGS = List.of("学号", "XH");

    private RosterFile() {}

    /** The student numbers of the first people. */
    static List<String> students(Path file, int people) throws IOException {
        List<String> students = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : records) {
                students.add(studentNumber(row));
                if (students.size() == people) {
                    return students;
                }
            }
        } catch (UncheckedIOException | CsvParseException e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        throw new IOException("%s lists only %d people, %d are wanted".formatted(file, students.size(), people));
    }

    private static String studentNumber(NamedCsvRecord row) throws IOException {
        for (String heading : STUDENT_NUMBER_HEADINGS) {
            if (row.findField(heading).isPresent()) {
                return row.getField(heading).strip();
            }
        }
        throw new IOException("no column is headed " + String.join(" or ", STUDENT_NUMBER_HEADINGS));
    }
}
