package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.verdict.Evidence;

/**
 * One frame file found in the archive.
 *
 * @param path inside the archive, with forward slashes
 * @param code who sat, as the picture itself says
 * @param sidecarDigest the digest the sidecar beside it gives; empty when there is none
 */
public record FoundFrame(String path, String sha256, Evidence.Code code, String sidecarDigest) {}
