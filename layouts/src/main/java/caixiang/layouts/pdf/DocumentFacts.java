package caixiang.layouts.pdf;

import java.time.Instant;

/**
 * What a document says about itself. Nothing of it is made up by the writer, so that the same sheet is the same bytes.
 *
 * @param created whole seconds are kept
 */
public record DocumentFacts(String title, Instant created) {}
