/** What one more person takes on disk, from the frames at hand; the portraits and sheets add about a third. */
const PERSON_BYTES_AT_FIRST = 30e6;

export function peopleLeft(freeBytes, frames) {
  const owned = frames.filter((frame) => frame.number !== undefined);
  const people = new Set(owned.map((frame) => frame.number)).size;
  const bytes = owned.reduce((sum, frame) => sum + frame.bytes, 0) * (4 / 3);
  return Math.floor(freeBytes / (people === 0 || bytes === 0 ? PERSON_BYTES_AT_FIRST : bytes / people));
}

/** Below this many people the disk becomes a notice. */
export const FEW_PEOPLE = 200;
