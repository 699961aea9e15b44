package caixiang.sim.printer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What came out as paper: {@code paper.jsonl} in the output folder, one line for each completed job, only appended to. */
final class PaperLedger implements AutoCloseable {
    static final String FILE_NAME = "paper.jsonl";

    private final ObjectMapper json = new ObjectMapper();
    private final FileChannel file;

    PaperLedger(Path outputFolder) throws IOException {
        file = FileChannel.open(outputFolder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Durable when it returns. The job has a document. */
    void append(Job job, Instant completed) throws IOException {
        ReceivedDocument document = job.document().orElseThrow();
        JobTicket.PageSetup page = job.ticket().page();
        ObjectNode line = json.createObjectNode();
        line.put("jobId", job.id());
        line.put("jobName", job.ticket().name());
        line.put("file", document.file().getFileName().toString());
        line.put("sha256", document.sha256());
        line.put("documentFormat", document.format());
        line.put("mediaAsked", page.mediaWasAsked());
        line.putArray("mediaSizeHundredthsMm").add(page.width()).add(page.height());
        JobTicket.Margins margins = page.margins();
        line.putArray("marginsTopRightBottomLeft")
                .add(margins.top())
                .add(margins.right())
                .add(margins.bottom())
                .add(margins.left());
        line.put("printScaling", page.printScaling());
        line.put("copies", job.ticket().copies());
        line.put("completedAt", completed.toString());
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(json.writeValueAsString(line) + "\n");
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
