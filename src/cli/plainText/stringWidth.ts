/**
 * Columns that a text takes: one for each character. Stands in the built command for the package of that name, whose
 * tables of emoji and wide letters take longer to load than all the rest of help; our help is plain English.
 */
export default function stringWidth(text: string): number {
  return [...text].length;
}
