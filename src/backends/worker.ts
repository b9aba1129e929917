/** What a worker thread does with each task. */
export { runTask as default } from './runTask.ts';
