package caixiang.sim.rehearsal.audit;

/** One job that came out of a simulated printer. */
public record FoundPaper(int jobId, String sha256) {}
