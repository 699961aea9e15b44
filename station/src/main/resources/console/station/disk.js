/** So many files may be owed for a moment while work goes on; more is a notice. */
const OWED_QUIETLY = 50;

/** Whether somebody who is still to be photographed may not fit on the disk. */
export function isShortOfRoom({ peopleLeft, peopleToCome }) {
  return peopleLeft < peopleToCome;
}

/** How the second copy is, as a tone: calm without one, bad while it cannot be written. */
export function copyTone({ wanted, problem, behind }) {
  if (!wanted) return 'calm';
  if (problem) return 'bad';
  return behind > OWED_QUIETLY ? 'warn' : 'good';
}
