package caixiang.layouts;

import java.util.List;

/**
 * What a book of many people came to.
 *
 * @param people who are in it with a picture
 * @param pages of the file
 * @param withoutPicture numbers of those who have none
 * @param refused numbers of those whose picture cannot be printed, each with the reason
 * @param missingGlyphs characters printed as 〓
 */
public record BookReport(
        int people, int pages, List<String> withoutPicture, List<String> refused, List<String> missingGlyphs) {}
