package caixiang.sim.rehearsal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What came out of a simulated printer, from the ledger it keeps in its folder. */
public final class PaperFolder {
    private static final String LEDGER = "paper.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PaperFolder() {}

    public static List<FoundPaper> read(Path folder) throws IOException {
        List<FoundPaper> paper = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(LEDGER))) {
            JsonNode job = JSON.readTree(line);
            paper.add(
                    new FoundPaper(job.path("jobId").asInt(), job.path("sha256").asText()));
        }
        return paper;
    }
}
