/** A worker whose thread dies of one task, as for want of memory; others it answers without any design. */
export default async function dyingChunk(tasks) {
  if (tasks.some(({ replicate }) => replicate === 6)) {
    setImmediate(() => {
      throw new Error('no memory left');
    });
    await new Promise(() => {});
  }
  return {
    outcomes: tasks.map(({ replicate }) => ({ result: { replicate, designs: [] } })),
    milliseconds: 1,
  };
}
