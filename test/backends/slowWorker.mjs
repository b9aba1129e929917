/** A worker that takes its time, and then has none for the second half of a message; its results have no designs. */
export default async function slowChunk(tasks) {
  const taken = tasks.slice(0, Math.ceil(tasks.length / 2));
  await new Promise((resolve) => setTimeout(resolve, 100 * taken.length));
  return {
    outcomes: taken.map(({ replicate }) => ({ result: { replicate, designs: [] } })),
    milliseconds: 1,
  };
}
