package caixiang.sim.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hp.jipp.model.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFolderTest {
    @TempDir
    Path folder;

    @Test
    void aDocumentIsKeptByteForByteUnderItsJobNumber() throws Exception {
        byte[] pdf = TestPdf.sheet();

        ReceivedDocument kept = receive(7, "2026-a/0042 四联.pdf", DocumentFolder.AUTO_SENSE, pdf);

        assertArrayEquals(pdf, Files.readAllBytes(kept.file()));
        assertEquals("7-2026-a_0042_.pdf", kept.file().getFileName().toString());
        assertEquals(DocumentFolder.PDF, kept.format());
    }

    @Test
    void aNameThatIsTakenIsNeverWrittenOver() throws Exception {
        byte[] other = "%PDF-1.4 other".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path first = receive(1, "a", DocumentFolder.PDF, TestPdf.sheet()).file();
        Path second = receive(1, "a", DocumentFolder.PDF, other).file();

        assertArrayEquals(TestPdf.sheet(), Files.readAllBytes(first));
        assertArrayEquals(other, Files.readAllBytes(second));
    }

    @Test
    void jobNumbersGoOnWhereTheFolderEnds() throws Exception {
        receive(41, "a", DocumentFolder.PDF, TestPdf.sheet());
        assertEquals(41, new DocumentFolder(folder, 1000).highestJobId());
    }

    @Test
    void refusedDocumentsLeaveNothingBehind() throws Exception {
        assertEquals(Status.clientErrorRequestEntityTooLarge, refusal(DocumentFolder.PDF, pdfOf(1001)));
        assertEquals(Status.clientErrorDocumentFormatError, refusal(DocumentFolder.JPEG, TestPdf.sheet()));
        assertEquals(Status.clientErrorDocumentFormatNotSupported, refusal(DocumentFolder.AUTO_SENSE, new byte[20]));
        assertEquals(Status.clientErrorBadRequest, refusal(DocumentFolder.PDF, new byte[0]));

        assertEquals(List.of(), names());
        assertEquals(1000, receive(1, "a", DocumentFolder.PDF, pdfOf(1000)).bytes());
    }

    private Status refusal(String format, byte[] document) {
        return assertThrows(IppRefusal.class, () -> receive(1, "a", format, document))
                .status();
    }

    private ReceivedDocument receive(int jobId, String name, String format, byte[] document)
            throws IOException, IppRefusal {
        return new DocumentFolder(folder, 1000).receive(jobId, name, format, new ByteArrayInputStream(document));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] pdfOf(int length) {
        byte[] pdf = new byte[length];
        System.arraycopy(TestPdf.sheet(), 0, pdf, 0, 100);
        return pdf;
    }
}
