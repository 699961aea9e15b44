package caixiang.layouts.pdf;

import java.time.Instant;

/**
 * What a document says about itself. Everything that PDF would make up by itself comes from here, so that the same sheet
 * is the same bytes.
 *
 * @param created whole seconds are kept
 * @param documentId the seed of the file identifier (ISO 32000-1 §14.4)
 */
public record DocumentFacts(String title, Instant created, long documentId) {}
