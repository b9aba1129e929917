/** One setting that a phase of a design states. */
export interface Setting {
  /** Names joined by dots, as `--set` takes them. */
  path: string;
  /** Why nothing comes of it there, or what it is silently taken for; undefined where all is as stated. */
  why?: string;
}
